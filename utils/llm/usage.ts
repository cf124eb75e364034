/** Tokens paid for. */
import { z } from '../zod.ts';

export const Usage = z.object({
  promptTokens: z.number(),
  completionTokens: z.number(),
  /** Part of `promptTokens` that the provider had cached. */
  cachedTokens: z.number(),
  requests: z.number(),
  /** True when a provider gave no usage and the tokens were estimated from characters. */
  estimated: z.boolean(),
});
export type Usage = z.infer<typeof Usage>;

export const NO_USAGE: Usage = { promptTokens: 0, completionTokens: 0, cachedTokens: 0, requests: 0, estimated: false };

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    requests: a.requests + b.requests,
    estimated: a.estimated || b.estimated,
  };
}
