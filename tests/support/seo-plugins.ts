/** The SEO plugin that a test runs: the real one from `WORDPRESS_PLUGINS_DIR`, else the stand-in for it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** `real` is the real plugin's folder and file, null where only the stand-in can be made to behave so. */
export function testedPlugin(name: string, real: string | null): TestedPlugin {
  const folder = process.env['WORDPRESS_PLUGINS_DIR'];
  const isThere = folder !== undefined && real !== null && existsSync(join(folder, real));
  const needs = isThere ? header('Requires at least', folder, real) : undefined;
  // WordPress refuses to activate a plugin that asks for a newer one.
  const isTooOld = needs !== undefined && wordPressFiles().version.localeCompare(needs, 'en', { numeric: true }) < 0;
  if (isThere && !isTooOld) return { isReal: true, folder, file: real, seen: `real ${header('Version', folder, real)}` };
  const file = `${name}-stand-in.php`;
  const standIn = `stand-in of ${header('Version', STAND_INS, file)}, ${header('Seen', STAND_INS, file)}`;
  const seen = isTooOld ? `${standIn}; the real one needs WordPress ${needs}` : standIn;
  return { isReal: false, folder: STAND_INS, file, seen };
}

/** A line of the comment on a plugin's head. */
function header(name: string, folder: string, file: string): string | undefined {
  return new RegExp(`^[ *]*${name}:\\s*(.+)$`, 'mu').exec(readFileSync(join(folder, file), 'utf8'))?.[1]?.trim();
}
