/**
 * One face for the three editors, so that one behaviour suite runs over them all. What a user does (select, undo, save)
 * is done with the editor's own selection and real keys; what is asserted is read from the editor's own model.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from './extension-view.ts';
import type { NewPost, WordPressSite } from './wordpress.ts';

/** An editor of WordPress takes seconds to load; on a machine that does other work too, much longer. */
const PAGE_WITHIN_MS = 90_000;

export type FlowEditorKind = NonNullable<NewPost['editor']>;

export interface FlowEditor {
  kind: FlowEditorKind;
  /** The post's content for these paragraphs (HTML inside), in this editor's own form. */
  content(paragraphs: readonly string[]): string;
  open(page: Page, site: WordPressSite, id: number): Promise<void>;
  /** Part of one paragraph, from its character `start` to `end`. */
  selectRange(page: Page, paragraph: number, start: number, end: number): Promise<void>;
  /** Whole paragraphs, both included. */
  selectParagraphs(page: Page, first: number, last: number): Promise<void>;
  /** The caret only: the whole post is meant. */
  selectNothing(page: Page): Promise<void>;
  /** The body as the editor would save it. */
  read(page: Page): Promise<string>;
  /** Title and slug as the editor would save them. */
  readFields(page: Page): Promise<{ title: string; slug: string }>;
  /** Ctrl+Z, once, with the focus in the text. */
  undo(page: Page): Promise<void>;
  /** Ctrl+Shift+Z, once; the focus is where `undo` left it. */
  redo(page: Page): Promise<void>;
  save(page: Page): Promise<void>;
  /** How a subheading stands in the body, and what must never stand there. */
  heading: RegExp;
  foreign: RegExp;
  /** Its undo brings back title and slug with the body; elsewhere « Rétablir l’original » does. */
  undoReachesFields: boolean;
}

export function flowEditor(kind: FlowEditorKind): FlowEditor {
  return { block: blockEditor, 'classic-visual': classicVisual, 'classic-text': classicText }[kind];
}

/** The seed article's paragraphs, HTML inside. */
export function seedParagraphs(): string[] {
  const html = readFileSync(new URL('../fixtures/seed-article.html', import.meta.url), 'utf8');
  return [...html.matchAll(/<p>(.*?)<\/p>/gsu)].map((match) => match[1] ?? '');
}

/** A title for the seed article, which has none: its first sentence, made short. */
export const SEED_TITLE = 'Ukraine : le Kremlin dément avoir contacté les États-Unis';

/** The globals of a WordPress admin page that the drivers use. */
declare const wp: {
  data: {
    select(store: string): Record<string, (...args: unknown[]) => unknown>;
    dispatch(store: string): Record<string, (...args: unknown[]) => Promise<unknown>>;
  };
};
declare const tinymce: {
  get(id: string): {
    initialized: boolean;
    getContent(): string;
    getBody(): HTMLElement;
    focus(): void;
    selection: { setRng(range: Range): void };
    getDoc(): Document;
  } | null;
};

