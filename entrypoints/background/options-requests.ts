/** What the options page asks: does this model answer, and which models are there. */
import { browser } from 'wxt/browser';
import { CodedError, type ErrorCode } from '../../utils/errors.ts';
import { OptionsToBackground, type ConnectionResult } from '../../utils/messages.ts';
import { readSettings } from '../../utils/settings-store.ts';
import { z } from '../../utils/zod.ts';
import { clientFor, endpointFor } from './client.ts';
import { engine } from './engine.ts';
import { isOwnPage } from './own-page.ts';

export function registerOptionsRequests(): void {
  browser.runtime.onMessage.addListener((given: unknown, sender, answer: (result: unknown) => void) => {
    const request = z.safeParse(OptionsToBackground, given).data;
    if (!request || !isOwnPage(sender)) return undefined;
    void ANSWERS[request.kind]().then(answer);
    // The answer comes later. (A returned promise would do in Firefox, but not in every Chrome.)
    return true;
  });
}

const ANSWERS = {
  'test-connection': testConnection,
  'list-models': models,
  'find-local': async () => (await engine()).findLocalServers(),
};

/** One small real request, through the same client as an article. */
async function testConnection(): Promise<ConnectionResult> {
  const started = Date.now();
  try {
    const { provider } = await readSettings();
    const client = await clientFor(provider);
    try {
      const request = {
        purpose: 'test' as const,
        messages: [{ role: 'user' as const, content: 'Réponds par le mot « oui ».' }],
        maxTokens: 64,
      };
      for await (const chunk of client.stream(request, AbortSignal.timeout(120_000))) {
        // A wait of half a minute is no answer to « does it work? ».
        if (chunk.kind === 'retry' && chunk.waitMs > 5000) throw new CodedError(codeOf(chunk.code));
        if (chunk.kind === 'text') break;
      }
    } catch (error) {
      // A thinking model may spend the whole test on its thoughts: it answered all the same.
      if (!(error instanceof CodedError) || !['truncated', 'empty'].includes(error.code)) throw error;
      if (error.code === 'empty' && error.detail === 'no event') throw error;
    }
    return { ok: true, model: provider?.model ?? '', ms: Date.now() - started };
  } catch (error) {
    return { ok: false, ...failure(error) };
  }
}

async function models(): Promise<{ models: string[] } | { code: ErrorCode; detail: string | null }> {
  try {
    const { provider } = await readSettings();
    const { listModels } = await engine();
    return { models: await listModels(await endpointFor(provider)) };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): { code: ErrorCode; detail: string | null } {
  if (error instanceof CodedError) return { code: error.code, detail: error.detail };
  if (error instanceof DOMException) return { code: 'stalled', detail: error.message };
  return { code: 'server_error', detail: String(error) };
}

function codeOf(word: string): ErrorCode {
  return z.safeParse(z.enum(['rate_limited', 'server_error', 'network', 'stalled', 'stream_cut']), word).data ?? 'server_error';
}
