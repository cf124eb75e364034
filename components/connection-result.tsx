/** What the test of the connection gave: the model's answer, or the failure in words. */
import { errorText, formatDuration, t } from '../utils/i18n.ts';
import type { ConnectionResult } from '../utils/messages.ts';

export function ConnectionResultView({ result }: { result: ConnectionResult | 'testing' | null }) {
  if (result === null) return null;
  if (result === 'testing') return <p class="result">{t('options_testing')}</p>;
  return (
    <div
      class={`result ${result.ok ? 'is-good' : 'is-bad'}`}
      data-testid="connection-result"
      data-ok={result.ok}
      data-code={result.ok ? undefined : result.code}
    >
      {result.ok ? (
        <p>{t('options_test_ok', result.model, result.ms < 1000 ? `${result.ms} ms` : formatDuration(result.ms))}</p>
      ) : (
        <>
          <p>{errorText(result.code)}</p>
          {result.detail && <p class="hint">{result.detail}</p>}
        </>
      )}
    </div>
  );
}
