/** What a reader of an editor's markup tells, as blocks. */
import { BlockBuilder } from '../article/block-builder.ts';
import type { Block, Mark } from '../article/block.ts';
import { allowedHref } from '../article/link.ts';
import type { TextSink } from './text-sink.ts';

export function blocksOf(read: (sink: TextSink) => void): Block[] {
  const builder = Object.assign(new BlockBuilder(), { markOf });
  read(builder);
  return builder.end();
}

function markOf(element: Element, tag: string): Mark | null {
  if (tag === 'STRONG' || tag === 'B') return { kind: 'strong' };
  if (tag === 'EM' || tag === 'I') return { kind: 'em' };
  if (tag === 'CODE' || tag === 'KBD') return { kind: 'code' };
  if (tag !== 'A') return null;
  const href = allowedHref(element.getAttribute('href') ?? '', location.href);
  return href === null ? null : { kind: 'link', href };
}
