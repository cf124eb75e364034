/** Runs of text with their marks, sentence by sentence. Made of elements, never of an HTML string. */
import type { ComponentChildren } from 'preact';
import type { Mark } from '../utils/article/block.ts';
import { allowedHref } from '../utils/article/link.ts';
import type { Piece, SentencePieces } from './pieces.ts';

export interface RichTextProps {
  groups: readonly SentencePieces[];
  /** The sentence under the pointer or the caret. */
  active: number | null;
}

export function RichText({ groups, active }: RichTextProps) {
  return (
    <>
      {groups.map((group, i) => {
        const pieces = group.pieces.map((piece, j) => <PieceView key={j} piece={piece} />);
        if (group.sentence === null || !group.evidence) return <span key={i}>{pieces}</span>;
        const classes = `sentence is-${group.evidence.status}${group.sentence === active ? ' is-active' : ''}`;
        return (
          <span key={i} class={classes} data-sentence={group.sentence} data-origin={group.evidence.origin}>
            {pieces}
          </span>
        );
      })}
    </>
  );
}

function PieceView({ piece }: { piece: Piece }) {
  const text = piece.marks.reduceRight<ComponentChildren>(marked, withBreaks(piece.text));
  if (!piece.finding) return <>{text}</>;
  return (
    <span class={`flag is-${piece.finding.severity}`} data-flag={piece.finding.finding}>
      {text}
    </span>
  );
}

function withBreaks(text: string): ComponentChildren {
  const lines = text.split('\n');
  return lines.length === 1 ? text : lines.flatMap((line, i) => (i ? [<br key={i} />, line] : [line]));
}

/** Links are drawn as links and lead nowhere: a click in the preview never leaves it. */
function marked(children: ComponentChildren, mark: Mark): ComponentChildren {
  switch (mark.kind) {
    case 'strong':
      return <strong>{children}</strong>;
    case 'em':
      return <em>{children}</em>;
    case 'code':
      return <code>{children}</code>;
    case 'link': {
      const href = allowedHref(mark.href);
      return href === null ? (
        children
      ) : (
        <a href={href} title={href} rel="noopener noreferrer" tabIndex={-1} onClick={(event) => event.preventDefault()}>
          {children}
        </a>
      );
    }
  }
}
