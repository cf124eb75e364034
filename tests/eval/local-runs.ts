/** The runs of the local model, each in a file of its own as it comes: what was measured is not measured again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { htmlFromBlocks } from '../../utils/article/html-writer.ts';
import { draftBlocks } from '../../utils/article/draft.ts';
import type { Draft } from '../../utils/article/draft.ts';
import type { Report } from '../../utils/article/report.ts';
import type { ChatChunk, ChatRequest, LlmClient } from '../../utils/llm/llm-client.ts';
import type { Usage } from '../../utils/llm/usage.ts';

/** One request as it was made, and what came back, before any check. */
export interface Call {
  purpose: ChatRequest['purpose'];
  /** The end of the prompt: its beginning is the same in all. */
  asked: string;
  answer: string;
  /** ms from the start of the run. */
  from: number;
  to: number;
  usage: Usage | null;
}

export interface LocalRun {
  article: string;
  run: number;
  /** ISO date and time at the end of the run. */
  date: string;
  seconds: number;
  error: string | null;
  draft: Draft;
  html: string;
  report: Report | null;
  usage: Usage;
  calls: Call[];
}

const FOLDER = new URL('../../.output/eval-model/', import.meta.url);

const fileOf = (article: string, run: number): URL => new URL(`${article}-${run}.json`, FOLDER);

export function readRun(article: string, run: number): LocalRun | null {
  const file = fileOf(article, run);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalRun) : null;
}

export function saveRun(run: Omit<LocalRun, 'date' | 'html'>): LocalRun {
  const whole = { ...run, date: new Date().toISOString(), html: htmlFromBlocks(draftBlocks(run.draft)) };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(run.article, run.run), `${JSON.stringify(whole, null, 1)}\n`);
  return whole;
}

/** The client, with its calls written down. */
export function recorded(client: LlmClient, calls: Call[]): LlmClient {
  const started = performance.now();
  const since = (): number => Math.round(performance.now() - started);
  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatChunk, void> {
    const asked = request.messages.at(-1)?.content.split('</source').at(-1) ?? '';
    const call: Call = { purpose: request.purpose, asked, answer: '', from: since(), to: since(), usage: null };
    calls.push(call);
    for await (const chunk of client.stream(request, signal)) {
      if (chunk.kind === 'text') call.answer += chunk.text;
      else if (chunk.kind === 'usage') call.usage = chunk.usage;
      call.to = since();
      yield chunk;
    }
  }
  return { locality: client.locality, stream };
}
