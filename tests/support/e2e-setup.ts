/** What every browser test needs, made ready once and before them: two files that run at once must not both install it. */
import { builtExtension } from './extension-build.ts';
import { findChromium } from './find-chromium.ts';
import { findFirefox } from './firefox-binary.ts';
import { startWordPress } from './wordpress.ts';

export default async function setup(): Promise<void> {
  await builtExtension('chrome');
  await builtExtension('firefox');
  await findChromium();
  await findFirefox();
  const site = await startWordPress();
  await site.close();
}
