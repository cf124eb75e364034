/** The providers that the options page offers: where they are, where their keys come from, what runs on this machine. */
import type { ProviderId } from '../settings.ts';

export type Locality = 'hosted' | 'local';

export interface ProviderPreset {
  id: ProviderId;
  name: string;
  /** '' for `custom`. */
  baseUrl: string;
  /** Where a key is made, null where none is needed. */
  keyPage: string | null;
  /** A good first choice; '' where the user's own list decides. */
  model: string;
  locality: Locality;
  /** How a local server is told to accept this extension, as a line to copy; null where nothing needs telling. */
  originHint: string | null;
}

/**
 * Ollama refuses the origin of an extension with an empty 403 until this variable names it (docs/faq.mdx of Ollama).
 * A host permission does not help: the browser sends the `Origin` all the same.
 */
export const OLLAMA_ORIGINS = 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*';

export const PROVIDERS: readonly ProviderPreset[] = [
  hosted('openai', 'OpenAI', 'https://api.openai.com/v1', 'https://platform.openai.com/api-keys', 'gpt-5-mini'),
  hosted('mistral', 'Mistral', 'https://api.mistral.ai/v1', 'https://console.mistral.ai/api-keys', 'mistral-medium-latest'),
  hosted('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1', 'https://openrouter.ai/settings/keys', 'openrouter/auto'),
  hosted('groq', 'Groq', 'https://api.groq.com/openai/v1', 'https://console.groq.com/keys', 'openai/gpt-oss-120b'),
  hosted(
    'gemini',
    'Google Gemini',
    'https://generativelanguage.googleapis.com/v1beta/openai',
    'https://aistudio.google.com/apikey',
    'gemini-2.5-flash',
  ),
  hosted('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1', 'https://platform.deepseek.com/api_keys', 'deepseek-chat'),
  local('ollama', 'Ollama', 'http://127.0.0.1:11434/v1', OLLAMA_ORIGINS),
  local('lmstudio', 'LM Studio', 'http://127.0.0.1:1234/v1', null),
  local('llamacpp', 'llama.cpp', 'http://127.0.0.1:8080/v1', null),
  { id: 'custom', name: '', baseUrl: '', keyPage: null, model: '', locality: 'hosted', originHint: null },
];

export function presetOf(id: ProviderId): ProviderPreset {
  const preset = PROVIDERS.find((candidate) => candidate.id === id);
  if (!preset) throw new Error(`no preset for ${id}`);
  return preset;
}

/**
 * Whether a base URL is on this machine or its network: its requests cost nothing, leave nothing and come one at a
 * time. Decided from the address, since any preset's base URL can be edited.
 */
export function localityOf(baseUrl: string): Locality {
  const host = hostOf(baseUrl);
  if (host === null) return 'hosted';
  if (host === 'localhost' || host === '[::1]' || /\.(?:localhost|local|lan|internal)$/.test(host)) return 'local';
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)\d/.test(host) ? 'local' : 'hosted';
}

/** What `permissions.request` wants for a base URL (`http://127.0.0.1/*`), null for what is no web address. Match patterns hold no port. */
export function originPattern(baseUrl: string): string | null {
  const host = hostOf(baseUrl);
  return host === null ? null : `${new URL(baseUrl).protocol}//${host}/*`;
}

/** `https://api.mistral.ai`, for people to read; the text itself where it is no URL. */
export function originOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.origin ?? baseUrl;
}

/** A base URL as the settings keep it: no blanks, no trailing slash, and without the path of the endpoint itself. */
export function cleanBaseUrl(text: string): string {
  return text
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/(?:chat\/completions|completions|models|responses)$/, '')
    .replace(/\/+$/, '');
}

function hostOf(baseUrl: string): string | null {
  const url = URL.parse(baseUrl);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : null;
}

function hosted(id: ProviderId, name: string, baseUrl: string, keyPage: string, model: string): ProviderPreset {
  return { id, name, baseUrl, keyPage, model, locality: 'hosted', originHint: null };
}

function local(id: ProviderId, name: string, baseUrl: string, originHint: string | null): ProviderPreset {
  return { id, name, baseUrl, keyPage: null, model: '', locality: 'local', originHint };
}
