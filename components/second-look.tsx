/** « Avis du modèle »: what it thinks of the draft beside its evidence, asked for by hand and priced before. Nothing is counted. */
import { useMemo } from 'preact/hooks';
import { lookCost, sentencesToLookAt } from '../utils/rewrite/look-requests.ts';
import { standingOpinions, type StandingOpinion } from '../utils/rewrite/opinions.ts';
import type { Progress } from '../utils/rewrite/progress.ts';
import { formatNumber, t, tn } from '../utils/i18n.ts';
import type { Keyed } from './finding-key.ts';
import { OpinionList } from './opinion-list.tsx';

export interface SecondLookProps {
  progress: Progress;
  /** null = no model to ask. */
  onAsk: (() => void) | null;
  /** The draft stands still. */
  ready: boolean;
  isKept: (opinion: Keyed) => boolean;
  onKeep: (opinion: Keyed, kept: boolean) => void;
  /** Index into the report's evidence. */
  onSee: (sentence: number) => void;
}

export function SecondLook({ progress, onAsk, ready, isKept, onKeep, onSee }: SecondLookProps) {
  const { report, secondLook } = progress;
  const { opinions, looked } = useMemo(() => standingOpinions({ report, secondLook }), [report, secondLook]);
  const items = useMemo(() => sentencesToLookAt({ report, secondLook }), [report, secondLook]);
  if (looked === 0 && (!onAsk || items.length === 0)) return null;
  const open = opinions.filter((one) => !isKept(keyed(one)));
  const away = opinions.filter((one) => isKept(keyed(one)));
  const list = (some: readonly StandingOpinion[], dismissed: boolean) => (
    <OpinionList
      opinions={some}
      actions={(one) => (
        <>
          <button type="button" class="link-button" data-testid="opinion-dismiss" onClick={() => onKeep(keyed(one), !dismissed)}>
            {t(dismissed ? 'unkeep' : 'opinion_dismiss')}
          </button>
          <button type="button" class="link-button" data-testid="opinion-see" onClick={() => onSee(one.index)}>
            {t('see')}
          </button>
        </>
      )}
    />
  );
  return (
    <section class="second-look" data-testid="opinions" data-looked={looked}>
      <h2 class="side-title">{t('opinion_title')}</h2>
      {looked > 0 && (
        <p class="hint">{t('opinion_result', tn('opinion_remarks', open.length), tn('opinion_sentences', looked))}</p>
      )}
      {open.length > 0 && list(open, false)}
      {away.length > 0 && (
        <details class="kept-findings">
          <summary>{t('opinion_dismissed', away.length)}</summary>
          {list(away, true)}
        </details>
      )}
      {onAsk && items.length > 0 && <Ask {...lookCost(items)} ready={ready} onAsk={onAsk} />}
    </section>
  );
}

interface AskProps {
  requests: number;
  tokens: number;
  ready: boolean;
  onAsk: () => void;
}

function Ask({ requests, tokens, ready, onAsk }: AskProps) {
  return (
    <>
      <button type="button" class="button" data-testid="second-look" disabled={!ready} onClick={onAsk}>
        {t('opinion_ask')}
      </button>
      <p class="hint">{t('opinion_cost', tn('requests', requests), formatNumber(Math.ceil(tokens / 100) * 100))}</p>
    </>
  );
}

/** Put away as a finding is kept. */
function keyed({ sentence, reason }: StandingOpinion): Keyed {
  return { kind: 'opinion', excerpt: sentence, source: reason };
}
