/** A screen for a headed browser: the machine's own, else an Xvfb started for this run (installed by apt-get as root). */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Display {
  /** `:n`, for the browser's `DISPLAY` and for xdotool. */
  name: string;
  close(): void;
}

/** null where the platform needs none (macOS, Windows). */
export function startDisplay(size: { width: number; height: number }): Display | null {
  if (process.platform !== 'linux') return null;
  const own = process.env['DISPLAY'];
  if (own) return { name: own, close() {} };
  installXvfb();
  const number = freeNumber();
  const server = spawn('Xvfb', [`:${number}`, '-screen', '0', `${size.width}x${size.height}x24`, '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const end = () => server.kill();
  process.once('exit', end);
  waitFor(socketOf(number));
  return {
    name: `:${number}`,
    close() {
      process.off('exit', end);
      end();
    },
  };
}

function installXvfb(): void {
  if (spawnSync('which', ['Xvfb']).status === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('No display and no Xvfb: install xvfb, or set DISPLAY.');
  process.stderr.write('Display: installing Xvfb and xdotool with apt-get…\n');
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'xvfb', 'xdotool'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function freeNumber(): number {
  let number = 90 + (process.pid % 100);
  while (existsSync(socketOf(number)) || existsSync(`/tmp/.X${number}-lock`)) number += 1;
  return number;
}

const socketOf = (number: number) => `/tmp/.X11-unix/X${number}`;

function waitFor(path: string): void {
  for (let tries = 0; tries < 100 && !existsSync(path); tries += 1) spawnSync('sleep', ['0.05']);
  if (!existsSync(path)) throw new Error('Xvfb did not start');
}
