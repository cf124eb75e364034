/** Words of the body against the target, counted here while text streams in, by the report once it is there. */
import { useMemo } from 'preact/hooks';
import { plainText } from '../utils/article/text-units.ts';
import { countWords } from '../utils/article/words.ts';
import type { Progress } from '../utils/rewrite/progress.ts';
import { formatNumber, t } from '../utils/i18n.ts';

export function WordCount({ progress, target }: { progress: Progress | null; target: number }) {
  const sections = progress?.draft.sections;
  const live = useMemo(
    () =>
      sections?.reduce(
        (sum, section) => (section ? sum + countWords(section.heading ?? '') + countWords(plainText(section.blocks)) : sum),
        0,
      ) ?? 0,
    [sections],
  );
  const words = live || (progress?.report?.words ?? 0);
  const share = target > 0 ? Math.min(1, words / target) : 0;
  return (
    <div
      class={`word-count${words >= target ? ' is-reached' : ''}`}
      data-testid="word-count"
      data-words={words}
      data-target={target}
    >
      <div class="bar" aria-hidden="true">
        <div class="bar-fill" style={{ transform: `scaleX(${share})` }} />
      </div>
      <span>{t('word_target', formatNumber(words), formatNumber(target))}</span>
    </div>
  );
}
