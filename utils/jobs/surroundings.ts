/** What a page is told beside the job: the provider's name and address, the shortcut. Never a key. */
import { localityOf, originOf } from '../llm/providers.ts';
import type { Surroundings } from '../messages.ts';
import type { Settings } from '../settings.ts';

/** Pure. */
export function surroundingsOf(settings: Settings, shortcut: string | null): Surroundings {
  const { provider, consents, options } = settings;
  const local = provider !== null && localityOf(provider.baseUrl) === 'local';
  const origin = provider === null ? '' : originOf(provider.baseUrl);
  return {
    provider: provider && { id: provider.id, model: provider.model, origin, local },
    consentNeeded: provider !== null && !local && !consents.includes(origin),
    minWords: options.minWords,
    shortcut,
  };
}
