/**
 * SEO fields in each plugin: written, saved, read back after a reload, restored. With stand-ins, which say on their head
 * what they stand for; with the real plugins where `WORDPRESS_PLUGINS_DIR` holds their folders.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Capture, PageCapture } from '../../utils/article/capture.ts';
import type { EditorAnswer } from '../../utils/editor/editor-protocol.ts';
import { command } from '../support/editor-script.ts';
import { launchBrowser, type OpenBrowser } from '../support/extension-browser.ts';
import { flowEditor } from '../support/flow-editors.ts';
import '../support/seen.ts';
import { testedPlugin } from '../support/seo-plugins.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const FIELDS = {
  seoTitle: 'Ukraine : le Kremlin dément',
  metaDescription: 'Le Kremlin dément tout contact.',
  keyphrase: 'Kremlin',
};
const HOSTILE = {
  seoTitle: '<script>alert(1)</script>Kremlin',
  metaDescription: '<img src=x onerror=alert(1)>Démenti',
  keyphrase: '<b>Kremlin</b>',
};

/** All of them in `npm run test:full`: three times as long. */
const TYPES = process.env['TEST_FULL'] ? (['post', 'page', 'depeche'] as const) : (['post'] as const);

interface Plugin {
  /** Of the stand-in too: `<name>-stand-in.php`. */
  name: string;
  id: NonNullable<Capture['seoPlugin']>;
  /** Folder and file of the real plugin; null: only the stand-in can be made to behave so. */
  real: string | null;
  editors: ('block' | 'classic-visual')[];
  keyphrase: boolean;
  /** What its set-up assistant leaves behind. */
  options?: Record<string, string>;
}

const PLUGINS: Plugin[] = [
  { name: 'yoast', id: 'yoast', real: 'wordpress-seo/wp-seo.php', editors: ['block', 'classic-visual'], keyphrase: true },
  {
    name: 'rank-math',
    id: 'rank-math',
    real: 'seo-by-rank-math/rank-math.php',
    editors: ['block', 'classic-visual'],
    keyphrase: true,
    // « Skip » where it asks for an account: it shows itself nowhere before.
    options: { rank_math_registration_skip: '1' },
  },
  { name: 'seopress', id: 'seopress', real: 'wp-seopress/seopress.php', editors: ['block', 'classic-visual'], keyphrase: true },
  {
    name: 'aioseo',
    id: 'aioseo',
    real: 'all-in-one-seo-pack/all_in_one_seo_pack.php',
    editors: ['block', 'classic-visual'],
    keyphrase: true,
  },
  { name: 'aioseo-boxless', id: 'aioseo', real: null, editors: ['block', 'classic-visual'], keyphrase: true },
  { name: 'jetpack', id: 'jetpack', real: 'jetpack/jetpack.php', editors: ['block'], keyphrase: false },
];

describe.each(PLUGINS)('$name', ({ name, id, real, editors, keyphrase, options = {} }) => {
  const { isReal, folder, file, seen } = testedPlugin(name, real);
  const asked = keyphrase ? FIELDS : { seoTitle: FIELDS.seoTitle, metaDescription: FIELDS.metaDescription };
  let site: WordPressSite;
  let app: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    site = await startWordPress({ plugins: { folder, activate: [file], options } });
    app = await launchBrowser();
    page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    // Some send the first admin page after activation to their assistant.
    if (isReal) await page.goto(`${site.url}/wp-admin/`);
  });
  afterAll(async () => {
    await app?.close();
    await site?.close();
  });

  beforeEach(({ task }) => {
    task.meta.seen = seen;
  });

  const captured = async (): Promise<PageCapture> => {
    // The plugin's own scripts come after the editor's.
    for (let tries = 0; ; tries += 1) {
      const answer = await command(page, { kind: 'capture' });
      if (answer.kind !== 'captured') throw new Error(JSON.stringify(answer));
      if (answer.capture.seoPlugin === id || tries > 50) return answer.capture;
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  const apply = async (fields: Record<string, string>): Promise<Extract<EditorAnswer, { kind: 'applied' }>> => {
    const { editor, postId, handle, fingerprint } = await captured();
    const blocks = [{ kind: 'paragraph' as const, inlines: [{ text: 'Un texte neuf.' }] }];
    const answer = await command(page, {
      kind: 'apply',
      editor,
      postId,
      handle,
      fingerprint,
      mode: 'replace',
      force: false,
      blocks,
      fields,
    });
    if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer));
    return answer;
  };

  describe.each(editors)(`${isReal ? 'real' : 'stand-in'}, in the %s editor`, (kind) => {
    const editor = flowEditor(kind);
    const open = async (type: (typeof TYPES)[number] = 'post'): Promise<number> => {
      const postId = await site.createPost({ title: 'Avant', content: editor.content(['Un.', 'Deux.']), editor: kind, type });
      await editor.open(page, site, postId);
      return postId;
    };

    test.each(TYPES)(
      '%s: the fields hold after saving and reloading, and « Rétablir l’original » empties them again',
      async (type) => {
        const postId = await open(type);
        expect(await captured()).toMatchObject({
          seoPlugin: id,
          fields: { seoTitle: '', metaDescription: '', keyphrase: keyphrase ? '' : null },
        });
        const { receipt } = await apply(asked);
        expect(receipt.fields.map(({ field, outcome }) => ({ field, outcome }))).toEqual(
          Object.keys(asked).map((field) => ({ field, outcome: 'written' })),
        );
        await editor.save(page);
        await editor.open(page, site, postId);
        expect((await captured()).fields).toMatchObject(asked);
        expect(await command(page, { kind: 'restore', postId, original: receipt.original, force: false })).toMatchObject({
          kind: 'restored',
          verified: true,
        });
        await editor.save(page);
        await editor.open(page, site, postId);
        expect((await captured()).fields).toMatchObject({ seoTitle: '', metaDescription: '' });
      },
    );

    test('markup never reaches a field', async () => {
      await open();
      await apply(HOSTILE);
      const { fields } = await captured();
      expect(fields.seoTitle).toBe('alert(1)Kremlin');
      expect(fields.metaDescription).toBe('Démenti');
      expect(fields.keyphrase).toBe(keyphrase ? 'Kremlin' : null);
    });
  });

  test.runIf(!editors.includes('classic-visual'))(
    'in the classic-visual editor > has no fields, and they are said to be unavailable',
    async () => {
      const editor = flowEditor('classic-visual');
      await editor.open(page, site, await site.createPost({ content: 'Un.', editor: 'classic-visual' }));
      expect(await command(page, { kind: 'capture' })).toMatchObject({
        capture: { seoPlugin: null, fields: { seoTitle: null } },
      });
    },
  );
});

test('without an SEO plugin the fields are said to be unavailable', async () => {
  const site = await startWordPress();
  const app = await launchBrowser();
  const page = await app.browser.newPage();
  const editor = flowEditor('block');
  await editor.open(page, site, await site.createPost({ content: editor.content(['Un.']) }));
  const answer = await command(page, { kind: 'capture' });
  expect(answer).toMatchObject({
    kind: 'captured',
    capture: { seoPlugin: null, fields: { seoTitle: null, metaDescription: null, keyphrase: null } },
  });
  await app.close();
  await site.close();
});
