/** What a reader of an editor's markup tells of it: to a `BlockBuilder`, or to an `Outline`. */
import type { BlockBuilder } from '../article/block-builder.ts';

export type TextSink = Omit<BlockBuilder, 'lines' | 'end'>;
