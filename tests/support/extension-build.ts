/** The build that the end-to-end tests load: made when it is not there, or when `npm test` has not just made it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from './run-command.ts';

/** Folder of the unpacked extension, as `npm run build` leaves it. */
export async function builtExtension(browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = resolve(import.meta.dirname, '../../.output', `${browser}-mv3`);
  if (!existsSync(`${folder}/manifest.json`)) await build(browser);
  return folder;
}

export async function build(browser: 'chrome' | 'firefox'): Promise<void> {
  const cwd = resolve(import.meta.dirname, '../..');
  // Vitest sets `test`, with which other code would be built than users get.
  await run('npx', ['wxt', 'build', '-b', browser, '--mv3'], { cwd, env: { ...process.env, NODE_ENV: 'production' } });
}
