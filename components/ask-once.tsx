/** A button whose deed cannot be undone: it asks once, where it stands. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n.ts';

export interface AskOnceProps {
  testId: string;
  label: string;
  question: string;
  yes: string;
  no: string;
  disabled?: boolean;
  onYes: () => void;
}

export function AskOnce({ testId, label, question, yes, no, disabled, onYes }: AskOnceProps) {
  const [asking, setAsking] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // Focus goes to the harmless answer, and back to the button afterwards.
  useEffect(() => {
    if (asking) first.current?.focus();
    else if (wasAsking.current) button.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button
        ref={button}
        type="button"
        class="button is-danger"
        data-testid={testId}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  return (
    <div
      class="ask-once"
      role="group"
      aria-label={t('banner_label')}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <p id={`${testId}-question`}>{question}</p>
      <button
        ref={first}
        type="button"
        class="button"
        data-testid={`${testId}-no`}
        aria-describedby={`${testId}-question`}
        onClick={() => setAsking(false)}
      >
        {no}
      </button>
      <button
        type="button"
        class="button is-danger"
        data-testid={`${testId}-yes`}
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {yes}
      </button>
    </div>
  );
}
