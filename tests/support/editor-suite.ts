/** One behaviour suite for the editor script, called once per editor. Real WordPress, real browser, real keys. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '../../utils/article/block.ts';
import type { Capture } from '../../utils/article/capture.ts';
import { withHtml } from '../../utils/article/capture-html.ts';
import type { EditorAnswer, EditorCommand, Receipt } from '../../utils/editor/editor-protocol.ts';
import { command } from './editor-script.ts';
import { selectAcross } from './editor-selection.ts';
import { launchBrowser, type OpenBrowser } from './extension-browser.ts';
import { flowEditor, type FlowEditorKind, seedParagraphs } from './flow-editors.ts';
import './seen.ts';
import { type NewPost, startWordPress, type WordPressSite } from './wordpress.ts';

type ApplyCommand = Extract<EditorCommand, { kind: 'apply' }>;

const REWRITE: Block[] = [
  { kind: 'heading', level: 2, inlines: [{ text: 'Le Kremlin dément' }] },
  {
    kind: 'paragraph',
    inlines: [
      { text: 'Selon ' },
      { text: 'Reuters', marks: [{ kind: 'link', href: 'https://reuters.example/a' }, { kind: 'strong' }] },
      { text: ', l’information est « fausse ».' },
    ],
  },
  { kind: 'list', ordered: false, items: [{ inlines: [{ text: 'un démenti' }] }, { inlines: [{ text: 'deux sources' }] }] },
  { kind: 'quote', paragraphs: [[{ text: 'Cela ne correspond absolument pas à la réalité.' }]] },
];
const PARAGRAPH: Block[] = [{ kind: 'paragraph', inlines: [{ text: 'une information récrite' }] }];

export function editorSuite(kind: FlowEditorKind, post: Partial<NewPost> = {}): void {
  const editor = flowEditor(kind);
  const paragraphs = seedParagraphs().slice(0, 5);
  let site: WordPressSite;
  let app: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    site = await startWordPress();
    app = await launchBrowser();
    page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
  });
  afterAll(async () => {
    await app?.close();
    await site?.close();
  });
  afterEach(async ({ task }) => {
    if (kind !== 'block') return;
    const framed = await page.$('iframe[name="editor-canvas"]');
    task.meta.seen = framed ? 'canvas in an iframe' : 'canvas without iframe';
  });

  const open = async (texts: readonly string[] = paragraphs): Promise<number> => {
    const id = await site.createPost({ title: 'Avant', content: editor.content(texts), editor: kind, ...post });
    await editor.open(page, site, id);
    return id;
  };
  const capture = async (): Promise<Capture> => {
    const answer = await command(page, { kind: 'capture' });
    if (answer.kind !== 'captured') throw new Error(JSON.stringify(answer));
    return withHtml(answer.capture);
  };
  const apply = (from: Capture, change: Partial<ApplyCommand> = {}): Promise<EditorAnswer> => {
    const { editor, postId, handle, fingerprint } = from;
    const base = {
      kind: 'apply',
      editor,
      postId,
      handle,
      fingerprint,
      mode: 'replace',
      force: false,
      blocks: REWRITE,
      fields: {},
    } as const;
    return command(page, { ...base, ...change });
  };
  const receiptOf = (answer: EditorAnswer): Receipt => {
    if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer));
    return answer.receipt;
  };

  describe(`${kind} editor`, () => {
    test('nothing selected is the whole post, with its links, emphasis and quotations and without what a reader does not see', async () => {
      const texts = [
        'Un <strong>démenti</strong> et un <a href="https://www.example.org/a?b=1&amp;c=2">lien souligné</a>, <em>dit-on</em>.',
        'De<span style="display:none">caché </span>vant<!-- remarque -->\u200B le \uFEFFpublic : « c’est non »,<br>dit-il.',
      ];
      await open(texts);
      await editor.selectNothing(page);
      const captured = await capture();
      expect(captured).toMatchObject({
        editor: kind,
        scope: 'post',
        title: 'Avant',
        postType: 'post',
        status: 'draft',
        language: 'fr-FR',
      });
      expect(captured.html).toBe(
        '<p>Un <strong>démenti</strong> et un <a href="https://www.example.org/a?b=1&amp;c=2">lien souligné</a>, <em>dit-on</em>.</p>\n' +
          '<p>Devant le public : « c’est non »,<br>dit-il.</p>',
      );
    });

    test('a range inside one paragraph is captured, and a single paragraph takes exactly its place', async () => {
      await open();
      const before = await editor.read(page);
      await editor.selectRange(page, 1, 0, 8);
      const captured = await capture();
      expect(captured).toMatchObject({ scope: 'range', html: `<p>${paragraphs[1]?.slice(0, 8)}</p>` });
      const receipt = receiptOf(await apply(captured, { blocks: PARAGRAPH }));
      expect(receipt).toMatchObject({ verified: true, bodyUndo: 'editor' });
      expect(await editor.read(page)).toBe(
        before.replace(paragraphs[1] ?? '', `une information récrite${paragraphs[1]?.slice(8)}`),
      );
      await editor.undo(page);
      expect(await editor.read(page)).toBe(before);
    });

    test('several blocks for a range inside a paragraph part that paragraph, and lose nothing of it', async () => {
      await open();
      await editor.selectRange(page, 1, 9, 20);
      const [head, middle, tail] = [paragraphs[1]?.slice(0, 9), paragraphs[1]?.slice(9, 20), paragraphs[1]?.slice(20)];
      const captured = await capture();
      expect(captured.html).toBe(`<p>${middle?.trim()}</p>`);
      receiptOf(await apply(captured));
      const texts = plain(await editor.read(page));
      expect(texts).toEqual([
        plainOf(paragraphs[0]),
        plainOf(head),
        'Le Kremlin dément',
        'Selon Reuters, l’information est « fausse ».',
        'un démenti',
        'deux sources',
        'Cela ne correspond absolument pas à la réalité.',
        plainOf(tail),
        ...paragraphs.slice(2).map(plainOf),
      ]);
    });

    test('selected paragraphs are replaced and no others; one Ctrl+Z restores every byte', async () => {
      await open();
      const before = await editor.read(page);
      await editor.selectParagraphs(page, 1, 2);
      const captured = await capture();
      expect(captured).toMatchObject({ scope: 'blocks', html: `<p>${paragraphs[1]}</p>\n<p>${paragraphs[2]}</p>` });
      const receipt = receiptOf(await apply(captured));
      expect(receipt.verified).toBe(true);
      const after = await editor.read(page);
      expect(after.startsWith(upTo(before, paragraphs[0]))).toBe(true);
      expect(after.endsWith(from(before, paragraphs[3]))).toBe(true);
      expect(after).toMatch(editor.heading);
      expect(after).not.toMatch(editor.foreign);
      expect(after).toContain('<a href="https://reuters.example/a">');
      expect(after).not.toContain(paragraphs[1]);
      expect(receipt.original).toMatchObject({ content: before, contentAfter: after });
      await editor.undo(page);
      expect(await editor.read(page)).toBe(before);
      await editor.redo(page);
      expect(await editor.read(page)).toBe(after);
    });

    test('a selection that begins and ends inside paragraphs is replaced to the letter', async () => {
      await open();
      await selectAcross(page, kind, { paragraph: 1, offset: 10 }, { paragraph: 3, offset: 12 });
      const captured = await capture();
      expect(captured.scope).toBe('blocks');
      expect(captured.html).toBe(
        [paragraphs[1]?.slice(10).trim(), paragraphs[2], paragraphs[3]?.slice(0, 12).trim()]
          .map((text) => `<p>${text}</p>`)
          .join('\n'),
      );
      const before = await editor.read(page);
      receiptOf(await apply(captured));
      const texts = plain(await editor.read(page));
      expect(texts[1]).toBe(plainOf(paragraphs[1]?.slice(0, 10)));
      expect(texts[2]).toBe('Le Kremlin dément');
      expect(texts.at(-2)).toBe(plainOf(paragraphs[3]?.slice(12)));
      expect(texts).toHaveLength(9);
      await editor.undo(page);
      expect(await editor.read(page)).toBe(before);
    });

    test('after: the selection stays, the new text follows it', async () => {
      await open();
      await editor.selectParagraphs(page, 0, 1);
      receiptOf(await apply(await capture(), { mode: 'after' }));
      const texts = plain(await editor.read(page));
      expect(texts.slice(0, 3)).toEqual([plainOf(paragraphs[0]), plainOf(paragraphs[1]), 'Le Kremlin dément']);
      expect(texts).toHaveLength(paragraphs.length + 5);
    });

    test('post: the whole post gives way, whatever was selected', async () => {
      await open();
      const before = await editor.read(page);
      await editor.selectParagraphs(page, 0, 1);
      receiptOf(await apply(await capture(), { mode: 'post' }));
      expect(plain(await editor.read(page))).toHaveLength(5);
      await editor.undo(page);
      expect(await editor.read(page)).toBe(before);
    });

    test('title, slug, excerpt and tags are written as plain text, and the receipt says whose undo reaches them', async () => {
      const id = await open();
      await editor.selectNothing(page);
      const fields = {
        title: 'Ukraine : <img src=x onerror=alert(1)>le <b>Kremlin</b> dément',
        slug: 'Kremlin Dément <script>',
        excerpt: 'Un démenti <script>alert(1)</script>& deux sources',
        tags: ['Kremlin', 'Ukraine'],
      };
      const receipt = receiptOf(await apply(await capture(), { fields }));
      const undo = editor.undoReachesFields ? 'editor' : 'restore';
      expect(receipt.fields).toEqual(['title', 'slug', 'excerpt', 'tags'].map((field) => ({ field, outcome: 'written', undo })));
      expect(receipt.original.fields).toMatchObject({ title: 'Avant', excerpt: '', tags: [] });
      await editor.save(page);
      const stored = await site.readPost(id);
      expect(stored.title).toBe('Ukraine : le Kremlin dément');
      expect(stored.slug).toBe('kremlin-dement-script');
      expect(stored.excerpt).not.toContain('<');
      expect(stored.tags.toSorted()).toEqual(['Kremlin', 'Ukraine']);
    });

    // The classic editor is loaded anew whenever it saves.
    test.each(kind === 'block' ? ['saved', 'saved and reloaded'] : ['saved and reloaded'])(
      '%s, it is still there; « Rétablir l’original » then brings the first text back',
      async (how) => {
        const id = await open();
        const before = await editor.read(page);
        await editor.selectParagraphs(page, 1, 3);
        const receipt = receiptOf(await apply(await capture(), { fields: { title: 'Après' } }));
        await editor.save(page);
        const stored = await site.readPost(id);
        expect(stored).toMatchObject({ title: 'Après' });
        expect(stored.content).toContain('Le Kremlin dément');
        if (how !== 'saved') await editor.open(page, site, id);
        expect(await editor.read(page)).toBe(receipt.original.contentAfter);
        const answer = await command(page, { kind: 'restore', postId: id, original: receipt.original, force: false });
        expect(answer).toMatchObject({ kind: 'restored', verified: true });
        expect(await editor.read(page)).toBe(before);
        expect((await editor.readFields(page)).title).toBe('Avant');
        await editor.save(page);
        await editor.open(page, site, id);
        expect(await editor.read(page)).toBe(before);
        expect((await editor.readFields(page)).title).toBe('Avant');
      },
    );

    test('after the editor’s own undo « Rétablir l’original » still brings the fields back, and is no conflict', async () => {
      const id = await open();
      await editor.selectParagraphs(page, 1, 3);
      const before = await editor.read(page);
      const receipt = receiptOf(await apply(await capture(), { fields: { title: 'Après' } }));
      await editor.undo(page);
      expect(await command(page, { kind: 'restore', postId: id, original: receipt.original, force: false })).toMatchObject({
        kind: 'restored',
        verified: true,
      });
      expect(await editor.read(page)).toBe(before);
      expect((await editor.readFields(page)).title).toBe('Avant');
    });

    test('restore refuses to run over what somebody wrote since and shows it, unless the user insists', async () => {
      const id = await open();
      const before = await editor.read(page);
      await editor.selectParagraphs(page, 1, 3);
      const { original } = receiptOf(await apply(await capture()));
      await editor.save(page);
      await site.updatePost(id, { content: editor.content(['Le texte d’un collègue.']) });
      await editor.open(page, site, id);
      const now = await editor.read(page);
      const restore = { kind: 'restore', postId: id, original } as const;
      expect(await command(page, { ...restore, force: false })).toMatchObject({
        kind: 'failed',
        code: 'place_changed',
        detail: now,
      });
      expect(await editor.read(page)).toBe(now);
      expect(await command(page, { ...restore, force: true })).toMatchObject({ kind: 'restored', verified: true });
      expect(await editor.read(page)).toBe(before);
      await editor.undo(page);
      expect(await editor.read(page)).toBe(now);
    });

    test('an original is never put into another post', async () => {
      const id = await open();
      const { original } = receiptOf(await apply(await capture()));
      await open(['Un autre article.']);
      const answer = await command(page, { kind: 'restore', postId: id, original, force: true });
      expect(answer).toMatchObject({ kind: 'failed', code: 'page_reloaded' });
      expect(await editor.read(page)).toContain('Un autre article.');
    });

    test('a place that changed is refused untouched, unless the user insists', async () => {
      const id = await open();
      await editor.selectParagraphs(page, 1, 2);
      const captured = await capture();
      await site.updatePost(id, {
        content: editor.content([...paragraphs.slice(0, 2), 'Le texte d’un collègue.', ...paragraphs.slice(3)]),
      });
      await editor.open(page, site, id);
      const changed = await editor.read(page);
      const refused = await apply(captured);
      expect(refused).toMatchObject({ kind: 'failed', code: 'place_changed' });
      // What stands there now goes with it, and nothing else of the post.
      const shown = refused.kind === 'failed' ? refused.detail : '';
      expect(plain(shown).slice(0, 2)).toEqual([plainOf(paragraphs[1]), 'Le texte d’un collègue.']);
      // The Text tab knows characters only: a shorter text lets what follows into the place, and it is shown.
      expect(plain(shown)).toHaveLength(kind === 'classic-text' ? 3 : 2);
      expect(await editor.read(page)).toBe(changed);
      expect(receiptOf(await apply(captured, { mode: 'after' })).verified).toBe(true);
      expect(await editor.read(page)).toContain('Le texte d’un collègue.');
      await editor.undo(page);
      expect(await editor.read(page)).toBe(changed);
      receiptOf(await apply(captured, { force: true }));
      expect(plain(await editor.read(page)).map((text) => text === 'Le texte d’un collègue.')).not.toContain(true);
      expect(plain(await editor.read(page)).at(0)).toBe(plainOf(paragraphs[0]));
      expect(plain(await editor.read(page)).at(-1)).toBe(plainOf(paragraphs[4]));
    });

    test('after a reload the place is found again, even when somebody wrote above it', async () => {
      const id = await open();
      await editor.selectParagraphs(page, 2, 3);
      const captured = await capture();
      await site.updatePost(id, { content: editor.content(['Un nouveau début.', ...paragraphs]) });
      await editor.open(page, site, id);
      receiptOf(await apply(captured));
      const texts = plain(await editor.read(page));
      expect(texts.slice(0, 4)).toEqual([
        'Un nouveau début.',
        plainOf(paragraphs[0]),
        plainOf(paragraphs[1]),
        'Le Kremlin dément',
      ]);
      expect(texts.at(-1)).toBe(plainOf(paragraphs[4]));
    });

    test('hostile text stays text, and only web and mail links are links', async () => {
      await open();
      await editor.selectNothing(page);
      const hostile: Block[] = [
        { kind: 'heading', level: 2, inlines: [{ text: '<script>window.pwned = 1</script>' }] },
        {
          kind: 'paragraph',
          inlines: [
            { text: '<img src=x onerror="window.pwned = 1"> & ' },
            { text: 'ici', marks: [{ kind: 'link', href: 'javascript:window.pwned=1' }] },
            { text: 'là', marks: [{ kind: 'link', href: 'https://a.example/"onmouseover="window.pwned=1' }] },
            { text: ' [gallery ids="1"] <!-- wp:html --><iframe srcdoc="x"></iframe><!-- /wp:html -->' },
          ],
        },
      ];
      receiptOf(await apply(await capture(), { blocks: hostile }));
      const after = await editor.read(page);
      expect(after).not.toMatch(/<script|<img|<iframe|href="javascript:|<!-- wp:html|\[gallery/u);
      expect(await page.evaluate(handlers, after)).toEqual([]);
      expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    });

    test('an empty post has nothing to rewrite', async () => {
      await open(['']);
      await editor.selectNothing(page);
      expect(await command(page, { kind: 'capture' })).toMatchObject({ kind: 'failed', code: 'nothing_to_rewrite' });
    });
  });
}

/** Attributes that would run something, as a parser reads the text. */
function handlers(html: string): string[] {
  const elements = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')];
  return elements.flatMap((element) => [...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('on')));
}

/** The text of each paragraph, heading, list item and quotation, whichever form the editor gives it. */
function plain(content: string): string[] {
  return content
    .replace(/<!--[\s\S]*?-->/g, '\n\n')
    .split(/\n\s*\n|<\/(?:p|h\d|li|blockquote)>|<(?:ul|blockquote)[^>]*>/)
    .map(plainOf)
    .filter(Boolean);
}

function plainOf(html: string | undefined): string {
  return (html ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, '\u00A0')
    .replace(/&amp;/g, '&')
    .replace(/^[ \n\t]+|[ \n\t]+$/g, '');
}

function upTo(content: string, text = ''): string {
  return content.slice(0, content.indexOf(text) + text.length);
}

function from(content: string, text = ''): string {
  return content.slice(content.indexOf(text));
}
