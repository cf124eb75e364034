import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeSettings, readSettings, settingsFrom, writeSettings } from '../../utils/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';

const provider = { id: 'mistral' as const, baseUrl: 'https://api.mistral.ai/v1', model: 'mistral-small' };

describe('the settings', () => {
  it('are the defaults until something is chosen', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('come back as they were written', async () => {
    await writeSettings({ ...DEFAULT_SETTINGS, provider });
    expect((await changeSettings((settings) => ({ ...settings, consents: ['https://api.mistral.ai'] }))).provider).toEqual(
      provider,
    );
    expect((await readSettings()).consents).toEqual(['https://api.mistral.ai']);
  });

  it('never lose the provider to a broken option, and set the broken value aside', async () => {
    const broken = { version: 1, provider, consents: 'oui', options: { minWords: -5, tone: 'sobre', unknown: 1 } };
    await fakeBrowser.storage.local.set({ settings: broken });
    const settings = await readSettings();
    expect(settings.provider).toEqual(provider);
    expect(settings.options.minWords).toBe(DEFAULT_SETTINGS.options.minWords);
    expect(settings.options.tone).toBe('sobre');
    expect(await fakeBrowser.storage.local.get('settings-unreadable')).toEqual({ 'settings-unreadable': broken });
  });

  it('survive a value of a version not known yet', () => {
    expect(settingsFrom({ ...DEFAULT_SETTINGS, version: 99, provider }).settings.provider).toEqual(provider);
  });

  it('survive rubbish', () => {
    expect(settingsFrom('rubbish')).toEqual({ settings: DEFAULT_SETTINGS, whole: false });
  });
});
