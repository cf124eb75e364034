/** A Python of our own, so that nothing is installed into the user's. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { aptInstall, canAptInstall, isOnPath, run } from '../run-command.ts';

/** Path of the virtual environment's interpreter; the environment is made when it is not there. */
export async function modelPython(say: (line: string) => void): Promise<string> {
  const folder = cacheFolder('python');
  const python = process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
  if (existsSync(python) && (await hasPip(python))) return python;
  const system = process.platform === 'win32' ? 'python' : 'python3';
  if (!isOnPath(system) && canAptInstall()) await aptInstall(['python3', 'python3-venv']);
  say('Python: making a virtual environment.');
  try {
    await run(system, ['-m', 'venv', folder]);
  } catch (error) {
    if (!canAptInstall()) throw error;
    await aptInstall(['python3-venv']);
    await run(system, ['-m', 'venv', '--clear', folder]);
  }
  return python;
}

async function hasPip(python: string): Promise<boolean> {
  return run(python, ['-m', 'pip', '--version']).then(
    () => true,
    () => false,
  );
}
