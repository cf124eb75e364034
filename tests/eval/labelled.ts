/** The labelled articles (`tests/eval/README.md`) as the evaluation reads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFromHtml } from '../../utils/article/html.ts';
import { cutFacts } from '../../utils/facts/cut-facts.ts';
import type { FactSheet } from '../../utils/facts/fact.ts';
import { z } from '../../utils/zod.ts';

const Article = z.object({
  id: z.string(),
  source_html: z.string(),
  faithful_html: z.string(),
  corrupted_html: z.string(),
  errors: z.array(z.object({ type: z.string(), span: z.string(), was: z.string(), why: z.string() })),
});
export type Article = z.infer<typeof Article>;

const Evidence = z.object({
  id: z.string(),
  sentences: z.array(z.object({ text: z.string(), sources: z.array(z.string()) })),
});
export type Evidence = z.infer<typeof Evidence>;

const HERE = import.meta.dirname;

export function articlesOf(set: string): Article[] {
  const folder = join(HERE, 'articles', set);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Article.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Labels of which source sentences carry each sentence of the faithful text, or null where nobody has labelled it. */
export function evidenceOf(id: string): Evidence | null {
  const path = join(HERE, 'evidence', `${id}.json`);
  return existsSync(path) ? Evidence.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

export function sheetOf(html: string): FactSheet {
  return cutFacts({
    title: '',
    siteLanguage: 'fr-FR',
    sources: [{ id: 'S1', kind: 'selection', title: '', url: null, date: null, blocks: blocksFromHtml(html) }],
  });
}

/** The excerpt and the labelled span share a character of the text. An excerpt that occurs more than once counts nowhere but where the span holds it or it holds the span. */
export function overlaps(excerpt: string, span: string, type: string, text: string): boolean {
  if (type === 'link') return excerpt === span;
  if (excerpt === '') return false;
  const at = text.indexOf(span);
  if (at === -1) return excerpt.includes(span) || span.includes(excerpt);
  const first = text.indexOf(excerpt);
  if (first === -1) return false;
  const shares = (start: number): boolean => start < at + span.length && at < start + excerpt.length;
  if (text.indexOf(excerpt, first + 1) === -1) return shares(first);
  return span.includes(excerpt);
}
