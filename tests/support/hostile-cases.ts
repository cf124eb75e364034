/**
 * Hostile text by family: what a model may be talked into writing, and what a source may hold. `§js§` stands for a call
 * that leaves its number in `self.ran`, `§url§` for an address of the test's own server that is asked for nothing by an
 * innocent page. The texts are Markdown, as a model answers.
 */
import { MARKDOWN_FAMILIES } from './hostile-markdown.ts';
import { MARKUP_FAMILIES } from './hostile-markup.ts';
import { WORDPRESS_FAMILIES } from './hostile-wordpress.ts';

export interface HostileCase {
  /** 1, 2, 3…: what `self.ran` holds where it ran, and the end of the address that it asks for. */
  id: number;
  family: string;
  text: string;
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = { ...MARKUP_FAMILIES, ...MARKDOWN_FAMILIES, ...WORDPRESS_FAMILIES };

/** @param beacon origin of a server that should never be asked, as `http://127.0.0.1:1234` */
export function hostileCases(beacon: string): HostileCase[] {
  let id = 0;
  return Object.entries(FAMILIES).flatMap(([family, texts]) =>
    texts.map((text) => {
      id += 1;
      return { id, family, text: text.replaceAll('§js§', scriptOf(id)).replaceAll('§url§', `${beacon}/hit/${id}`) };
    }),
  );
}

/** No quote, no blank: it fits into an attribute, an address and a Markdown destination alike. */
function scriptOf(id: number): string {
  return `(self.ran=self.ran||[]).push(${id})`;
}
