/** What the options page says of the model servers on this computer. */
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { LocalServers, type LocalSearch } from '../../components/local-servers.tsx';
import { PROVIDERS } from '../../utils/llm/providers.ts';
import type { LocalServer } from '../../utils/messages.ts';

const OLLAMA: LocalServer = {
  id: 'ollama',
  baseUrl: 'http://127.0.0.1:11434/v1',
  models: ['qwen3:4b', 'mistral:7b'],
  code: null,
};

afterEach(cleanup);

function show(search: LocalSearch | null) {
  const used: LocalServer[] = [];
  let searched = 0;
  const view = render(
    <LocalServers
      presets={PROVIDERS}
      search={search}
      onSearch={() => {
        searched += 1;
      }}
      onUse={(server) => used.push(server)}
    />,
  );
  return { ...view, used, searched: () => searched };
}

describe('the search for a model on this computer', () => {
  test('begins with a press of its button, and not twice at once', () => {
    const { getByTestId, searched } = show(null);
    fireEvent.click(getByTestId('find-local'));
    expect(searched()).toBe(1);
    expect(show('searching').getAllByTestId('find-local').at(-1)).toHaveProperty('disabled', true);
  });

  test('names what a server offers, and takes it', () => {
    const { getByTestId, used } = show([OLLAMA]);
    expect(getByTestId('local-server').textContent).toContain('qwen3:4b et mistral:7b');
    fireEvent.click(getByTestId('use-local'));
    expect(used).toEqual([OLLAMA]);
  });

  test('gives the exact line for each system where Ollama refuses extensions', () => {
    const { getByTestId, queryByTestId } = show([{ ...OLLAMA, models: [], code: 'origin_refused' }]);
    const text = getByTestId('local-server').textContent;
    expect(text).toContain("OLLAMA_ORIGINS='chrome-extension://*,moz-extension://*' ollama serve");
    expect(text).toContain('launchctl setenv OLLAMA_ORIGINS "chrome-extension://*,moz-extension://*"');
    expect(text).toContain('setx OLLAMA_ORIGINS "chrome-extension://*,moz-extension://*"');
    expect(queryByTestId('use-local')).toBeNull();
  });

  test('says where it looked when nothing answers, and what is missing when it may not look', () => {
    expect(show([]).getAllByTestId('local-servers').at(-1)?.textContent).toMatch(/11434.*1234.*8080/u);
    expect(show('denied').getAllByTestId('local-servers').at(-1)?.textContent).toContain('127.0.0.1');
  });

  test('tells of a server that has no model yet, or wants a key', () => {
    expect(
      show([{ ...OLLAMA, models: [] }])
        .getAllByTestId('local-server')
        .at(-1)?.textContent,
    ).toContain('aucun modèle');
    const keyed = show([{ ...OLLAMA, id: 'llamacpp', models: [], code: 'bad_key' }]);
    expect(keyed.getAllByTestId('local-server').at(-1)?.textContent).toContain('llama.cpp');
  });
});
