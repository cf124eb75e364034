/** Runs one command to its end. */
import { spawn, spawnSync } from 'node:child_process';

/** @throws Error with the command and the end of its error output when it does not exit with 0 */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let error = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (error += data));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${error.slice(-1000)}`));
    });
  });
}

export function isOnPath(command: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [command]).status === 0;
}

/** True where `apt-get install` can be expected to work without asking anybody. */
export function canAptInstall(): boolean {
  return process.getuid?.() === 0 && isOnPath('apt-get');
}

/** Installs Debian packages, saying so on stderr. */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  console.error(`apt-get install ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
