/** What changed in a place of the editor, word by word, with a few words around each change. */
import { diffWords, type Change } from 'diff';
import { useMemo } from 'preact/hooks';
import { blocksFromHtml } from '../utils/article/html.ts';
import { plainText } from '../utils/article/text-units.ts';
import { t } from '../utils/i18n.ts';

/** Characters of unchanged text shown on each side of a change. */
const AROUND = 40;

/** Both as the editor's HTML. Nothing is rendered of it but its text. */
export function PlaceDiff({ before, now }: { before: string; now: string }) {
  const changes = useMemo(() => diffWords(textOf(before), textOf(now)), [before, now]);
  const last = changes.length - 1;
  return (
    <p class="place-diff" lang="fr" data-testid="place-diff" tabIndex={0} aria-label={t('place_diff')}>
      {changes.map((change, i) =>
        change.added ? (
          <ins key={i}>{change.value}</ins>
        ) : change.removed ? (
          <del key={i}>{change.value}</del>
        ) : (
          <span key={i}>{shortened(change, i === 0, i === last)}</span>
        ),
      )}
    </p>
  );
}

function textOf(html: string): string {
  return plainText(blocksFromHtml(html)).replace(/\s+/g, ' ');
}

function shortened({ value }: Change, first: boolean, last: boolean): string {
  const room = AROUND * (first || last ? 1 : 2);
  if (value.length <= room + 3) return value;
  return `${first ? '' : value.slice(0, AROUND)}…${last ? '' : value.slice(-AROUND)}`;
}
