/** Title, variants and fields by code, from the facts alone: a draft never lacks a field, and none says what the source does not. */
import type { DraftFields } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import { leadFacts } from './body-groups.ts';
import { descriptionOf } from './description.ts';
import { suggestKeyphrases } from './keyphrase.ts';
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

/** Names that come back, then topics: as the source writes them. */
function tagsOf(sheet: FactSheet, topics: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const fact of sheet.facts)
    for (const name of [...fact.names, ...fact.places]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([name, count]) => count >= 2 && name.length > 2)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const tags: string[] = [];
  for (const tag of [...names.slice(0, 4), ...topics.slice(0, 3), ...names.slice(4)]) {
    if (tags.length >= MOST_TAGS) break;
    if (!tags.some((other) => other.toLowerCase().includes(tag.toLowerCase()) || tag.toLowerCase().includes(other.toLowerCase())))
      tags.push(tag);
  }
  return tags;
}

function firstName(sheet: FactSheet): string {
  const fact = sheet.facts.find((candidate) => candidate.names.length + candidate.places.length > 0);
  return fact?.names[0] ?? fact?.places[0] ?? '';
}
