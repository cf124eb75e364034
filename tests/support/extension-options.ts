/** Sets the extension up as a user does: through its options page. */
import { attributeOf, byTestId, click, fill, textOf, until, valueOf, type View } from './extension-view.ts';

export interface ModelSetup {
  /** Value of the `provider` select. */
  provider: string;
  baseUrl: string;
  model: string;
  /** '' = none. */
  apiKey: string;
  minWords?: number;
}

/** Fills and saves the options page, and waits until it says that it has saved. */
export async function setUpModel(options: View, setup: ModelSetup): Promise<void> {
  await fillModel(options, setup);
  await click(options, 'save');
  await until(
    () => isShown(options, 'saved'),
    10_000,
    async () => `« saved » (${await valueOf(options, 'base-url')})`,
  );
}

/** Fills the options page, nothing pressed. */
export async function fillModel(options: View, setup: ModelSetup): Promise<void> {
  await until(
    () => textOf(options, 'provider'),
    10_000,
    () => 'options page',
  );
  await fill(options, 'provider', setup.provider);
  await until(
    () => textOf(options, 'save'),
    5000,
    () => 'save button',
  );
  await fill(options, 'base-url', setup.baseUrl);
  if (setup.apiKey !== '') await fill(options, 'api-key', setup.apiKey);
  await fill(options, 'model', setup.model);
  if (setup.minWords !== undefined) await fill(options, 'min-words', String(setup.minWords));
  await click(options, 'save');
  await until(
    () => isShown(options, 'saved'),
    10_000,
    async () => `« saved » (${await valueOf(options, 'base-url')})`,
  );
}

/** Presses « Tester la connexion »; true when the model answered. A local model that others use takes its time. */
export async function testConnection(options: View): Promise<boolean> {
  await click(options, 'test-connection');
  const ok = await until(
    () => attributeOf(options, 'connection-result', 'data-ok'),
    30_000,
    () => 'connection result',
  );
  return ok === 'true';
}

function isShown(view: View, id: string): Promise<boolean> {
  return view.run((selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    return element !== null && element.getClientRects().length > 0 && element.textContent !== '';
  }, byTestId(id));
}
