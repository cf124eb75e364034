/** The real llama.cpp server with the embedded model, one for the machine, left running until it is stopped. */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { isOnPath, run } from '../run-command.ts';
import { modelFile } from './model-file.ts';
import { modelPython } from './python.ts';

const XLLAMACPP = 'xllamacpp==2026.10.11549';
const SLOTS = 2;

interface Running {
  pid: number;
  port: number;
}

/**
 * Base URL (ending in `/v1`) of the running server; installed and started when it is not.
 * @param wanted port of a server that is to come back where it was; default any that is free
 */
export async function startModelServer(say: (line: string) => void, wanted?: number): Promise<string> {
  const running = readState();
  if (running && (await isHealthy(running.port))) return baseUrl(running.port);
  const file = await modelFile(say);
  const port = wanted ?? (await freePort());
  const threads = Math.max(1, Math.min(8, availableParallelism()));
  const [command, args] = await serverCommand(file, port, threads, say);
  say('Server: starting llama.cpp…');
  const log = openSync(join(cacheFolder('model'), 'server.log'), 'w');
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log] });
  child.unref();
  if (child.pid === undefined) throw new Error(`${command} did not start`);
  writeFileSync(stateFile(), JSON.stringify({ pid: child.pid, port } satisfies Running));
  await untilHealthy(port, child.pid);
  return baseUrl(port);
}

/** True when a server is already there: whoever finds it running leaves it running. */
export async function isModelServerRunning(): Promise<boolean> {
  const running = readState();
  return running !== null && (await isHealthy(running.port));
}

/** Ends the server that `startModelServer` started. True when there was one. */
export function stopModelServer(): boolean {
  const running = readState();
  if (!running) return false;
  rmSync(stateFile());
  try {
    process.kill(running.pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

async function serverCommand(
  file: string,
  port: number,
  threads: number,
  say: (line: string) => void,
): Promise<[string, string[]]> {
  if (isOnPath('llama-server')) {
    const context = String(8192 * SLOTS);
    const where = ['--host', '127.0.0.1', '--port', String(port)];
    return ['llama-server', ['-m', file, '-c', context, '-np', String(SLOTS), '-t', String(threads), ...where]];
  }
  const python = await modelPython(say);
  const installed = await run(python, ['-c', 'import xllamacpp']).then(
    () => true,
    () => false,
  );
  if (!installed) {
    say(`Server: installing ${XLLAMACPP} from PyPI.`);
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', XLLAMACPP]);
  }
  return [python, [join(import.meta.dirname, 'serve.py'), file, String(port), String(threads), String(SLOTS)]];
}

async function untilHealthy(port: number, pid: number): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (await isHealthy(port)) return;
    if (!isAlive(pid))
      throw new Error(`the model server ended while it was starting: see ${join(cacheFolder('model'), 'server.log')}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the model server did not become ready in two minutes');
}

async function isHealthy(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  return response?.ok ?? false;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function readState(): Running | null {
  if (!existsSync(stateFile())) return null;
  return JSON.parse(readFileSync(stateFile(), 'utf8')) as Running;
}

function stateFile(): string {
  return join(cacheFolder('model'), 'server.json');
}

function baseUrl(port: number): string {
  return `http://127.0.0.1:${port}/v1`;
}
