/** WordPress on disk: from `WORDPRESS_DIR`, else from npm or Debian, made ready to run on SQLite and kept in `.cache/wordpress`. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unzip } from './unzip.ts';
import { fillFromDebian } from './wordpress-debian.ts';

/** WordPress Playground's builds: the code in a zip, the static files beside it. Newest on npm: 6.6 (its third release candidate). */
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
/** A newer SQLite integration, half as fast, that knows MySQL's information schema: some SEO plugins store nothing without. */
const NEWER_SQLITE = '@wp-playground/cli@3.1.56';
const NPM_VERSIONS: Record<string, string> = { '6.6': 'beta', '6.5': '6.5', '6.4': '6.4', '6.3': '6.3', '6.2': '6.2' };
const CACHE = resolve(import.meta.dirname, '../../.cache/wordpress');

export interface WordPressFiles {
  /** Document root, shared by every run: nothing in it is written to. */
  root: string;
  /** WordPress's own version string. */
  version: string;
  /** Where the snapshot of the installed database of this WordPress is kept. */
  snapshot: string;
}

/** `version` is `6.6` to `6.2` from npm or `6.1` from Debian; it is ignored where `given`, an unpacked WordPress, is not empty. */
export function wordPressFiles(
  version = process.env['WORDPRESS_VERSION'] ?? '6.6',
  given = process.env['WORDPRESS_DIR'],
): WordPressFiles {
  mkdirSync(CACHE, { recursive: true });
  const source = given
    ? `dir-${createHash('sha256').update(resolve(given)).digest('hex').slice(0, 8)}-${versionOf(given)}`
    : version;
  const forPlugins = Boolean(process.env['WORDPRESS_PLUGINS_DIR']);
  const name = forPlugins ? `${source}-for-plugins` : source;
  const root = join(CACHE, name, 'root');
  if (!existsSync(root)) {
    // Into a folder of its own first: a run that is cut off leaves nothing half made.
    const draft = join(CACHE, `${name}.${process.pid}.part`);
    rmSync(draft, { recursive: true, force: true });
    if (given) cpSync(given, draft, { recursive: true, dereference: true });
    else if (version === '6.1') fillFromDebian(draft);
    else fillFromNpm(version, draft);
    addSqlite(draft, forPlugins);
    mkdirSync(join(CACHE, name), { recursive: true });
    if (existsSync(root)) rmSync(draft, { recursive: true, force: true });
    else renameSync(draft, root);
  }
  cpSync(join(import.meta.dirname, 'wordpress/wp-config.php'), join(root, 'wp-config.php'));
  return { root, version: versionOf(root), snapshot: join(CACHE, name, `installed-${makingReady()}.sqlite`) };
}

/** Another one where the plugin that makes a new site ready has changed: an older snapshot would lack what it does now. */
function makingReady(): string {
  const plugin = readFileSync(join(import.meta.dirname, 'wordpress/mu-plugins/test-site.php'));
  return createHash('sha256').update(plugin).digest('hex').slice(0, 8);
}

function fillFromNpm(version: string, target: string): void {
  const build = NPM_VERSIONS[version];
  if (!build)
    throw new Error(
      `WordPress ${version} is not on npm: ${Object.keys(NPM_VERSIONS).join(', ')} are, and 6.1 from Debian. Or set WORDPRESS_DIR.`,
    );
  const unpacked = npmPackage();
  const archive = join(unpacked, `src/wordpress/wp-${build}.zip`);
  const statics = join(unpacked, `public/wp-${build}`);
  cpSync(statics, target, { recursive: true });
  unzip(archive, target);
}

function npmPackage(spec = PACKAGE, folder = 'npm'): string {
  const unpacked = join(CACHE, folder, 'package');
  if (existsSync(unpacked)) return unpacked;
  process.stderr.write(`WordPress: fetching ${spec} from npm, kept in .cache/wordpress…\n`);
  const draft = join(CACHE, `${folder}.${process.pid}.part`);
  mkdirSync(draft, { recursive: true });
  const shell = process.platform === 'win32';
  execFileSync('npm', ['pack', '--silent', spec], { cwd: draft, stdio: ['ignore', 'ignore', 'inherit'], shell });
  const archive = readdirSync(draft).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack gave no archive of ${spec}`);
  execFileSync('tar', ['-xzf', archive], { cwd: draft, stdio: 'inherit' });
  rmSync(join(draft, archive));
  rmSync(join(CACHE, folder), { recursive: true, force: true });
  renameSync(draft, join(CACHE, folder));
  return unpacked;
}

/** The SQLite integration as a drop-in: WordPress then needs no database server. */
function addSqlite(root: string, newer: boolean): void {
  const folder = join(root, 'wp-content/sqlite-database-integration');
  const scratch = `${root}.sqlite`;
  const archive = newer
    ? join(npmPackage(NEWER_SQLITE, 'npm-sqlite'), 'sqlite-database-integration.zip')
    : join(npmPackage(), 'src/sqlite-database-integration/sqlite-database-integration.zip');
  const [first] = unzip(archive, scratch);
  const top = first?.split('/')[0];
  if (!top) throw new Error('the SQLite integration is empty');
  rmSync(folder, { recursive: true, force: true });
  renameSync(join(scratch, top), folder);
  rmSync(scratch, { recursive: true, force: true });
  if (newer) suitOldWordPress(root, folder);
  const dropIn = readFileSync(join(folder, 'db.copy'), 'utf8').replace(
    "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'",
    "__DIR__ . '/sqlite-database-integration'",
  );
  // Keeps the drop-in from looking for its plugin in every admin footer.
  writeFileSync(join(root, 'wp-content/db.php'), `${dropIn}\ndefine( 'SQLITE_MAIN_FILE', __FILE__ );\n`);
}

/** The newer SQLite integration asks its parent class for a property of its own that WordPress 6.1 does not have yet. */
function suitOldWordPress(root: string, integration: string): void {
  const name = '$allow_unsafe_unquoted_parameters';
  if (readFileSync(join(root, 'wp-includes/class-wpdb.php'), 'utf8').includes(name)) return;
  const file = join(integration, 'wp-includes/sqlite/class-wp-sqlite-db.php');
  writeFileSync(file, readFileSync(file, 'utf8').replace(`private ${name}`, `protected ${name}`));
}

function versionOf(folder: string): string {
  const file = join(folder, 'wp-includes/version.php');
  if (!existsSync(file) || !statSync(file).isFile()) throw new Error(`${folder} holds no WordPress`);
  return /\$wp_version\s*=\s*'([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'unknown';
}
