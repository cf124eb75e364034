/** What a reader of an editor's markup tells of it: to a `BlockBuilder`, or to an `Outline`. */
import type { Mark } from '../article/block.ts';
import type { BlockBuilder } from '../article/block-builder.ts';

/** Marks are read for a sink that wants them only. */
export interface TextSink extends Omit<BlockBuilder, 'lines' | 'end' | keyof Marks>, Partial<Marks> {}

interface Marks extends Pick<BlockBuilder, 'openMark' | 'closeMark'> {
  /** What an inline element means; `tag` is its name in capitals. */
  markOf: (element: Element, tag: string) => Mark | null;
}
