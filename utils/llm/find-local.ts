/** Which model servers run on this machine, on their usual ports. */
import { CodedError } from '../errors.ts';
import type { LocalServer } from '../messages.ts';
import { listModels } from './models.ts';
import { PROVIDERS } from './providers.ts';

type Candidate = Pick<LocalServer, 'id' | 'baseUrl'>;

/** A server on this machine answers at once or not at all. ms. */
const PATIENCE_MS = 3000;

const USUAL: Candidate[] = (['ollama', 'lmstudio', 'llamacpp'] as const).map((id) => ({
  id,
  baseUrl: PROVIDERS.find((preset) => preset.id === id)?.baseUrl ?? '',
}));

/** All that answer, also those that refuse us; a dead port and a foreign web server are left out. Never throws. */
export async function findLocalServers(candidates = USUAL, fetch = globalThis.fetch): Promise<LocalServer[]> {
  const found = await Promise.all(candidates.map((candidate) => ask(candidate, fetch)));
  return found.filter((server) => server !== null);
}

async function ask({ id, baseUrl }: Candidate, fetch: typeof globalThis.fetch): Promise<LocalServer | null> {
  try {
    const models = await listModels({ baseUrl, apiKey: null }, AbortSignal.timeout(PATIENCE_MS), fetch);
    return { id, baseUrl, models, code: null };
  } catch (error) {
    const code = error instanceof CodedError ? error.code : 'network';
    return code === 'origin_refused' || code === 'bad_key' ? { id, baseUrl, models: [], code } : null;
  }
}