const blockEditor: FlowEditor = {
  kind: 'block',
  // WordPress names the class since 6.2.
  heading: /<!-- wp:heading -->\n<h2(?: class="wp-block-heading")?>/u,
  foreign: /wp:(?:freeform|html|missing)/u,
  undoReachesFields: true,
  content: (paragraphs) =>
    paragraphs.map((paragraph) => `<!-- wp:paragraph -->\n<p>${paragraph}</p>\n<!-- /wp:paragraph -->`).join('\n\n'),
  async open(page, site, id) {
    await page.goto(site.editUrl(id), { timeout: PAGE_WITHIN_MS });
    await page.waitForFunction(
      () => typeof wp === 'object' && (wp.data?.select('core/block-editor')?.['getBlockCount']?.() as number) > 0,
      { timeout: 60_000 },
    );
    await until(
      () => canvasReady(page),
      30_000,
      () => 'canvas',
    );
  },
  async selectRange(page, paragraph, start, end) {
    await page.evaluate(
      (index, from, to) => {
        const ids = wp.data.select('core/block-editor')['getBlockOrder']?.() as string[];
        const at = (offset: number) => ({ clientId: ids[index], attributeKey: 'content', offset });
        void wp.data.dispatch('core/block-editor')['selectionChange']?.({ start: at(from), end: at(to) });
      },
      paragraph,
      start,
      end,
    );
  },
  async selectParagraphs(page, first, last) {
    await page.evaluate(
      (from, to) => {
        const ids = wp.data.select('core/block-editor')['getBlockOrder']?.() as string[];
        const { multiSelect, selectBlock } = wp.data.dispatch('core/block-editor');
        void (from === to ? selectBlock?.(ids[from]) : multiSelect?.(ids[from], ids[to]));
      },
      first,
      last,
    );
  },
  async selectNothing(page) {
    await page.evaluate(() => void wp.data.dispatch('core/block-editor')['clearSelectedBlock']?.());
  },
  read: (page) => page.evaluate(() => wp.data.select('core/editor')['getEditedPostContent']?.() as string),
  readFields: (page) =>
    page.evaluate(() => {
      const get = (name: string) => String(wp.data.select('core/editor')['getEditedPostAttribute']?.(name) ?? '');
      return { title: get('title'), slug: get('slug') };
    }),
  async undo(page) {
    await page.bringToFront();
    await page.evaluate(intoText);
    await press(page, 'Control', 'z');
  },
  async redo(page) {
    await page.evaluate(intoText);
    await redo(page);
  },
  async save(page) {
    await page.bringToFront();
    await page.evaluate(intoText);
    await press(page, 'Control', 's');
    await page.waitForFunction(
      () => {
        const editor = wp.data.select('core/editor');
        return !editor['isSavingPost']?.() && !editor['isEditedPostDirty']?.();
      },
      { timeout: 60_000 },
    );
  },
};

const classicVisual: FlowEditor = {
  kind: 'classic-visual',
  heading: /<h2>/u,
  foreign: /<!--|<div|<span|style=/u,
  undoReachesFields: false,
  content: (paragraphs) => paragraphs.join('\n\n'),
  async open(page, site, id) {
    await page.goto(site.editUrl(id), { timeout: PAGE_WITHIN_MS });
    await page.waitForFunction(() => typeof tinymce === 'object' && tinymce.get('content')?.initialized, { timeout: 60_000 });
  },
  async selectRange(page, paragraph, start, end) {
    await page.evaluate(
      (index, from, to) => {
        const editor = tinymce.get('content');
        const node = editor?.getBody().children[index];
        const text = node?.firstChild;
        if (!editor || !text) throw new Error('no such paragraph');
        const range = editor.getDoc().createRange();
        range.setStart(text, from);
        range.setEnd(text, to);
        editor.focus();
        editor.selection.setRng(range);
      },
      paragraph,
      start,
      end,
    );
  },
  async selectParagraphs(page, first, last) {
    await page.evaluate(
      (from, to) => {
        const editor = tinymce.get('content');
        const [start, end] = [editor?.getBody().children[from], editor?.getBody().children[to]];
        if (!editor || !start || !end) throw new Error('no such paragraphs');
        const range = editor.getDoc().createRange();
        range.setStart(start, 0);
        range.setEnd(end, end.childNodes.length);
        editor.focus();
        editor.selection.setRng(range);
      },
      first,
      last,
    );
  },
  async selectNothing(page) {
    await page.evaluate(() => {
      const editor = tinymce.get('content');
      const range = editor?.getDoc().createRange();
      if (!editor || !range) return;
      range.setStart(editor.getBody(), 0);
      range.collapse(true);
      editor.focus();
      editor.selection.setRng(range);
    });
  },
  read: (page) => page.evaluate(() => tinymce.get('content')?.getContent() ?? ''),
  readFields: classicFields,
  async undo(page) {
    await page.bringToFront();
    await page.evaluate(() => tinymce.get('content')?.focus());
    await press(page, 'Control', 'z');
  },
  redo,
  save: classicSave,
};

