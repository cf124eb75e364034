/** The state of the options page, and what its buttons do in the browser. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { LocalSearch } from '../../components/local-servers.tsx';
import type { ProviderValues } from '../../components/provider-form.tsx';
import { hasKey, writeKey } from '../../utils/keys.ts';
import { cleanBaseUrl, originPattern, PROVIDERS } from '../../utils/llm/providers.ts';
import type { ConnectionResult, LocalServer, OptionsToBackground } from '../../utils/messages.ts';
import { RewriteOptions } from '../../utils/rewrite/options.ts';
import { changeSettings } from '../../utils/settings-store.ts';
import type { Provider, Settings } from '../../utils/settings.ts';
import { z } from '../../utils/zod.ts';

export type Saved = { kind: 'saved' } | { kind: 'denied'; host: string } | null;

export function useOptions(settings: Settings) {
  const [provider, setProvider] = useState<ProviderValues>(() => valuesOf(settings.provider));
  const [options, setOptions] = useState(settings.options);
  const [stored, setStored] = useState(settings.provider);
  const [keySaved, setKeySaved] = useState(false);
  const [models, setModels] = useState<string[] | null>(null);
  const [saved, setSaved] = useState<Saved>(null);
  const [local, setLocal] = useState<LocalSearch | null>(null);
  const [result, setResult] = useState<ConnectionResult | 'testing' | null>(null);
  const baseUrl = cleanBaseUrl(provider.baseUrl);
  const pattern = originPattern(baseUrl);

  useEffect(() => {
    let here = true;
    void hasKey(baseUrl).then((is) => here && setKeySaved(is));
    return () => {
      here = false;
    };
  }, [baseUrl]);

  const touched = () => (setSaved(null), setResult(null));

  /** Resolves with whether the host may be reached. The browser's question is asked before anything is awaited: it needs the click. */
  async function save(): Promise<boolean> {
    const granted = pattern ? asked(pattern) : Promise.resolve(false);
    const next: Provider | null =
      provider.id === '' || !pattern ? null : { id: provider.id, baseUrl, model: provider.model.trim() };
    const valid = z.safeParse(RewriteOptions, options).data;
    if (next && provider.key.trim()) await writeKey(baseUrl, provider.key);
    await changeSettings((old) => ({ ...old, provider: next ?? old.provider, options: valid ?? old.options }));
    setKeySaved(await hasKey(baseUrl));
    setProvider((now) => ({ ...now, key: '', baseUrl: next ? baseUrl : now.baseUrl }));
    setStored((old) => next ?? old);
    setSaved({ kind: 'saved' });
    const allowed = await granted;
    if (!allowed && pattern) setSaved({ kind: 'denied', host: new URL(baseUrl).host });
    return allowed;
  }

  async function test(): Promise<void> {
    const saving = save();
    setResult('testing');
    await saving;
    const answer: ConnectionResult = await ask({ kind: 'test-connection' });
    setResult(answer);
    if (answer.ok) await list();
  }

  async function list(): Promise<void> {
    const answer: { models: string[] } | Extract<ConnectionResult, { ok: false }> = await ask({ kind: 'list-models' });
    if ('models' in answer) setModels(answer.models);
    else setResult({ ...answer, ok: false });
  }

  /** As in `save`, the browser's question comes first. */
  async function findLocal(): Promise<void> {
    const granted = asked('http://127.0.0.1/*');
    setLocal('searching');
    if (!(await granted)) return setLocal('denied');
    setLocal(await ask<LocalServer[]>({ kind: 'find-local' }));
  }

  return {
    ...{ provider, options, stored, keySaved, models, saved, result, local },
    baseUrlBad: provider.baseUrl !== '' && pattern === null,
    changeProvider: (change: Partial<ProviderValues>) => (touched(), setProvider((now) => ({ ...now, ...change }))),
    /** The preset's values, or the saved ones where this provider is the saved one. */
    chooseProvider: (id: ProviderValues['id']) => {
      touched();
      setModels(null);
      const preset = PROVIDERS.find((one) => one.id === id);
      setProvider(
        stored?.id === id ? valuesOf(stored) : { id, baseUrl: preset?.baseUrl ?? '', model: preset?.model ?? '', key: '' },
      );
    },
    changeOptions: (change: Partial<RewriteOptions>) => (touched(), setOptions((now) => ({ ...now, ...change }))),
    forgetKey: () => void writeKey(baseUrl, '').then(() => setKeySaved(false)),
    save: () => void save(),
    test: () => void test(),
    listModels: () => void save().then(list),
    findLocal: () => void findLocal(),
    useLocal: ({ id, baseUrl, models: found }: LocalServer) => {
      touched();
      setModels(found);
      setProvider({ id, baseUrl, model: found[0] ?? '', key: '' });
    },
  };
}

function valuesOf(provider: Provider | null): ProviderValues {
  return provider ? { ...provider, key: '' } : { id: '', baseUrl: '', model: '', key: '' };
}

function ask<Answer>(message: OptionsToBackground): Promise<Answer> {
  return browser.runtime.sendMessage(message);
}

/** The browser's question, which needs the click; no answer to it is a no. */
function asked(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [origin] }).catch(() => false);
}
