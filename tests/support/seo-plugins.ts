/** The SEO plugin that a test runs: the real one from `WORDPRESS_PLUGINS_DIR`, else the stand-in for it. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { wordPressFiles } from './wordpress-files.ts';

const STAND_INS = join(import.meta.dirname, 'wordpress/stand-ins');

export interface TestedPlugin {
  isReal: boolean;
  folder: string;
  /** Inside `folder`. */
  file: string;
  /** Which it is, for the report: version, and of a stand-in the day when the real one was seen to do the same. */
  seen: string;
}

/**
 * `real` is the real plugin's folder and file, null where only the stand-in can be made to behave so. Of several folders in
 * `WORDPRESS_PLUGINS_DIR` (written as in `PATH`) the first counts whose plugin this WordPress is new enough for.
 */
export function testedPlugin(name: string, real: string | null): TestedPlugin {
  const folders = (process.env['WORDPRESS_PLUGINS_DIR'] ?? '').split(delimiter).filter(Boolean);
  const there = folders.flatMap((folder) => (real && existsSync(join(folder, real)) ? [{ folder, file: real }] : []));
  const allowed = there.find((plugin) => wordPressFiles().version.localeCompare(needed(plugin), 'en', { numeric: true }) >= 0);
  if (allowed) return { ...allowed, isReal: true, seen: `real ${header('Version', allowed.folder, allowed.file)}` };
  const file = `${name}-stand-in.php`;
  const standIn = `stand-in of ${header('Version', STAND_INS, file)}, ${header('Seen', STAND_INS, file)}`;
  const refused = there.map(
    (plugin) => `; the real ${header('Version', plugin.folder, plugin.file)} needs WordPress ${needed(plugin)}`,
  );
  return { isReal: false, folder: STAND_INS, file, seen: standIn + refused.join('') };
}

/** The oldest WordPress that it asks for: on its head, else in its `readme.txt`. */
function needed({ folder, file }: { folder: string; file: string }): string {
  const asked = (path: string) => (existsSync(join(folder, path)) ? header('Requires at least', folder, path) : undefined);
  return asked(file) ?? asked(join(dirname(file), 'readme.txt')) ?? '';
}

/** A line of the comment on a plugin's head. */
function header(name: string, folder: string, file: string): string | undefined {
  return new RegExp(`^[ *]*${name}:\\s*(.+)$`, 'mu').exec(readFileSync(join(folder, file), 'utf8'))?.[1]?.trim();
}
