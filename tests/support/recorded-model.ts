/**
 * A recording, not a model: answers each section's request with those paragraphs of a rewrite prepared beforehand that
 * tell the facts which the request allots. For the end-to-end tests and for `npm run demo -- --recorded`.
 */
import { readFileSync } from 'node:fs';
import { blocksFromHtml } from '../../utils/article/html.ts';
import { textUnits } from '../../utils/article/text-units.ts';
import { countWords } from '../../utils/article/words.ts';
import { splitSentences } from '../../utils/french/sentences.ts';
import { tokenize } from '../../utils/french/tokens.ts';
import type { Answer, LlmRequest, Script } from './llm-server.ts';

/** What the model server would need to say of one article. */
export interface Recording {
  /** Paragraphs and list items in reading order, subheadings left out. */
  passages: string[];
}

/** The faithful rewrite of the seed article, from the labelled articles. */
export function seedRecording(): Recording {
  const file = new URL('../eval/articles/dev/dev-1-kremlin.json', import.meta.url);
  const { faithful_html } = JSON.parse(readFileSync(file, 'utf8')) as { faithful_html: string };
  const blocks = blocksFromHtml(faithful_html).filter((block) => block.kind !== 'heading');
  return { passages: textUnits(blocks).map((unit) => unit.text) };
}

/** `pace`: how the answer is streamed. */
export function recordedScript(
  recording: Recording,
  pace: Pick<Answer, 'chunkChars' | 'delayMs' | 'firstByteAfterMs'> = {},
): Script {
  const usedBySource = new Map<string, Set<string>>();
  return (request) => {
    if (request.body.response_format || /\bJSON\b/u.test(request.prompt)) return { text: '{}', ...pace };
    const facts = factsOf(request);
    const asks = asksOf(request);
    if (asks.length === 0) return { text: closestSentence(recording, request), ...pace };
    const used = usedOf(usedBySource, request);
    const text = asks
      .map((ask) => {
        const about = ask.facts.map((id) => facts.get(id) ?? '').join(' ');
        const passages = pick(recording, about, ask.words, used).map((passage) => withCodes(passage, facts));
        const heading = ask.heading && asks.length > 1 ? `## ${ask.heading}\n\n` : '';
        return heading + passages.map((passage) => (ask.list ? `- ${passage}` : passage)).join(ask.list ? '\n' : '\n\n');
      })
      .join('\n\n');
    return { text, ...pace };
  };
}

interface Ask {
  heading: string | null;
  facts: string[];
  words: number;
  list: boolean;
}

/** The request's lines « ## Intertitre (faits F1, F2 ; environ 90 mots ; en liste à puces) ». */
function asksOf(request: LlmRequest): Ask[] {
  const line = /^(?:## )?(.+?) \(faits ([F\d, ]+) ; environ (\d+) mots(.*)\)$/gmu;
  return [...request.prompt.matchAll(line)].map(([, heading = '', facts = '', words, rest = '']) => ({
    heading: heading.startsWith('Chapô') ? null : heading,
    facts: facts.split(', '),
    words: Number(words),
    list: rest.includes('liste'),
  }));
}

/** The numbered facts of the request: `F3. …`. */
function factsOf(request: LlmRequest): Map<string, string> {
  return new Map([...request.prompt.matchAll(/^(F\d+)\. (.+)$/gmu)].map(([, id = '', text = '']) => [id, text]));
}

function usedOf(all: Map<string, Set<string>>, request: LlmRequest): Set<string> {
  const source = /<source-(\w+)>/u.exec(request.prompt)?.[1] ?? '';
  const used = all.get(source) ?? new Set<string>();
  all.set(source, used);
  return used;
}

/** Passages nearest to the facts, in reading order, each given once per rewrite, until the words asked are there. */
function pick(recording: Recording, about: string, words: number, used: Set<string>): string[] {
  const wanted = stems(about);
  const ranked = recording.passages
    .filter((passage) => !used.has(passage))
    .map((passage) => ({ passage, score: likeness(stems(passage), wanted) }))
    .toSorted((a, b) => b.score - a.score);
  const picked: string[] = [];
  let count = 0;
  for (const { passage, score } of ranked) {
    if (picked.length > 0 && (count >= words || score < 0.2)) break;
    picked.push(passage);
    used.add(passage);
    count += countWords(passage);
  }
  return picked.toSorted((a, b) => recording.passages.indexOf(a) - recording.passages.indexOf(b));
}

/** Quotations that the request gives a code (`…à la réalité [C2] »`) are written by that code, as a model is asked to. */
function withCodes(passage: string, facts: ReadonlyMap<string, string>): string {
  let text = passage;
  for (const fact of facts.values()) {
    for (const [, quotation = '', code = ''] of fact.matchAll(/«\s*([^«»]+?)\s*\[(C\d+)\]/gu)) {
      const at = text.indexOf(quotation);
      if (at === -1) continue;
      text = text.replace(new RegExp(`«\\s*${quotation.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\\s*»`, 'u'), `[${code}]`);
    }
  }
  return text;
}

/** For requests about one sentence: the recording's sentence most like what was asked about. */
function closestSentence(recording: Recording, request: LlmRequest): string {
  const asked = stems(request.body.messages.at(-1)?.content ?? '');
  const sentences = recording.passages.flatMap((passage) => splitSentences(passage).map((span) => span.text));
  const [best = ''] = sentences.toSorted((a, b) => likeness(stems(b), asked) - likeness(stems(a), asked));
  return best;
}

function stems(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter((token) => token.kind === 'number' || token.content)
      .map((token) => token.stem),
  );
}

/** 1 = the same words of meaning (Dice's coefficient). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((stem) => b.has(stem)).length) / (a.size + b.size);
}