const classicText: FlowEditor = {
  kind: 'classic-text',
  heading: /\n\n<h2>.+<\/h2>\n/u,
  foreign: /<p>|<!--|<div|<span/u,
  undoReachesFields: false,
  content: classicVisual.content,
  async open(page, site, id) {
    await page.goto(site.editUrl(id), { timeout: PAGE_WITHIN_MS });
    await page.waitForSelector('textarea#content', { visible: true, timeout: 60_000 });
  },
  async selectRange(page, paragraph, start, end) {
    await selectInTextarea(page, paragraph, paragraph, start, end);
  },
  async selectParagraphs(page, first, last) {
    await selectInTextarea(page, first, last, 0, null);
  },
  async selectNothing(page) {
    await page.evaluate(() => {
      const area = document.querySelector<HTMLTextAreaElement>('textarea#content');
      area?.focus();
      area?.setSelectionRange(0, 0);
    });
  },
  read: (page) => page.evaluate(() => document.querySelector<HTMLTextAreaElement>('textarea#content')?.value ?? ''),
  readFields: classicFields,
  async undo(page) {
    await page.bringToFront();
    await page.focus('textarea#content');
    await press(page, 'Control', 'z');
  },
  redo,
  save: classicSave,
};

/** As a click into the text does; a focus that is there already stays. WordPress 6.1 hears no shortcut outside its editor. */
function intoText(): void {
  const canvas = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]');
  const isLost = document.activeElement === document.body;
  (canvas ?? (isLost ? document.querySelector<HTMLElement>('.is-root-container [data-block]') : null))?.focus();
}

/** The canvas shows its first block, in its iframe or without one. */
function canvasReady(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]');
    return (frame?.contentDocument ?? document).querySelector('[data-block]') !== null;
  });
}

async function press(page: Page, modifier: 'Control', key: 'z' | 's'): Promise<void> {
  await page.keyboard.down(modifier);
  await page.keyboard.press(key);
  await page.keyboard.up(modifier);
  await new Promise((resolve) => setTimeout(resolve, 300));
}

async function redo(page: Page): Promise<void> {
  await page.keyboard.down('Shift');
  await press(page, 'Control', 'z');
  await page.keyboard.up('Shift');
}

function classicFields(page: Page): Promise<{ title: string; slug: string }> {
  return page.evaluate(() => ({
    title: document.querySelector<HTMLInputElement>('#title')?.value ?? '',
    slug: document.querySelector<HTMLInputElement>('#post_name')?.value ?? '',
  }));
}

async function classicSave(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelector('#save-post, #publish')?.classList.contains('disabled') === false);
  const saved = page.waitForNavigation({ timeout: 60_000 });
  await page.evaluate(() => document.querySelector<HTMLElement>('#save-post, #publish')?.click());
  await saved;
}

/** Paragraphs stand between blank lines there; `end` null = to the end of the last one. */
function selectInTextarea(page: Page, first: number, last: number, start: number, end: number | null): Promise<void> {
  return page.evaluate(
    (from, to, startIn, endIn) => {
      const area = document.querySelector<HTMLTextAreaElement>('textarea#content');
      if (!area) throw new Error('no textarea');
      const places: [number, number][] = [];
      let at = 0;
      for (const paragraph of area.value.split('\n\n')) {
        places.push([at, at + paragraph.length]);
        at += paragraph.length + 2;
      }
      const [open] = places[from] ?? [0, 0];
      const [lastOpen, lastEnd] = places[to] ?? [0, 0];
      area.focus();
      area.setSelectionRange(open + startIn, endIn === null ? lastEnd : lastOpen + endIn);
    },
    first,
    last,
    start,
    end,
  );
}
