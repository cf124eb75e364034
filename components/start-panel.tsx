/** Before there is a text: what will be rewritten, what is missing, and the button that starts it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../utils/errors.ts';
import { plainText } from '../utils/article/text-units.ts';
import { countWords } from '../utils/article/words.ts';
import type { MessageKey } from '../utils/i18n.ts';
import { t, tn } from '../utils/i18n.ts';
import { CopyOnly } from './copy-only.tsx';
import { ErrorAction, ErrorText } from './error-actions.tsx';
import { ModelCards } from './model-cards.tsx';
import { recipientOf } from './recipient.ts';
import { StatePicture, type Picture } from './state-picture.tsx';
import { errorOf, type Send, type View } from './view.ts';

export interface StartPanelProps {
  view: View;
  send: Send;
  onOptions: (way?: 'key' | 'local') => void;
  /** What the page offers beside the start. */
  beside?: ComponentChildren;
}

export function StartPanel({ view, send, onOptions, beside }: StartPanelProps) {
  const error = errorOf(view);
  const capture = view.job?.capture;
  if (error && (!capture || PAGES[error.code]))
    if (error.code !== 'no_model') return <Obstacle {...error} send={send} onOptions={onOptions} />;
  if (!capture && error?.code !== 'no_model')
    return (
      <div class="obstacle">
        <StatePicture picture="reading" />
        <h1>{t('connecting')}</h1>
      </div>
    );
  return <Ask view={view} send={send} onOptions={onOptions} beside={beside} />;
}

const PAGES: Partial<Record<ErrorCode, { title: MessageKey; picture: Picture }>> = {
  not_editor: { title: 'not_editor_title', picture: 'not-editor' },
  nothing_to_rewrite: { title: 'nothing_title', picture: 'nothing' },
  page_reloaded: { title: 'page_title', picture: 'gone' },
};

function Obstacle({
  code,
  detail,
  send,
  onOptions,
}: {
  code: ErrorCode;
  detail: string | null;
  send: Send;
  onOptions: () => void;
}) {
  const page = PAGES[code];
  return (
    <div class="obstacle" data-testid="error" data-code={code}>
      <StatePicture picture={page?.picture ?? 'gone'} />
      <h1>{page ? t(page.title) : t('name')}</h1>
      <ErrorText code={code} detail={detail} />
      <ErrorAction code={code} send={send} onOptions={onOptions} />
    </div>
  );
}

function Ask({ view, send, onOptions, beside }: StartPanelProps) {
  const { job, surroundings } = view;
  const error = errorOf(view);
  const [keyphrase, setKeyphrase] = useState(job?.options.keyphrase ?? '');
  const [note, setNote] = useState(job?.options.note ?? '');
  const capture = job?.capture;
  const button = useRef<HTMLButtonElement>(null);
  // One key away for who comes from the toolbar; never started by itself.
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const provider = surroundings?.provider ?? null;
  const consent = provider && surroundings?.consentNeeded ? provider : null;
  const noModel = !provider || error?.code === 'no_model';
  const start = (withoutModel: boolean) => {
    if (consent && !withoutModel) send({ kind: 'consent', origin: consent.origin });
    send({ kind: 'start', keyphrase: keyphrase.trim(), note: note.trim(), withoutModel });
  };
  return (
    <div class="start">
      <h1>{t('start_title')}</h1>
      {capture && (
        <p>
          {t(`start_what_${capture.scope}`, tn('words', countWords(plainText(capture.blocks))), job.options.minWords)}{' '}
          {t('start_promise')}
        </p>
      )}
      <CopyOnly view={view} />
      {noModel && (
        <div data-testid="error" data-code={error?.code ?? 'no_model'}>
          <p class="start-question">{t('cards_title')}</p>
          <ModelCards onChoose={(way) => (way === 'floor' ? start(true) : onOptions(way))} />
        </div>
      )}
      <div class="ask">
        <label>
          <span class="label">{t('ask_keyphrase')}</span>
          <input
            class="input"
            data-testid="ask-keyphrase"
            placeholder={t('ask_keyphrase_hint')}
            value={keyphrase}
            onInput={(event) => setKeyphrase(event.currentTarget.value)}
          />
        </label>
        <label>
          <span class="label">{t('ask_note')}</span>
          <textarea
            class="input"
            rows={2}
            data-testid="ask-note"
            placeholder={t('ask_note_hint')}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      </div>
      {consent && (
        <div class="consent">
          <h2>{t('consent_title')}</h2>
          <p>{t(consent.local ? 'consent_local' : 'consent_hosted', recipientOf(consent))}</p>
        </div>
      )}
      {!noModel && error && (
        <div class="start-error" data-testid="error" data-code={error.code}>
          <div>
            <ErrorText {...error} />
          </div>
          <ErrorAction code={error.code} send={send} onOptions={() => onOptions()} />
        </div>
      )}
      {!noModel && (
        <div class="start-actions">
          <button
            type="button"
            class="button is-primary"
            ref={button}
            data-testid="start"
            disabled={!capture}
            onClick={() => start(false)}
          >
            {consent ? t('start_consent') : t('start')}
          </button>
          <button
            type="button"
            class="button"
            data-testid="compose-without-model"
            disabled={!capture}
            onClick={() => start(true)}
          >
            {t('compose_without_model')}
          </button>
          {surroundings?.shortcut && <span class="hint">{t('shortcut_hint', surroundings.shortcut)}</span>}
        </div>
      )}
      {beside}
    </div>
  );
}
