/**
 * A strong model by script: it answers each request, from what stands in the request alone, with the parts of a faithful
 * rewrite that are most like the facts asked for. Each part is given once.
 */
import type { Block } from '../../utils/article/block.ts';
import { countWords } from '../../utils/article/words.ts';
import { plainText, textUnits } from '../../utils/article/text-units.ts';
import { splitSentences } from '../../utils/french/sentences.ts';
import { tokenize } from '../../utils/french/tokens.ts';
import { asMarkdown } from './labelled-articles.ts';

export interface StrongModel {
  /** Answers a prompt; `json` where an object is asked for. */
  answer(prompt: string, json: boolean): string;
  /** What it has given, in Markdown. */
  given: string[];
}

export interface StrongModelOptions {
  /** Share of the words asked for that it writes; 1 = whole parts, whatever their length. */
  share?: number;
}

export function strongModel(faithful: readonly Block[], { share = 1 }: StrongModelOptions = {}): StrongModel {
  const parts = partsOf(faithful).map((blocks) => ({ blocks, stems: stemsOf(plainText(blocks)), used: false }));
  const given: string[] = [];
  const sentences = textUnits(faithful)
    .filter((unit) => unit.kind !== 'heading')
    .flatMap((unit) => splitSentences(unit.text).map(({ text }) => ({ text, stems: stemsOf(text), used: false })));
  const sentencesFor = (wanted: ReadonlySet<string>, words: number): string => {
    const chosen: string[] = [];
    const free = sentences
      .filter((sentence) => !sentence.used)
      .map((sentence) => ({ sentence, score: overlap(sentence.stems, wanted) }));
    for (const { sentence } of free.toSorted((a, b) => b.score - a.score)) {
      if (countWords(chosen.join(' ')) + countWords(sentence.text) / 2 > words) break;
      chosen.push(sentence.text);
      sentence.used = true;
    }
    // Nothing left to say: it says what it has said.
    return chosen.length > 0
      ? chosen.join(' ')
      : sentences
          .slice(0, 3)
          .map(({ text }) => text)
          .join(' ');
  };
  const answer = (prompt: string, json: boolean): string => {
    if (json) return wording(prompt, faithful);
    const facts = factsIn(prompt);
    const texts: string[] = [];
    for (const ask of asksIn(prompt)) {
      const wanted = stemsOf(ask.facts.map((id) => facts.get(id) ?? '').join(' '));
      if (share !== 1) {
        texts.push([ask.heading, sentencesFor(wanted, ask.words * share)].filter((text) => text !== '').join('\n\n'));
        continue;
      }
      const free = parts.filter((part) => !part.used).map((part) => ({ part, score: overlap(part.stems, wanted) }));
      free.sort((a, b) => b.score - a.score);
      const chosen = free.filter(({ score }, index) => index === 0 || score > 0.5).map(({ part }) => part);
      let blocks: Block[] = [];
      for (const part of parts.filter((candidate) => chosen.includes(candidate))) {
        blocks = [...blocks, ...part.blocks];
        part.used = true;
      }
      if (blocks.length === 0) continue;
      const own = blocks[0]?.kind === 'heading' ? '' : ask.heading;
      texts.push([own, asMarkdown(blocks)].filter((text) => text !== '').join('\n\n'));
    }
    const text = texts.join('\n\n');
    given.push(text);
    return text;
  };
  return { answer, given };
}

/** A heading of any level with what follows it. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    // A heading right under another one belongs to the same part.
    if (!last || (block.kind === 'heading' && last.some((other) => other.kind !== 'heading'))) parts.push([block]);
    else last.push(block);
  }
  return parts;
}

/** « F3. Le texte » */
export function factsIn(prompt: string): Map<string, string> {
  return new Map([...prompt.matchAll(/^(F\d+)\. (.+)$/gmu)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

interface Ask {
  heading: string;
  facts: string[];
  words: number;
}

export function asksIn(prompt: string): Ask[] {
  const near = /^Écris maintenant (?:le chapô|la partie « (.+) »), sans titre.*, en (\d+) mots environ/mu.exec(prompt);
  if (near) {
    const texts = [...prompt.slice(near.index).matchAll(/^- (.+)$/gmu)].map((match) => match[1]);
    const facts = [...factsIn(prompt)].flatMap(([id, text]) => (texts.includes(text) ? [id] : []));
    return [{ heading: near[1] === undefined ? '' : `## ${near[1]}`, facts, words: Number(near[2]) }];
  }
  return prompt
    .split('\n')
    .filter((line) => /faits F\d/u.test(line) && /environ \d+ mots/u.test(line))
    .map((line) => ({
      heading: /^## [^(]+/u.exec(line)?.[0].trim() ?? '',
      facts: [...line.matchAll(/\bF\d+/gu)].map((match) => match[0]),
      words: Number(/environ (\d+) mots/u.exec(line)?.[1] ?? 0),
    }));
}

function wording(prompt: string, faithful: readonly Block[]): string {
  const facts = factsIn(prompt);
  const headings = faithful.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [plainText([block])] : []));
  const parties = [...prompt.matchAll(/^(P\d+) : .*?faits ((?:F\d+ ?)+)$/gmu)].map((match) => {
    const ids = (match[2] ?? '').trim().split(' ');
    const wanted = stemsOf(ids.map((id) => facts.get(id) ?? '').join(' '));
    const best = headings.toSorted((a, b) => overlap(stemsOf(b), wanted) - overlap(stemsOf(a), wanted))[0];
    if (best !== undefined) headings.splice(headings.indexOf(best), 1);
    return { id: match[1], intertitre: best ?? '', faits: ids };
  });
  const lead = plainText(faithful.filter((block) => block.kind === 'paragraph').slice(0, 1));
  const [first = ''] = lead.split(/(?<=[.!?])\s/u);
  return JSON.stringify({
    titre: first.slice(0, 60).replace(/\s\S*$/u, ''),
    variantes: headings.slice(0, 2),
    expression_cle: '',
    parties,
    titre_seo: first.slice(0, 58).replace(/\s\S*$/u, ''),
    meta_description: lead.slice(0, 150).replace(/\s\S*$/u, '…'),
    chapo: first,
    etiquettes: [],
  });
}

function stemsOf(text: string): Set<string> {
  return new Set(tokenize(text).flatMap((token) => (token.content || token.kind === 'number' ? [token.stem] : [])));
}

/** Share of a that is in b. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0) return 0;
  return [...a].filter((stem) => b.has(stem)).length / a.size;
}
