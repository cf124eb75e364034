/** One block of the draft as it will stand in the post. */
import type { ComponentChildren } from 'preact';
import type { Block, ListItem } from '../utils/article/block.ts';
import { textUnits, type TextUnit } from '../utils/article/text-units.ts';
import { t } from '../utils/i18n.ts';
import type { FindingPlace } from './finding-places.ts';
import { piecesOf, type PlacedSentence } from './pieces.ts';
import { RichText } from './rich-text.tsx';

export interface BlockViewProps {
  block: Block;
  /** Of this block only. */
  sentences: readonly PlacedSentence[];
  findings: readonly FindingPlace[];
  active: number | null;
}

export function BlockView({ block, sentences, findings, active }: BlockViewProps) {
  const units = textUnits([block]);
  const text = (unit: TextUnit | undefined): ComponentChildren =>
    unit && (
      <RichText
        active={active}
        groups={piecesOf(
          unit.inlines,
          sentences.filter((one) => one.evidence.place.item === unit.item),
          findings.filter((one) => one.item === unit.item),
        )}
      />
    );
  switch (block.kind) {
    case 'paragraph':
      return <p>{text(units[0])}</p>;
    case 'heading':
      return block.level <= 2 ? (
        <h2>{text(units[0])}</h2>
      ) : block.level === 3 ? (
        <h3>{text(units[0])}</h3>
      ) : (
        <h4>{text(units[0])}</h4>
      );
    case 'list': {
      const queue = [...units];
      return listOf(block.ordered, block.items, () => text(queue.shift()));
    }
    case 'quote':
      return (
        <blockquote>
          {block.paragraphs.map((_, i) => (
            <p key={i}>{text(units[i])}</p>
          ))}
          {block.citation && <cite>{text(units.at(-1))}</cite>}
        </blockquote>
      );
    case 'kept':
      return <div class="kept" data-hint={t('kept_block', block.name)} />;
  }
}

/** Items in document order, which is the order of their text units. */
function listOf(ordered: boolean, items: readonly ListItem[], nextText: () => ComponentChildren): ComponentChildren {
  const rows = items.map((item, i) => {
    const own = nextText();
    return (
      <li key={i}>
        {own}
        {item.list && listOf(item.list.ordered, item.list.items, nextText)}
      </li>
    );
  });
  return ordered ? <ol>{rows}</ol> : <ul>{rows}</ul>;
}
