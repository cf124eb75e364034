/** The client of the provider that the user chose, with its key and with the browser's permission. */
import { browser } from 'wxt/browser';
import { CodedError } from '../../utils/errors.ts';
import { readKey } from '../../utils/keys.ts';
import type { LlmClient } from '../../utils/llm/llm-client.ts';
import { localityOf, originPattern } from '../../utils/llm/providers.ts';
import { retryGate, type RetryGate } from '../../utils/llm/retry-gate.ts';
import type { Endpoint } from '../../utils/llm/sdk.ts';
import type { Provider } from '../../utils/settings.ts';
import { engine } from './engine.ts';
import { storedQuirks } from './quirk-memory.ts';

/** @throws CodedError `no_model`, `no_key`, `host_permission`, `bad_endpoint` */
export async function clientFor(provider: Provider | null, gate: RetryGate = retryGate()): Promise<LlmClient> {
  const endpoint = await endpointFor(provider);
  const { openAiClient } = await engine();
  return openAiClient({
    ...endpoint,
    model: endpoint.model,
    memory: storedQuirks,
    gate,
    hostGranted: () => hostGranted(endpoint.baseUrl),
  });
}

/** @throws CodedError `no_model`, `no_key`, `host_permission`, `bad_endpoint` */
export async function endpointFor(provider: Provider | null): Promise<Endpoint & { model: string }> {
  if (!provider?.baseUrl) throw new CodedError('no_model');
  if (originPattern(provider.baseUrl) === null) throw new CodedError('bad_endpoint', provider.baseUrl);
  const apiKey = await readKey(provider.baseUrl);
  if (apiKey === null && localityOf(provider.baseUrl) === 'hosted') throw new CodedError('no_key');
  // Asked before the request: `fetch` alone could not tell a refused host from a dead one.
  if (!(await hostGranted(provider.baseUrl))) throw new CodedError('host_permission', originPattern(provider.baseUrl));
  return { baseUrl: provider.baseUrl, apiKey, model: provider.model };
}

async function hostGranted(baseUrl: string): Promise<boolean> {
  const pattern = originPattern(baseUrl);
  return pattern !== null && (await browser.permissions.contains({ origins: [pattern] }));
}
