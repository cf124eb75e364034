/** The models that an endpoint offers. */
import { CodedError } from '../errors.ts';
import { z } from '../zod.ts';
import { diagnose } from './diagnose.ts';
import { localityOf } from './providers.ts';
import { openAiSdk, type Endpoint } from './sdk.ts';
import { watchedFetch } from './watched-fetch.ts';

/** A list must come soon, or the user thinks the page broken. ms. */
const PATIENCE = { headers: 15_000, firstByte: 15_000, silence: 15_000, events: 15_000 };

/**
 * Names, in the order of the alphabet.
 * @throws CodedError as `LlmClient.stream` does; `bad_endpoint` where there is no list
 */
export async function listModels(endpoint: Endpoint, signal?: AbortSignal, fetch = globalThis.fetch): Promise<string[]> {
  let head: Response | null = null;
  const watched = watchedFetch(fetch, PATIENCE, (response) => {
    head = response;
  });
  try {
    const body = await openAiSdk(endpoint, watched).get<unknown>('/models', { signal });
    const list = z.safeParse(ModelList, body).data;
    if (!list) throw new CodedError('bad_endpoint', 'no list of models');
    // Gemini's names come as `models/gemini-…`; its chat takes both forms.
    const names = (Array.isArray(list) ? list : list.data).map((model) => model.id.replace(/^models\//, ''));
    return [...new Set(names)].sort((a, b) => a.localeCompare(b));
  } catch (error) {
    const failure = diagnose(error, { head, apiKey: endpoint.apiKey, locality: localityOf(endpoint.baseUrl) });
    throw new CodedError(failure.code === 'ask_models' ? 'bad_endpoint' : failure.code, failure.detail, { cause: error });
  }
}

const Model = z.object({ id: z.string() });
const ModelList = z.union([z.object({ data: z.array(Model) }), z.array(Model)]);
