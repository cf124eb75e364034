/** A selection from inside one paragraph to inside another, in each editor's own way. */
import type { Page } from 'puppeteer-core';
import type { FlowEditorKind } from './flow-editors.ts';

/** Paragraphs count from 0, offsets in characters of their plain text. */
export interface Point {
  paragraph: number;
  offset: number;
}

export async function selectAcross(page: Page, kind: FlowEditorKind, start: Point, end: Point): Promise<void> {
  if (kind === 'block') return page.evaluate(acrossBlocks, start, end);
  if (kind === 'classic-visual') return page.evaluate(acrossNodes, start, end);
  return page.evaluate(acrossText, start, end);
}

interface BlockPage {
  wp: {
    data: {
      select(store: string): { getBlockOrder(): string[] };
      dispatch(store: string): { selectionChange(edges: object): void };
    };
  };
}
interface VisualPage {
  tinymce: {
    get(id: string): { getDoc(): Document; getBody(): HTMLElement; focus(): void; selection: { setRng(range: Range): void } };
  };
}

function acrossBlocks(start: Point, end: Point): void {
  const { data } = (globalThis as unknown as BlockPage).wp;
  const ids = data.select('core/block-editor').getBlockOrder();
  const at = ({ paragraph, offset }: Point) => ({ clientId: ids[paragraph], attributeKey: 'content', offset });
  data.dispatch('core/block-editor').selectionChange({ start: at(start), end: at(end) });
}

function acrossNodes(start: Point, end: Point): void {
  const editor = (globalThis as unknown as VisualPage).tinymce.get('content');
  const textOf = (index: number) => {
    const text = editor.getBody().children[index]?.firstChild;
    if (!text) throw new Error(`no paragraph ${index}`);
    return text;
  };
  const range = editor.getDoc().createRange();
  range.setStart(textOf(start.paragraph), start.offset);
  range.setEnd(textOf(end.paragraph), end.offset);
  editor.focus();
  editor.selection.setRng(range);
}

function acrossText(start: Point, end: Point): void {
  const area = document.querySelector<HTMLTextAreaElement>('textarea#content');
  if (!area) throw new Error('no textarea');
  const lengths = area.value.split('\n\n').map((paragraph) => paragraph.length + 2);
  const at = ({ paragraph, offset }: Point) => lengths.slice(0, paragraph).reduce((sum, length) => sum + length, offset);
  area.focus();
  area.setSelectionRange(at(start), at(end));
}
