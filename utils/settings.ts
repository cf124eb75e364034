/** The user's settings. The key is not one of them: it lives in `utils/keys.ts`, in a store that no page can open. */
import { RewriteOptions } from './rewrite/options.ts';
import { DEFAULT_OPTIONS } from './rewrite/options.ts';
import { z } from './zod.ts';

export const ProviderId = z.enum([
  'openai',
  'mistral',
  'openrouter',
  'groq',
  'gemini',
  'deepseek',
  'ollama',
  'lmstudio',
  'llamacpp',
  'custom',
]);
export type ProviderId = z.infer<typeof ProviderId>;

export const Provider = z.object({
  id: ProviderId,
  /** Ends in `/v1` or the like, no trailing slash. */
  baseUrl: z.string(),
  model: z.string(),
});
export type Provider = z.infer<typeof Provider>;

export const Settings = z.object({
  version: z.literal(1),
  /** null until the user has chosen one: nothing is sent anywhere before. */
  provider: z.nullable(Provider),
  /** Origins of providers whose « what leaves, and to whom » the user has read. */
  consents: z.array(z.string()),
  options: RewriteOptions,
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { version: 1, provider: null, consents: [], options: DEFAULT_OPTIONS };
