/** Title, variants and fields by code, from the facts alone: a draft never lacks a field, and none says what the source does not. */
import type { DraftFields } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import { leadFacts } from './body-groups.ts';
import { descriptionOf } from './description.ts';
import { quotationless, suggestKeyphrases } from './keyphrase.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan } from './plan.ts';
import { readingOf } from './reading.ts';
import { titlesOf } from './titles.ts';
import { unmasked } from './wording/mask.ts';
import { bodySentences } from './wording/variants.ts';

export interface FloorFields {
  /** At most 65 characters. */
  title: string;
  /** Three, other than the title and each other, where the source gives so many. */
  titleVariants: string[];
  fields: DraftFields;
}

/** Characters of the excerpt: a chapô of two or three lines. */
const EXCERPT_LENGTH = 320;
const MOST_TAGS = 6;
const FEWEST_TAGS = 2;

export function composeFields(sheet: FactSheet, article: SourceArticle, plan: Plan, options: RewriteOptions): FloorFields {
  const suggested = suggestKeyphrases(sheet, article.title);
  const keyphrase = options.keyphrase.trim() || plan.keyphrase || suggested[0] || firstName(sheet);
  const titles = titlesOf(sheet, article, keyphrase);
  const title = titles[0] ?? keyphrase;
  return {
    title,
    titleVariants: titles.filter((variant) => variant !== title).slice(0, 3),
    fields: {
      seoTitle: title,
      metaDescription: descriptionOf(sheet, keyphrase),
      slug: slugOf(title) || slugOf(keyphrase),
      excerpt: excerptOf(sheet, options),
      keyphrase,
      tags: tagsOf(
        sheet,
        suggested.filter((phrase) => phrase !== keyphrase),
      ),
    },
  };
}

/** The lead in whole sentences, as many as fit. */
function excerptOf(sheet: FactSheet, options: RewriteOptions): string {
  const reading = readingOf(sheet);
  const lead = leadFacts(reading);
  // « Ils étaient menés à la pause »: who, only the next sentence says.
  const from = Math.max(
    0,
    lead.findIndex((read) => read.alone || read.saying !== null),
  );
  let excerpt = '';
  for (const [index, read] of lead.slice(from).entries()) {
    for (const sentence of bodySentences(read, reading, lead[from + index - 1] ?? null)) {
      const longer = [excerpt, unmasked(sentence, sheet.quotations, options.narrowQuotes)]
        .filter((part) => part !== '')
        .join(' ');
      if (excerpt !== '' && longer.length > EXCERPT_LENGTH) return excerpt;
      excerpt = longer;
    }
  }
  return excerpt;
}

/** Names that come back or stand in the lead, then topics that do: as the source writes them. */
function tagsOf(sheet: FactSheet, topics: readonly string[]): string[] {
  const statements = sheet.facts.filter((fact) => fact.kind === 'statement');
  const named = statements.map((fact) => [...fact.names, ...fact.places]);
  const all = [...new Set(named.flat())];
  // « Sabardin » is « Laurent Sabardin ».
  const full = (name: string): string =>
    all.find((other) => other !== name && other.endsWith(` ${name}`) && !/\s(?:de|du|des|la|le)\s/u.test(other)) ?? name;
  const counts = new Map<string, number>();
  named.forEach((names, rank) => {
    for (const name of new Set(names.map(full)))
      counts.set(name, (counts.get(name) ?? 0) + (rank === 0 && /\s/u.test(name) ? 2 : 1));
  });
  const names = [...counts]
    .filter(([name, count]) => count >= 2 && name.length > 2)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const lower = statements.map((fact) => quotationless(fact).toLowerCase());
  const standing = topics.filter((topic) => {
    const text = topic.toLowerCase();
    const inside = all.some((name) => name.includes(topic) && name !== topic);
    return (
      !inside &&
      /\s|^\p{Lu}/u.test(topic) &&
      (lower.slice(0, 2).some((sentence) => sentence.includes(text)) ||
        lower.filter((sentence) => sentence.includes(text)).length >= 2)
    );
  });
  const tags: string[] = [];
  const take = (candidates: readonly string[], most: number): void => {
    for (const tag of candidates) {
      if (tags.length >= most) return;
      const known = tags.some((other) => holds(other, tag) || holds(tag, other));
      if (!known) tags.push(tag);
    }
  };
  take([...names.slice(0, 4), ...standing.slice(0, 3), ...names.slice(4)], MOST_TAGS);
  // Two at least, where the source names so many.
  take([...topics, ...all], Math.max(tags.length, FEWEST_TAGS));
  return tags;
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function firstName(sheet: FactSheet): string {
  const fact = sheet.facts.find((candidate) => candidate.names.length + candidate.places.length > 0);
  return fact?.names[0] ?? fact?.places[0] ?? '';
}
