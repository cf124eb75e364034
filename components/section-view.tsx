/** One section of the preview: subheading, blocks, and after them the text still being written. */
import type { Block } from '../utils/article/block.ts';
import type { DraftSection } from '../utils/article/draft.ts';
import type { SectionState } from '../utils/rewrite/progress.ts';
import { t } from '../utils/i18n.ts';
import { BlockView } from './block-view.tsx';
import type { FindingPlace } from './finding-places.ts';
import { Icon } from './icon.tsx';
import { lazy } from './lazy.tsx';
import { memo } from './memo.tsx';
import type { PlacedSentence } from './pieces.ts';

const BlockEditor = lazy(() => import('./block-editor.tsx').then((module) => module.BlockEditor));

export interface SectionViewProps {
  section: DraftSection;
  index: number;
  state: SectionState;
  pending: string;
  sentences: readonly PlacedSentence[];
  findings: readonly FindingPlace[];
  /** Index into `report.evidence`, when it is in this section. */
  active: number | null;
  /** Block under the pointer or the caret, -1 the subheading, null none or not to be changed now. */
  tools: number | null;
  /** Block open for correction. */
  editing: number | null;
  onEdit: (section: number, block: number | null) => void;
  onChange: (section: number, heading: string | null, blocks: Block[]) => void;
  onRemove: (section: number, block: number) => void;
  /** null = no model to ask. */
  onRewrite: ((section: number) => void) | null;
}

export const SectionView = memo((props: SectionViewProps) => {
  const { section, index, state, pending, findings } = props;
  return (
    <section class="draft-section" data-section={index} data-section-state={state}>
      {section.heading !== null && (
        <div class="block is-heading" data-block={-1}>
          {section.level === 2 ? (
            <h2>{headingText(section.heading, findings)}</h2>
          ) : (
            <h3>{headingText(section.heading, findings)}</h3>
          )}
          {props.tools === -1 && props.onRewrite && (
            <div class="tools">
              <RewriteButton index={index} onRewrite={props.onRewrite} />
            </div>
          )}
        </div>
      )}
      {section.blocks.map((block, i) => (
        <BlockRow key={i} {...props} block={block} at={i} />
      ))}
      {pending && <p class="pending">{withoutMarkup(pending)}</p>}
      {!pending && section.blocks.length === 0 && <div class="to-come" data-hint={t('section_waiting')} />}
    </section>
  );
});

function BlockRow(props: SectionViewProps & { block: Block; at: number }) {
  const { section, index, block, at } = props;
  const sentences = props.sentences.filter((one) => one.evidence.place.block === at);
  const origin = originOf(sentences, props.state);
  if (props.editing === at)
    return (
      <BlockEditor
        block={block}
        onKeep={(changed) => {
          props.onChange(index, section.heading, section.blocks.with(at, changed));
          props.onEdit(index, null);
        }}
        onCancel={() => props.onEdit(index, null)}
      />
    );
  return (
    <div class={`block from-${origin}`} data-block={at} title={origin === 'floor' ? t('mark_floor') : undefined}>
      <BlockView
        block={block}
        sentences={sentences}
        findings={props.findings.filter((one) => one.block === at)}
        active={props.active}
      />
      {props.tools === at && (
        <div class="tools">
          {block.kind !== 'kept' && <ToolButton icon="edit" label={t('block_edit')} onClick={() => props.onEdit(index, at)} />}
          {section.heading === null && at === 0 && props.onRewrite && <RewriteButton index={index} onRewrite={props.onRewrite} />}
          <ToolButton icon="remove" label={t('block_remove')} onClick={() => props.onRemove(index, at)} />
        </div>
      )}
    </div>
  );
}

function RewriteButton({ index, onRewrite }: { index: number; onRewrite: (section: number) => void }) {
  return <ToolButton icon="restart" label={t('section_rewrite')} onClick={() => onRewrite(index)} />;
}

function ToolButton({ icon, label, onClick }: { icon: 'edit' | 'remove' | 'restart'; label: string; onClick: () => void }) {
  return (
    <button type="button" class="tool" title={label} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

function headingText(heading: string, findings: readonly FindingPlace[]) {
  const flag = findings.find((one) => one.block === -1);
  if (!flag) return heading;
  return (
    <>
      {heading.slice(0, flag.start)}
      <span class={`flag is-${flag.severity}`} data-flag={flag.finding}>
        {heading.slice(flag.start, flag.end)}
      </span>
      {heading.slice(flag.end)}
    </>
  );
}

/** A model's Markdown as people read it: no `##`, no `**`, and a quotation's code as a quotation to come. */
function withoutMarkup(pending: string): string {
  return pending
    .replace(/^\s*#{1,6} ?/gm, '')
    .replace(/\*\*|__/g, '')
    .replace(/\[C\d+\]?/g, '« … »');
}

/** Who wrote most of a block's sentences; before the report, what the section's state says. */
function originOf(sentences: readonly PlacedSentence[], state: SectionState): 'model' | 'floor' | 'hand' {
  if (sentences.length === 0) return state === 'floor' ? 'floor' : 'model';
  if (sentences.some((one) => one.evidence.origin === 'hand')) return 'hand';
  return sentences.filter((one) => one.evidence.origin === 'floor').length * 2 > sentences.length ? 'floor' : 'model';
}
