/** What changed, word by word, from the source to the draft. */
import { diffWords } from 'diff';
import { useMemo } from 'preact/hooks';
import type { Block } from '../utils/article/block.ts';
import { plainText } from '../utils/article/text-units.ts';
import { t } from '../utils/i18n.ts';

export function DiffView({ before, after }: { before: readonly Block[]; after: readonly Block[] }) {
  const changes = useMemo(() => diffWords(plainText(before), plainText(after)), [before, after]);
  return (
    <div class="article is-diff" lang="fr">
      <p class="hint legend">
        <ins>{t('diff_legend_added')}</ins> <del>{t('diff_legend_removed')}</del>
      </p>
      <p>
        {changes.map((change, i) =>
          change.added ? (
            <ins key={i}>{change.value}</ins>
          ) : change.removed ? (
            <del key={i}>{change.value}</del>
          ) : (
            <span key={i}>{change.value}</span>
          ),
        )}
      </p>
    </div>
  );
}
