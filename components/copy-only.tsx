/** Why nothing is inserted here, and what to do instead. Nothing where the editor can be written in. */
import { copyOnlyName } from '../utils/article/copy-only.ts';
import { t } from '../utils/i18n.ts';
import type { View } from './view.ts';

export function CopyOnly({ view }: { view: View }) {
  const name = copyOnlyIn(view);
  if (name === null) return null;
  return (
    <p class="hint" data-testid="copy-only">
      {name ? t('copy_only_builder', name) : t('copy_only_field')}
    </p>
  );
}

export function copyOnlyIn({ job }: View): string | null {
  return job?.capture ? copyOnlyName(job.capture.editor) : null;
}
