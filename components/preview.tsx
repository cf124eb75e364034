/** The article as it will stand in the post, written as it comes; the pointer and the caret choose a sentence. */
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Block } from '../utils/article/block.ts';
import type { Draft } from '../utils/article/draft.ts';
import type { Finding, Report } from '../utils/article/report.ts';
import { textUnits } from '../utils/article/text-units.ts';
import type { Progress } from '../utils/rewrite/progress.ts';
import { t } from '../utils/i18n.ts';
import { placeFindings } from './finding-places.ts';
import type { PlacedSentence } from './pieces.ts';
import { SectionView } from './section-view.tsx';

export interface PreviewProps {
  progress: Progress;
  editable: boolean;
  /** More text may come. */
  running: boolean;
  /** Sentence to show the evidence of, chosen here or by « Voir » on a finding. */
  active: number | null;
  onActive: (sentence: number | null) => void;
  isKept: (finding: Finding) => boolean;
  onChange: (section: number, heading: string | null, blocks: Block[]) => void;
  onRemove: (section: number, block: number) => void;
  /** null = no model to ask. */
  onRewriteSection: ((section: number) => void) | null;
}

const NONE: never[] = [];

export function Preview({ progress, editable, running, active, onActive, isKept, ...edits }: PreviewProps) {
  const root = useRef<HTMLDivElement>(null);
  const { draft, report } = progress;
  const [tools, setTools] = useState<{ section: number; block: number } | null>(null);
  const [editing, setEditing] = useState<{ section: number; block: number } | null>(null);

  const sentences = useMemo(() => Map.groupBy(standing(draft, report), (one) => one.evidence.place.section), [draft, report]);
  const findings = useMemo(
    () => Map.groupBy(report ? placeFindings(draft, report, isKept) : [], (one) => one.section),
    [draft, report, isKept],
  );
  const [stable] = useState(() => ({
    edit: (section: number, block: number | null) => setEditing(block === null ? null : { section, block }),
  }));
  const latest = useRef(edits);
  latest.current = edits;
  const [calls] = useState(() => ({
    change: (...args: Parameters<PreviewProps['onChange']>) => latest.current.onChange(...args),
    remove: (...args: Parameters<PreviewProps['onRemove']>) => latest.current.onRemove(...args),
    rewrite: (section: number) => latest.current.onRewriteSection?.(section),
  }));

  // A caret (caret browsing, a text selection) chooses a sentence as the pointer does.
  useEffect(() => {
    const onSelection = () => {
      const node = document.getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      if (!element || !root.current?.contains(element)) return;
      choose(element);
    };
    document.addEventListener('selectionchange', onSelection);
    return () => document.removeEventListener('selectionchange', onSelection);
  });

  function choose(element: Element): void {
    const sentence = element.closest('[data-sentence]')?.getAttribute('data-sentence');
    if (sentence) onActive(Number(sentence));
    const block = element.closest('[data-block]');
    const section = block?.closest('[data-section]');
    if (block && section)
      setTools({ section: Number(section.getAttribute('data-section')), block: Number(block.getAttribute('data-block')) });
  }

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (editing || event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = active === null ? undefined : report?.evidence[active]?.place;
    if (step && report?.evidence.length) {
      const next = active === null ? 0 : Math.min(Math.max(active + step, 0), report.evidence.length - 1);
      const element = root.current?.querySelector(`[data-sentence="${next}"]`);
      element?.scrollIntoView({ block: 'nearest' });
      if (element) choose(element);
    } else if (editable && place && event.key === 'Enter' && event.target === event.currentTarget) setEditing(place);
    else if (editable && place && event.key === 'Delete' && event.target === event.currentTarget)
      edits.onRemove(place.section, place.block);
    else return;
    event.preventDefault();
  };

  const activeSection = active === null ? undefined : report?.evidence[active]?.place.section;
  return (
    <div
      ref={root}
      class="article"
      data-testid="preview"
      role="group"
      aria-label={t('preview_label')}
      lang="fr"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onMouseOver={(event) => event.target instanceof Element && choose(event.target)}
      onMouseLeave={() => setTools(null)}
      onAuxClick={(event) => event.preventDefault()}
    >
      {draft.sections.map(
        (section, index) =>
          section && (
            <SectionView
              key={section.id}
              section={section}
              index={index}
              state={progress.sections[index]?.state ?? 'waiting'}
              pending={progress.sections[index]?.pending ?? ''}
              sentences={sentences.get(index) ?? NONE}
              findings={findings.get(index) ?? NONE}
              active={activeSection === index ? active : null}
              tools={editable && !editing && tools?.section === index ? tools.block : null}
              editing={editable && editing?.section === index ? editing.block : null}
              onEdit={stable.edit}
              onChange={calls.change}
              onRemove={calls.remove}
              onRewrite={edits.onRewriteSection && calls.rewrite}
            />
          ),
      )}
      {draft.sections.length === 0 && <div class="to-come" data-hint={t(running ? 'preview_waiting' : 'no_text')} />}
    </div>
  );
}

/** The report's sentences that still stand where it saw them: text that came since has no evidence yet. */
function standing(draft: Draft, report: Report | null): PlacedSentence[] {
  if (!report) return [];
  const texts = new Map(
    draft.sections.flatMap((section, i) =>
      textUnits(section?.blocks ?? []).map((unit) => [`${i} ${unit.block} ${unit.item}`, unit.text]),
    ),
  );
  return report.evidence.flatMap((evidence, index) => {
    const { section, block, item, start, end } = evidence.place;
    return texts.get(`${section} ${block} ${item}`)?.slice(start, end) === evidence.sentence ? [{ index, evidence }] : [];
  });
}
