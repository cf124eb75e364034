/** Which model the demo runs with: the user's own, one already running on this machine, the embedded one, or a recording. */
import type { ModelSetup } from './extension-options.ts';
import { startLlmServer } from './llm-server.ts';
import { isModelServerRunning, startModelServer, stopModelServer } from './local-model/model-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';

export interface DemoModel extends ModelSetup {
  /** For the table: what wrote the text. */
  label: string;
  /** A prepared rewrite is replayed: no model is at work, and this is to be told. */
  recorded: boolean;
  /** Longest wait for the whole rewrite, ms. */
  patience: number;
  close(): Promise<void>;
}

const nothing = async () => {};

export async function demoModel(recorded: boolean, say: (line: string) => void): Promise<DemoModel> {
  if (recorded) return recording();
  return fromEnvironment() ?? (await alreadyRunning(say)) ?? (await embedded(say));
}

function fromEnvironment(): DemoModel | null {
  const apiKey = process.env['OPENAI_API_KEY'];
  if (!apiKey) return null;
  const baseUrl = (process.env['OPENAI_BASE_URL'] ?? 'https://api.openai.com/v1').replace(/\/+$/u, '');
  const model = process.env['OPENAI_MODEL'] ?? 'gpt-4o-mini';
  const provider = process.env['OPENAI_BASE_URL'] ? 'custom' : 'openai';
  return { provider, baseUrl, model, apiKey, label: `${model} (${baseUrl})`, recorded: false, patience: 300_000, close: nothing };
}

const LOCAL = [
  { provider: 'ollama', name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1' },
  { provider: 'lmstudio', name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { provider: 'llamacpp', name: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
];

async function alreadyRunning(say: (line: string) => void): Promise<DemoModel | null> {
  for (const { provider, name, baseUrl } of LOCAL) {
    // Asked as the extension will ask: a server that refuses its origin is of no use.
    const answer = await fetch(`${baseUrl}/models`, {
      headers: { origin: 'chrome-extension://reecrire-seo' },
      signal: AbortSignal.timeout(2000),
    }).catch(() => null);
    if (!answer) continue;
    const body = answer.ok ? ((await answer.json().catch(() => null)) as { data?: { id?: string }[] } | null) : null;
    const model = body?.data?.[0]?.id;
    if (!model) {
      say(`${name} is running but has no model for the extension (HTTP ${answer.status}): not used.`);
      continue;
    }
    return {
      provider,
      baseUrl,
      model,
      apiKey: '',
      label: `${model} (${name})`,
      recorded: false,
      patience: 1_200_000,
      close: nothing,
    };
  }
  return null;
}

async function embedded(say: (line: string) => void): Promise<DemoModel> {
  try {
    const wasRunning = await isModelServerRunning();
    const baseUrl = await startModelServer(say);
    return {
      provider: 'llamacpp',
      baseUrl,
      model: 'qwen2.5-coder-1.5b-instruct',
      apiKey: '',
      label: 'Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, sur llama.cpp (le modèle embarqué, sur ce processeur)',
      recorded: false,
      patience: 1_200_000,
      close: async () => void (wasRunning || stopModelServer()),
    };
  } catch (error) {
    say(`The embedded model cannot run here (${error instanceof Error ? error.message : String(error)}): showing a recording.`);
    return recording();
  }
}

async function recording(): Promise<DemoModel> {
  const server = await startLlmServer(recordedScript(seedRecording(), { chunkChars: 9, delayMs: 25, firstByteAfterMs: 400 }), {
    models: ['enregistrement-sans-modele'],
  });
  return {
    provider: 'custom',
    baseUrl: server.url,
    model: 'enregistrement-sans-modele',
    apiKey: '',
    label: 'ENREGISTREMENT : une réécriture préparée d’avance est rejouée, aucun modèle n’écrit',
    recorded: true,
    patience: 120_000,
    close: () => server.close(),
  };
}
