import { describe, expect, test } from 'vitest';
import { BlockBuilder } from '../../../utils/article/block-builder.ts';
import { Outline } from '../../../utils/editor/outline.ts';
import type { TextSink } from '../../../utils/editor/text-sink.ts';
import { weightOf } from '../../../utils/editor/weight.ts';

const things = ['image', 'tableau', 'bouton'];

/** Characters, and things in brackets: as blocks would have them, and as the outline has them. */
function both(tell: (sink: TextSink, keep: () => void) => void): { blocks: string; outline: string } {
  const builder = new BlockBuilder();
  tell(builder, () => builder.keep('core/image'));
  const outline = new Outline<string>();
  tell(outline, () => {
    outline.things.push(things[outline.things.length] ?? '');
    outline.keep();
  });
  const blocks = builder.end().map((block) => (block.kind === 'kept' ? `[${things[Number(block.ref)]}]` : weightOf(block)));
  const parts = outline.end().parts.map(({ chars, thing }) => (thing === null ? chars : `[${thing}]`));
  return { blocks: joined(blocks), outline: joined(parts) };
}

/** Stretches of text between two things are one. */
function joined(parts: readonly (string | number)[]): string {
  return parts.join(' ').replace(/\d+(?: \d+)+/g, (run) => String(run.split(' ').reduce((sum, part) => sum + Number(part), 0)));
}

describe('the outline of a place', () => {
  test('has things where the blocks of the same reading have them', () => {
    const { blocks, outline } = both((sink, keep) => {
      keep();
      sink.boundary();
      sink.text('Un paragraphe');
      sink.boundary();
      keep();
      sink.openHeading(2);
      sink.text('Un titre');
      sink.closeHeading();
      keep();
    });
    expect(outline).toBe('[image] 13 [tableau] 8 [bouton]');
    expect(outline).toBe(blocks);
  });

  test('has a picture inside a paragraph, a list or a quotation behind it', () => {
    const { blocks, outline } = both((sink, keep) => {
      sink.text('Avant ');
      keep();
      sink.text('après');
      sink.boundary();
      sink.openList(false);
      sink.openItem();
      sink.text('un');
      keep();
      sink.closeItem();
      sink.openItem();
      sink.text('deux');
      sink.closeItem();
      sink.closeList();
      sink.openQuote();
      sink.text('dit-il');
      keep();
      sink.boundary();
      sink.text('encore');
      sink.closeQuote();
    });
    expect(outline).toBe('10 [image] 6 [tableau] 12 [bouton]');
    expect(blocks).toBe('11 [image] 6 [tableau] 12 [bouton]');
  });

  test('of something alone holds it', () => {
    expect(both((_, keep) => keep())).toEqual({ blocks: '[image]', outline: '[image]' });
  });
});
