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

/** A rewrite prepared beforehand of one article. */
export interface Recording {
  /** Parts in reading order: a subheading (null for the first) and what stands under it, a paragraph or list item each. */
  parts: { heading: string | null; passages: string[] }[];
  /** The short texts around the body, under the names that the request asks for. */
  wording: Record<string, unknown>;
}

/** The faithful rewrite of the seed article, from the labelled articles. */
export function seedRecording(): Recording {
  const file = new URL('../eval/articles/dev/dev-1-kremlin.json', import.meta.url);
  const { faithful_html } = JSON.parse(readFileSync(file, 'utf8')) as { faithful_html: string };
  const parts: Recording['parts'] = [{ heading: null, passages: [] }];
  for (const unit of textUnits(blocksFromHtml(faithful_html))) {
    if (unit.kind === 'heading') parts.push({ heading: unit.text, passages: [] });
    else parts.at(-1)?.passages.push(unit.text);
  }
  return { parts, wording: SEED_WORDING };
}

const SEED_WORDING = {
  titre: 'Négociations sur l’Ukraine : le Kremlin dément tout contact',
  variantes: [
    'Négociations sur l’Ukraine : Moscou rejette un « faux rapport »',
    'Négociations sur l’Ukraine : ce que dit le Kremlin, ce que dit Bloomberg',
  ],
  expression_cle: 'négociations sur l’Ukraine',
  titre_seo: 'Négociations sur l’Ukraine : le Kremlin dément',
  meta_description:
    'Négociations sur l’Ukraine : le Kremlin dément que Vladimir Poutine ait contacté les États-Unis, comme l’a rapporté Bloomberg.',
  chapo: 'Le Kremlin a démenti que Vladimir Poutine ait contacté les États-Unis au sujet de négociations sur l’Ukraine.',
  etiquettes: ['Ukraine', 'Russie', 'Vladimir Poutine', 'OTAN', 'Kremlin'],
};

/** `pace`: how the answers are streamed. */
export function recordedScript(
  recording: Recording,
  pace: Pick<Answer, 'chunkChars' | 'delayMs' | 'firstByteAfterMs'> = {},
): Script {
  const usedBySource = new Map<string, Set<string>>();
  return (request) => {
    const facts = factsOf(request);
    const parts = partsOf(request);
    if (parts.length > 0)
      return { text: JSON.stringify({ ...recording.wording, parties: headingsFor(recording, parts, facts) }), ...pace };
    if (request.body.response_format) return { text: '{}', ...pace };
    const asks = asksOf(request);
    if (asks.length === 0) return { text: mendedSentences(recording, request) || 'oui', ...pace };
    const used = usedOf(usedBySource, request);
    const text = asks
      .map((ask) => {
        const about = ask.facts.map((fact) => facts.get(fact) ?? fact).join(' ');
        const passages = pick(recording, { about, heading: ask.heading, words: ask.words }, used).map((passage) =>
          withCodes(passage, facts),
        );
        const heading = ask.heading && asks.length > 1 ? `## ${ask.heading}\n\n` : '';
        return heading + passages.map((passage) => (ask.list ? `- ${passage}` : passage)).join(ask.list ? '\n' : '\n\n');
      })
      .join('\n\n');
    return { text, ...pace };
  };
}

/** The lines « P3 : récit des faits, faits F1 F2 » of the request for the short texts. */
function partsOf(request: LlmRequest): { id: string; facts: string[] }[] {
  return [...request.prompt.matchAll(/^(P\d+) : .+, faits ([F\d ]+)$/gmu)].map(([, id = '', facts = '']) => ({
    id,
    facts: facts.trim().split(' '),
  }));
}

/** For each part the recording's subheading over the text most like its facts, each once. */
function headingsFor(
  recording: Recording,
  parts: readonly { id: string; facts: string[] }[],
  facts: ReadonlyMap<string, string>,
) {
  const left = recording.parts.filter((part) => part.heading !== null);
  return parts.map((part) => {
    const about = stems(part.facts.map((id) => facts.get(id) ?? '').join(' '));
    const likenessOf = (candidate: Recording['parts'][number]) =>
      likeness(stems(`${candidate.heading} ${candidate.passages.join(' ')}`), about);
    const [best] = left.toSorted((a, b) => likenessOf(b) - likenessOf(a));
    if (best) left.splice(left.indexOf(best), 1);
    return { id: part.id, intertitre: best?.heading ?? '', faits: part.facts };
  });
}

interface Ask {
  heading: string | null;
  /** Their ids, or their own words where the request has no ids. */
  facts: string[];
  words: number;
  list: boolean;
}

/**
 * The request's lines « ## Intertitre (récit des faits ; faits F1, F2 ; environ 90 mots ; en liste à puces) », or the one
 * section that a local model is asked: « Écris maintenant la partie « Intertitre », … en 90 mots environ » and its facts.
 */
function asksOf(request: LlmRequest): Ask[] {
  const near =
    /^Écris maintenant (?:le chapô|la partie « (.+) »), sans titre, (.+), en (\d+) mots environ, avec ces faits :$/mu.exec(
      request.prompt,
    );
  if (near) {
    const [line, heading = null, form = '', words] = near;
    const facts = [...request.prompt.slice(near.index + line.length).matchAll(/^- (.+)$/gmu)].map(([, text = '']) => text);
    return [{ heading, facts, words: Number(words), list: form.includes('liste') }];
  }
  const line = /^(?:## )?(.+?) \((?:[^()]+ ; )?faits ([F\d, ]+) ; environ (\d+) mots(.*)\)$/gmu;
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

/**
 * Passages nearest to the facts, in reading order, each given once per rewrite, until the words asked are there: first
 * those that stand under the section's own subheading.
 */
function pick(
  recording: Recording,
  wanted: { about: string; heading: string | null; words: number },
  used: Set<string>,
): string[] {
  const about = stems(wanted.about);
  const all = passagesOf(recording);
  const own = new Set(recording.parts.find((part) => part.heading === wanted.heading)?.passages);
  const ranked = all
    .filter((passage) => !used.has(passage))
    .map((passage) => ({ passage, score: likeness(stems(passage), about) + (own.has(passage) ? 1 : 0) }))
    .toSorted((x, y) => y.score - x.score);
  const picked: string[] = [];
  let count = 0;
  for (const { passage, score } of ranked) {
    if (picked.length > 0 && (count >= wanted.words || score < 0.2)) break;
    picked.push(passage);
    used.add(passage);
    count += countWords(passage);
  }
  return picked.toSorted((x, y) => all.indexOf(x) - all.indexOf(y));
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

/** For requests about sentences (`1. …`): for each the recording's sentence most like it. */
function mendedSentences(recording: Recording, request: LlmRequest): string {
  const facts = new Map([...request.prompt.matchAll(/^ +Faits : (.+)$/gmu)].map(([, text = ''], index) => [String(index), text]));
  const sentences = passagesOf(recording).flatMap((passage) => splitSentences(passage).map((span) => span.text));
  const asked = [...request.prompt.matchAll(/^(\d+)\. (.+)$/gmu)];
  return asked
    .map(([, number = '', text = '']) => {
      const about = stems(text);
      const [best = ''] = sentences.toSorted((a, b) => likeness(stems(b), about) - likeness(stems(a), about));
      return `${number}. ${withCodes(best, facts)}`;
    })
    .join('\n');
}

function passagesOf(recording: Recording): string[] {
  return recording.parts.flatMap((part) => part.passages);
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
