/** Sentences, clauses and fields that are not in French. Quotations in another language are told apart: they may be meant. */
import type { Block } from '../article/block.ts';
import type { Draft } from '../article/draft.ts';
import type { Finding } from '../article/report.ts';
import { textUnits } from '../article/text-units.ts';
import { foreignStretch, isFrench } from '../french/language.ts';
import { splitSentences } from '../french/sentences.ts';

const QUOTATION = /«[^»]*»|“[^”]*”|"[^"]*"/g;

export function checkLanguage(blocks: readonly Block[]): Finding[] {
  return textUnits(blocks).flatMap((unit) => splitSentences(unit.text).flatMap(({ text }) => sentenceFindings(text)));
}

export function checkFieldLanguage(draft: Draft): Finding[] {
  const { seoTitle, metaDescription, excerpt } = draft.fields;
  return [draft.title, seoTitle, metaDescription, excerpt].flatMap((text): Finding[] =>
    isFrench(text) ? [] : [{ kind: 'language', severity: 'error', excerpt: text, message: 'Ce champ n’est pas en français.' }],
  );
}

function sentenceFindings(sentence: string): Finding[] {
  const own = sentence.replace(QUOTATION, ' ');
  if (!isFrench(own))
    return [{ kind: 'language', severity: 'error', excerpt: sentence, message: 'Cette phrase n’est pas en français.' }];
  const stretch = foreignStretch(own.includes(' ') ? own : '');
  if (stretch && sentence.includes(stretch))
    return [{ kind: 'language', severity: 'error', excerpt: stretch, message: 'Une partie de la phrase n’est pas en français.' }];
  const foreign = (sentence.match(QUOTATION) ?? []).find((quotation) => !isFrench(quotation));
  if (!foreign) return [];
  return [
    {
      kind: 'language',
      severity: 'warning',
      excerpt: foreign,
      message: 'Citation qui n’est pas en français : à traduire, ou à garder telle quelle.',
    },
  ];
}
