/** Where downloads that outlive a clone are kept: the model, browsers, WordPress. */
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `REECRIRE_CACHE`, else the user's cache folder. Made when it is not there. */
export function cacheFolder(name: string): string {
  const root = process.env['REECRIRE_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'reecrire-seo');
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
