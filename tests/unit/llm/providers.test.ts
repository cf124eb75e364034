import { describe, expect, it } from 'vitest';
import { cleanBaseUrl, localityOf, originPattern, presetOf, PROVIDERS } from '../../../utils/llm/providers.ts';
import { ProviderId } from '../../../utils/settings.ts';

describe('the presets', () => {
  it('are one a provider of the settings, in their order', () => {
    expect(PROVIDERS.map((preset) => preset.id)).toEqual(ProviderId.options);
  });

  it('give a key page to each hosted provider, and none to what runs on this machine', () => {
    const known = PROVIDERS.filter((preset) => preset.id !== 'custom');
    expect(known.filter((preset) => localityOf(preset.baseUrl) !== preset.locality)).toEqual([]);
    expect(known.filter((preset) => (preset.keyPage !== null) !== (preset.locality === 'hosted'))).toEqual([]);
  });

  it('say how Ollama is told to accept an extension', () => {
    expect(presetOf('ollama').originHint).toBe('OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*');
  });
});

describe('an address', () => {
  it.each([
    'http://localhost:1234/v1',
    'http://127.0.0.1:8080/v1',
    'http://[::1]:80/v1',
    'http://192.168.1.20:11434/v1',
    'http://nas.local/v1',
  ])('%s is local', (url) => {
    expect(localityOf(url)).toBe('local');
  });

  it.each(['https://api.mistral.ai/v1', 'https://localhost.example.com/v1', 'https://10.example.com/v1', 'nonsense'])(
    '%s is not',
    (url) => {
      expect(localityOf(url)).toBe('hosted');
    },
  );

  it('asks the permission of its host without the port, which match patterns cannot hold', () => {
    expect(originPattern('http://127.0.0.1:8080/v1')).toBe('http://127.0.0.1/*');
    expect(originPattern('ftp://host/v1')).toBeNull();
  });

  it('is cleaned of what people paste with it', () => {
    expect(cleanBaseUrl(' https://api.openai.com/v1/chat/completions/ ')).toBe('https://api.openai.com/v1');
    expect(cleanBaseUrl('https://api.openai.com/v1/')).toBe('https://api.openai.com/v1');
  });
});
