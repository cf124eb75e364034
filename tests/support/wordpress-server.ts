/** Serves a WordPress folder: with the PHP of this machine, else one installed by apt-get, else WordPress Playground. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const SUPPORT = join(import.meta.dirname, 'wordpress');
const PLAYGROUND = '@wp-playground/cli@3.1.56';
const READY_WITHIN_MS = 120_000;

export interface ServedFolder {
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** `database` and `plugins` are folders: of this run's SQLite file, and of its plugins (null = those of `root`). */
export async function serveWordPress(root: string, database: string, plugins: string | null): Promise<ServedFolder> {
  const port = await freePort();
  const server = findPhp() ? startPhp(root, database, plugins, port) : startPlayground(root, database, plugins, port);
  const url = `http://localhost:${port}`;
  // A test run that is cut off must not leave a server behind.
  const onExit = () => killGroup(server);
  process.once('exit', onExit);
  const close = async () => {
    process.off('exit', onExit);
    await stop(server);
  };
  try {
    await untilAnswering(`${url}/wp-includes/images/blank.gif`, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

function startPhp(root: string, database: string, plugins: string | null, port: number): ChildProcess {
  return spawn(
    'php',
    ['-d', 'memory_limit=512M', '-d', 'opcache.enable_cli=1', '-S', `localhost:${port}`, '-t', root, join(SUPPORT, 'router.php')],
    {
      stdio: ['ignore', 'ignore', process.env['WORDPRESS_LOG'] ? 'inherit' : 'ignore'],
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        PHP_CLI_SERVER_WORKERS: '4',
        TEST_SITE_DATABASE: database,
        TEST_SITE_MU_PLUGINS: join(SUPPORT, 'mu-plugins'),
        ...(plugins ? { TEST_SITE_PLUGINS: plugins } : {}),
      },
    },
  );
}

/** Slower by far, but needs nothing but Node: PHP compiled to WebAssembly. */
function startPlayground(root: string, database: string, plugins: string | null, port: number): ChildProcess {
  process.stderr.write(`WordPress: no PHP with SQLite here, running it through ${PLAYGROUND}…\n`);
  const mounts = [
    [root, '/wordpress'],
    [database, '/wordpress/wp-content/database'],
    [join(SUPPORT, 'mu-plugins'), '/wordpress/wp-content/mu-plugins'],
    ...(plugins ? [[plugins, '/wordpress/wp-content/plugins']] : []),
  ].map(([from, to]) => `--mount-before-install=${from}:${to}`);
  return spawn(
    'npx',
    [
      '--yes',
      PLAYGROUND,
      'server',
      `--port=${port}`,
      '--wordpress-install-mode=do-not-attempt-installing',
      '--skip-sqlite-setup',
      ...mounts,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32', detached: process.platform !== 'win32' },
  );
}

function findPhp(): boolean {
  if (hasSqlite()) return true;
  const asRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!asRootOnDebian) return false;
  process.stderr.write('WordPress: installing php-cli and its SQLite, XML and multibyte modules with apt-get…\n');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    const packages = ['php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-curl', 'php-gd'];
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  } catch (error) {
    process.stderr.write(`WordPress: apt-get failed (${String(error)})\n`);
  }
  return hasSqlite();
}

function hasSqlite(): boolean {
  const modules = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return modules.status === 0 && /^pdo_sqlite$/m.test(modules.stdout);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`the WordPress server ended with code ${server.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the WordPress server did not answer');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  if (killGroup(server)) await ended;
}

/** The whole process group: `php -S` leaves its workers behind otherwise. */
function killGroup(server: ChildProcess): boolean {
  try {
    return process.platform === 'win32' || server.pid === undefined ? server.kill() : process.kill(-server.pid, 'SIGTERM');
  } catch {
    return false;
  }
}
