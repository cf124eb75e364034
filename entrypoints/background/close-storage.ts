/** Closes `storage` to content scripts where the browser can (Firefox ESR 153 cannot; keys are never in it anyway). */
import { browser } from 'wxt/browser';

export function closeStorage(): void {
  const local: { setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> } = browser.storage.local;
  local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}
