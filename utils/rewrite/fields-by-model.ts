/** Title, keyphrase and fields as a model words them, each held against the source; what fails is made by code. */
import type { DraftFields } from '../article/draft.ts';
import type { Finding } from '../article/report.ts';
import { slugOf } from '../article/slug.ts';
import type { FactSheet } from '../facts/fact.ts';
import { fold } from '../french/fold.ts';
import { splitSentences } from '../french/sentences.ts';
import { tokenize } from '../french/tokens.ts';
import type { Claims } from './sentence-gate.ts';
import { sentenceCase } from './sentence-case.ts';
import { isEnglish } from './small-words.ts';
import type { Wording } from './wording-answer.ts';

export interface WordedFields {
  title: string;
  variants: string[];
  fields: DraftFields;
  /** What was refused and why, in French, by key of the answer: for the one repair. */
  refused: { key: keyof Wording; value: string; fault: string }[];
}

/** Characters. Title: issue of the engine; SEO title: about 600 px; description: 120-155 (facts: Google and French practice). */
const TITLE_MOST = 65;
const DESCRIPTION = { least: 120, most: 155 };
const EXCERPT_MOST = 320;

export interface ByCode {
  title: string;
  variants: string[];
  fields: DraftFields;
}

/** @param keyphrase the user's own, '' where the model may choose one from the source */
export function judgeFields(wording: Wording, code: ByCode, keyphrase: string, sheet: FactSheet, claims: Claims): WordedFields {
  const refused: WordedFields['refused'] = [];
  const pick = (key: keyof Wording, value: string, fault: string | null, fallback: string): string => {
    if (value === '') return fallback;
    if (fault === null) return value;
    refused.push({ key, value, fault });
    return fallback;
  };
  const sound = (text: string): string | null => soundFault(text, claims);
  const cased = (text: string): string => sentenceCase(clean(text), sheet);
  const asked = cased(wording.titre);
  const title = pick('titre', asked, lengthFault(asked, 15, TITLE_MOST) ?? sound(asked), code.title);
  const variants = wording.variantes
    .map(cased)
    .filter((variant) => variant !== title && lengthFault(variant, 15, TITLE_MOST) === null && sound(variant) === null);
  const phrase =
    keyphrase || (keyphraseFault(wording.expression_cle, sheet) === null ? clean(wording.expression_cle) : code.fields.keyphrase);
  const seo = cased(wording.titre_seo);
  const description = clean(wording.meta_description);
  const excerpt = clean(wording.chapo);
  const described = cutToLength(description);
  const fields: DraftFields = {
    seoTitle: pick(
      'titre_seo',
      seo,
      lengthFault(seo, 15, TITLE_MOST) ?? sound(seo),
      title === code.title ? code.fields.seoTitle : title,
    ),
    metaDescription: pick(
      'meta_description',
      described,
      lengthFault(described, DESCRIPTION.least, DESCRIPTION.most) ?? sound(described),
      code.fields.metaDescription,
    ),
    slug: slugOf(title) || code.fields.slug,
    excerpt: pick('chapo', excerpt, lengthFault(excerpt, 40, EXCERPT_MOST) ?? sound(excerpt), code.fields.excerpt),
    keyphrase: phrase,
    tags: tagsOf(wording.etiquettes, code.fields.tags, sheet),
  };
  const distinct = [...new Set([...variants, ...code.variants])].filter((variant) => variant !== title).slice(0, 3);
  return { title, variants: distinct, fields, refused };
}

/** The wording with the values of a repair in the place of those refused. */
export function mended(wording: Wording, repair: Record<string, unknown>, refused: WordedFields['refused']): Wording {
  const next = { ...wording };
  for (const { key } of refused) {
    const value = repair[key];
    if (typeof value !== 'string') continue;
    if (key === 'titre' || key === 'titre_seo' || key === 'meta_description' || key === 'chapo') next[key] = value;
  }
  return next;
}

function lengthFault(text: string, least: number, most: number): string | null {
  if (text.length < least) return `trop court (${text.length} caractères, il en faut ${least} au moins)`;
  if (text.length > most) return `trop long (${text.length} caractères, ${most} au plus)`;
  return null;
}

/** Null = French, and every sentence carried by the source. */
function soundFault(text: string, claims: Claims): string | null {
  if (isEnglish(text)) return 'n’est pas en français';
  // The last two are variables that SEO plugins fill in, from private fields too.
  if (/\[[CF]\d|https?:|[<>{}]|%%|%\w+[%(]/u.test(text)) return 'contient autre chose que du texte';
  for (const { text: sentence } of splitSentences(text)) {
    const { sources, status } = claims.align(sentence);
    if (status === 'none') return 'dit ce que la source ne dit pas';
    const fault = claims.faults(sentence, sources).find((finding: Finding) => finding.severity !== 'info');
    if (fault) return `« ${fault.excerpt} » : ${fault.message}`;
  }
  return null;
}

/** Yoast counts 1-4 words of meaning as good. Each must stand in the source: nothing is searched for that is not told. */
export function keyphraseFault(phrase: string, sheet: FactSheet): string | null {
  const words = tokenize(clean(phrase)).filter((token) => token.content || token.kind === 'number');
  if (words.length === 0 || words.length > 4) return 'compte un à quatre mots';
  const stems = new Set(sheet.facts.flatMap((fact) => tokenize(fact.text).map((token) => token.stem)));
  return words.every((word) => stems.has(word.stem)) ? null : 'contient un mot absent de la source';
}

function tagsOf(asked: readonly string[], byCode: readonly string[], sheet: FactSheet): string[] {
  const source = new Set(sheet.facts.flatMap((fact) => tokenize(fact.text).map((token) => token.stem)));
  const good = asked.map(clean).filter((tag) => {
    const words = tokenize(tag).filter((token) => token.content);
    return tag.length > 1 && tag.length <= 40 && words.length > 0 && words.every((word) => source.has(word.stem));
  });
  const tags = [...new Map(good.map((tag) => [fold(tag), tag])).values()].slice(0, 6);
  return tags.length >= 2 ? tags : [...byCode];
}

/** A description that is too long loses its last sentences, or what follows its last clause; never a word's half. */
function cutToLength(text: string): string {
  if (text.length <= DESCRIPTION.most) return text;
  let kept = '';
  for (const { text: sentence } of splitSentences(text)) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (longer.length > DESCRIPTION.most) break;
    kept = longer;
  }
  return kept.length >= DESCRIPTION.least ? kept : text;
}

function clean(text: string): string {
  return text
    .replace(/\*\*|__|`|^#+\s*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
