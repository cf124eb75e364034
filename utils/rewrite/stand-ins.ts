/**
 * Simple forms of what stands beside this folder's other files while they are being written: facts, plan, floor and
 * fields good enough for the whole way to run end to end.
 */
import type { Block } from '../article/block.ts';
import type { DraftFields } from '../article/draft.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { countWords } from '../article/words.ts';
import type { Fact, FactSheet, Quotation } from '../facts/fact.ts';
import { textUnits } from '../article/text-units.ts';
import { splitSentences } from '../french/sentences.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan, PlannedSection } from './plan.ts';

export function cutFacts(article: SourceArticle): FactSheet {
  const facts: Fact[] = [];
  const quotations: Quotation[] = [];
  let words = 0;
  for (const source of article.sources) {
    textUnits(source.blocks).forEach((unit, paragraph) => {
      words += countWords(unit.text);
      for (const { text } of splitSentences(unit.text)) {
        const id = `F${facts.length + 1}`;
        const own = [...text.matchAll(/«\s*([^»]+?)\s*»/gu)].map((match, index): Quotation => ({
          id: `C${quotations.length + index + 1}`,
          text: match[1] ?? '',
          speaker: null,
          speakerName: null,
          factId: id,
          whole: countWords(match[1] ?? '') >= 3,
        }));
        quotations.push(...own);
        facts.push({
          ...{ id, sourceId: source.id, paragraph, text, kind: 'statement', quotations: own },
          ...{ numbers: [], dates: [], names: [], places: [], links: [], hedges: [], negations: [] },
          ...{ denial: null, attribution: null, leans: false },
        });
      }
    });
  }
  return { facts, quotations, words, language: 'fr' };
}

export function planForms(sheet: FactSheet, options: RewriteOptions): Plan {
  const ids = sheet.facts.map((fact) => fact.id);
  const size = Math.max(1, Math.ceil(ids.length / 5));
  const sections: PlannedSection[] = [];
  for (let at = 0; at < ids.length; at += size) {
    const facts = ids.slice(at, at + size);
    const first = sheet.facts[at]?.text ?? '';
    sections.push({
      id: `P${sections.length + 1}`,
      form: sections.length === 0 ? 'chapo' : 'body',
      heading: sections.length === 0 ? null : first.split(/\s+/u).slice(0, 8).join(' '),
      level: 2,
      facts,
      quotations: sheet.quotations.filter((quotation) => facts.includes(quotation.factId)).map((quotation) => quotation.id),
      words: Math.round((options.minWords * 1.03) / Math.ceil(ids.length / size)),
      list: false,
    });
  }
  const title = (sheet.facts[0]?.text ?? '').slice(0, 65);
  return { title, keyphrase: options.keyphrase, sections, thin: sheet.words * 1.8 < options.minWords };
}

export function composeFloor(sheet: FactSheet, section: PlannedSection): Block[] {
  return section.facts
    .map((id) => sheet.facts.find((fact) => fact.id === id)?.text ?? '')
    .map((text): Block => ({ kind: 'paragraph', inlines: [{ text }] }));
}

export function composeFields(sheet: FactSheet, plan: Plan): DraftFields {
  const lead = sheet.facts[0]?.text ?? '';
  return {
    ...{ seoTitle: plan.title, metaDescription: lead.slice(0, 150), excerpt: lead, keyphrase: plan.keyphrase, tags: [] },
    slug: plan.title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, ''),
  };
}
