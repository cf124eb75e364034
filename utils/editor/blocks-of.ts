/** What a reader of an editor's markup tells, as blocks. */
import { BlockBuilder } from '../article/block-builder.ts';
import type { Block } from '../article/block.ts';
import type { TextSink } from './text-sink.ts';

export function blocksOf(read: (sink: TextSink) => void): Block[] {
  const builder = new BlockBuilder();
  read(builder);
  return builder.end();
}
