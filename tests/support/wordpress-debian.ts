/** WordPress 6.1 as Debian 12 packs it, unpacked without installing it: the package itself would bring a web server along. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the package's links lead to, and the theme that it only recommends. */
const PACKAGES = ['wordpress', 'wordpress-theme-twentytwentythree', 'libjs-underscore', 'libjs-cropper', 'php-getid3'];
const INSTALLED = '/usr/share/wordpress';

/** Copies it to `target`, its links followed: from where it is installed, else with `apt-get download` (no root needed). */
export function fillFromDebian(target: string): void {
  if (existsSync(join(INSTALLED, 'wp-includes'))) return copy(INSTALLED, target);
  process.stderr.write('WordPress: fetching 6.1 from Debian (11 MB)…\n');
  const scratch = `${target}.debian`;
  mkdirSync(scratch, { recursive: true });
  try {
    execFileSync('apt-get', ['download', '-qq', ...PACKAGES], { cwd: scratch, stdio: ['ignore', 'ignore', 'ignore'] });
    const archives = readdirSync(scratch).filter((name) => name.endsWith('.deb'));
    for (const archive of archives) execFileSync('dpkg-deb', ['-x', archive, 'unpacked'], { cwd: scratch });
    copy(join(scratch, 'unpacked', INSTALLED), target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Links lead beside the folder: followed where they lead somewhere, else (a web server's own file) left out. */
function copy(from: string, target: string): void {
  cpSync(from, target, { recursive: true, dereference: true, filter: (source) => existsSync(source) });
}
