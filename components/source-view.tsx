/** The source as it was read in the editor, the sentences that carry the chosen draft sentence marked. */
import type { Block } from '../utils/article/block.ts';
import { textUnits } from '../utils/article/text-units.ts';
import type { Report } from '../utils/article/report.ts';
import { t } from '../utils/i18n.ts';
import { BlockView } from './block-view.tsx';

export interface SourceViewProps {
  blocks: readonly Block[];
  report: Report | null;
  active: number | null;
}

export function SourceView({ blocks, report, active }: SourceViewProps) {
  const ids = active === null ? [] : (report?.evidence[active]?.sources ?? []);
  const texts = report?.facts.filter((fact) => ids.includes(fact.id)).map((fact) => fact.text) ?? [];
  if (blocks.length === 0) return <p class="hint">{t('source_waiting')}</p>;
  return (
    <div class="article is-source">
      {blocks.map((block, i) => {
        const carries = textUnits([block]).some((unit) => texts.some((text) => unit.text.includes(text)));
        return (
          <div key={i} class={carries ? 'block is-carrying' : 'block'}>
            <BlockView block={block} sentences={[]} findings={[]} active={null} />
          </div>
        );
      })}
    </div>
  );
}
