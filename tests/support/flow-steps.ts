/** Steps of the main job as a user takes them in the popup. */
import { attributeOf, byTestId, click, stateOf, textOf, until, untilState, type View } from './extension-view.ts';

/** Presses « Réécrire », having read (once per provider) what leaves and to whom. */
export async function startRewrite(popup: View): Promise<void> {
  await click(popup, 'start');
  await until(
    async () => (await stateOf(popup)) !== 'idle',
    15_000,
    () => 'start of the rewrite',
  );
}

/** The body shown, one line a paragraph, subheading or list item; hints of the interface left out. */
export function previewLines(popup: View): Promise<string[]> {
  return popup.run((selector) => {
    const preview = document.querySelector(selector);
    if (!preview) return [];
    const lines: string[] = [];
    for (const element of preview.querySelectorAll('p, h1, h2, h3, h4, li')) {
      if (element.querySelector('p, li')) continue;
      const text = (element.textContent ?? '').trim();
      if (text !== '') lines.push(text);
    }
    return lines;
  }, byTestId('preview'));
}

/** « Insérer », with the question about open errors answered; resolves once the text is in the editor and verified. */
export async function insertDraft(popup: View): Promise<void> {
  await click(popup, 'insert');
  await until(
    async () => {
      if ((await stateOf(popup)) === 'applied') return true;
      if (await isShown(popup, 'insert-confirm')) await click(popup, 'insert-confirm');
      return false;
    },
    60_000,
    async () => `insertion: ${await stateOf(popup)}, ${await attributeOf(popup, 'error', 'data-code')}`,
  );
  await untilState(popup, 'applied');
}

/** What the popup says before the start of how much will be rewritten. */
export async function shownWords(popup: View): Promise<string> {
  return (await textOf(popup, 'job')) ?? '';
}

function isShown(view: View, id: string): Promise<boolean> {
  return view.run((selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0, byTestId(id));
}

/** Paragraphs and list items of the sections that a model has finished. Their subheadings may be worded later. */
export function writtenLines(popup: View): Promise<string[]> {
  return popup.run(() =>
    [...document.querySelectorAll('[data-section-state="written"] :is(p, li)')]
      .filter((element) => !element.querySelector('p, li'))
      .map((element) => (element.textContent ?? '').trim())
      .filter((line) => line !== ''),
  );
}
