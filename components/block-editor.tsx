/** A block open for correction by hand, in its own place and shape. */
import { useEffect, useRef } from 'preact/hooks';
import type { TargetedClipboardEvent, TargetedKeyboardEvent } from 'preact';
import type { Block, Inline, Mark } from '../utils/article/block.ts';
import { joinRuns } from '../utils/article/inlines.ts';
import { allowedHref } from '../utils/article/link.ts';
import { mapInlines } from '../utils/article/text-units.ts';
import { t } from '../utils/i18n.ts';
import { BlockView } from './block-view.tsx';

export interface BlockEditorProps {
  block: Block;
  onKeep: (block: Block) => void;
  onCancel: () => void;
}

export function BlockEditor({ block, onKeep, onCancel }: BlockEditorProps) {
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const keep = () => {
    if (field.current) onKeep(blockFrom(field.current, block));
  };
  // A popup closes at the first click beside it: what was typed is kept.
  useEffect(() => {
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  });
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
    // A new block is the editor's business: here a line break at most, and none in a list or a heading.
    else if (event.key === 'Enter' && (block.kind !== 'paragraph' || !event.shiftKey)) event.preventDefault();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLDivElement>) => {
    event.preventDefault();
    insertText(event.clipboardData?.getData('text/plain').replace(/\s+/g, ' ') ?? '');
  };
  return (
    <div class="block is-editing">
      <div
        ref={field}
        class="edit-field"
        role="textbox"
        aria-multiline="true"
        aria-label={t('edit_label')}
        contentEditable
        spellcheck
        lang="fr"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <BlockView block={block} sentences={[]} findings={[]} active={null} />
      </div>
      <div class="edit-actions">
        <button type="button" class="button" onClick={onCancel}>
          {t('edit_cancel')}
        </button>
        <button type="button" class="button is-strong" onClick={keep}>
          {t('edit_keep')}
        </button>
      </div>
    </div>
  );
}

function insertText(text: string): void {
  const selection = getSelection();
  if (!selection?.rangeCount) return;
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(document.createTextNode(text));
  selection.collapseToEnd();
}

/** The block with the text that stands in the field, unit by unit: `p`, `li` (own text), `h2`…, `cite`. */
export function blockFrom(field: HTMLElement, block: Block): Block {
  const holders = [...field.querySelectorAll('p, li, h2, h3, h4, cite')];
  const [changed] = mapInlines([block], (before, unit) => {
    // A browser may drop the one paragraph when all of its text is replaced.
    const holder = holders[unit.item] ?? (unit.item === 0 ? field : null);
    return holder ? inlinesFrom(holder, []) : before;
  });
  return changed ?? block;
}

function inlinesFrom(node: Node, marks: readonly Mark[]): Inline[] {
  const runs = [...node.childNodes].flatMap((child): Inline[] => {
    if (child instanceof Text) return [{ text: child.data, marks: [...marks] }];
    if (!(child instanceof HTMLElement)) return [];
    if (child.tagName === 'BR') return [{ text: '\n', marks: [...marks] }];
    // A nested list's items are units of their own.
    if (child.tagName === 'UL' || child.tagName === 'OL') return [];
    const mark = markOf(child);
    return inlinesFrom(child, mark ? [...marks, mark] : marks);
  });
  return joinRuns(runs);
}

function markOf(element: HTMLElement): Mark | null {
  switch (element.tagName) {
    case 'STRONG':
    case 'B':
      return { kind: 'strong' };
    case 'EM':
    case 'I':
      return { kind: 'em' };
    case 'CODE':
      return { kind: 'code' };
    case 'A': {
      const href = allowedHref(element.getAttribute('href') ?? '');
      return href === null ? null : { kind: 'link', href };
    }
    default:
      return null;
  }
}
