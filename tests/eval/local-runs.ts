/** The runs of the local model, each in a file of its own as it comes: what was measured is not measured again. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { htmlFromBlocks } from '../../utils/article/html-writer.ts';
import { draftBlocks } from '../../utils/article/draft.ts';
import { CodedError } from '../../utils/errors.ts';
import type { Draft } from '../../utils/article/draft.ts';
import type { Report } from '../../utils/article/report.ts';
import type { ChatChunk, ChatRequest, LlmClient } from '../../utils/llm/llm-client.ts';
import type { Usage } from '../../utils/llm/usage.ts';

/** One request as it was made, and what came back, before any check. */
export interface Call {
  purpose: ChatRequest['purpose'];
  /** The user's message; the system prompt is the same in all. */
  asked: string;
  answer: string;
  /** ms from the start of the run. */
  from: number;
  to: number;
  /** Null where the pipeline stopped it. */
  usage: Usage | null;
  /** Taken from an earlier run of the same request. */
  replayed: boolean;
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

const callsOf = (article: string, run: number): URL => new URL(`${article}-${run}.calls.json`, FOLDER);

export function readRun(article: string, run: number): LocalRun | null {
  const file = fileOf(article, run);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalRun) : null;
}

export function saveRun(run: Omit<LocalRun, 'date' | 'html'>): LocalRun {
  const whole = { ...run, date: new Date().toISOString(), html: htmlFromBlocks(draftBlocks(run.draft)) };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(run.article, run.run), `${JSON.stringify(whole, null, 1)}\n`);
  rmSync(callsOf(run.article, run.run), { force: true });
  return whole;
}

/** The answers of a run that is not at its end: it goes on with them. */
export function readCalls(article: string, run: number): Call[] {
  const file = callsOf(article, run);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Call[]) : [];
}

export function saveCalls(article: string, run: number, calls: readonly Call[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(callsOf(article, run), JSON.stringify(calls, null, 1));
}

/**
 * The client, with its calls written down. A request that stands in `known`, word for word, is not made again: its answer
 * is given as it came then, so that a change of the gate is seen on the very same answers.
 */
export function recorded(client: LlmClient, calls: Call[], known: readonly Call[], answered: () => void): LlmClient {
  const started = performance.now();
  const since = (): number => Math.round(performance.now() - started);
  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatChunk, void> {
    const asked = request.messages.at(-1)?.content ?? '';
    const before = known.find((call) => call.purpose === request.purpose && call.asked === asked);
    const call: Call = { purpose: request.purpose, asked, answer: '', from: since(), to: since(), usage: null, replayed: false };
    calls.push(call);
    if (before) Object.assign(call, before, { replayed: true });
    if (before) {
      yield* answerOf(before);
      return;
    }
    try {
      for await (const chunk of client.stream(request, signal)) {
        if (chunk.kind === 'text') call.answer += chunk.text;
        else if (chunk.kind === 'usage') call.usage = chunk.usage;
        call.to = since();
        yield chunk;
      }
    } finally {
      answered();
    }
  }
  return { locality: client.locality, stream };
}

/** An answer that was stopped then ends as one cut off: its last sentence is no sentence. */
async function* answerOf({ answer, usage }: Call): AsyncGenerator<ChatChunk, void> {
  for (let at = 0; at < answer.length; at += 12) yield { kind: 'text', text: answer.slice(at, at + 12) };
  if (usage === null) throw new CodedError('truncated');
  yield { kind: 'usage', usage };
}
