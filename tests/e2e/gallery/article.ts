/** A rewrite to look at: the seed article, a faithful text of it, and the same with planted errors that are found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { inlineText } from '../../../utils/article/inlines.ts';
import { textUnits } from '../../../utils/article/text-units.ts';
import { countWords, wordsOf } from '../../../utils/article/words.ts';
import type { Block } from '../../../utils/article/block.ts';
import type { Draft, DraftSection } from '../../../utils/article/draft.ts';
import type { Finding, FindingKind, Origin, Report, SentenceEvidence } from '../../../utils/article/report.ts';
import { splitSentences } from '../../../utils/french/sentences.ts';

interface Labelled {
  source_html: string;
  faithful_html: string;
  corrupted_html: string;
  errors: { type: FindingKind; span: string; was: string; why: string }[];
}

const article: Labelled = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../eval/articles/dev/dev-1-kremlin.json'), 'utf8'),
);

export const sourceBlocks: Block[] = blocksFromHtml(article.source_html);

const FIELDS = {
  title: 'Ukraine : le Kremlin dément avoir approché Washington',
  titleVariants: [
    'Guerre en Ukraine : le Kremlin dément tout contact avec Washington',
    'Négociations sur l’Ukraine : Moscou parle d’un « faux rapport »',
  ],
  fields: {
    seoTitle: 'Guerre en Ukraine : le Kremlin dément un contact de Poutine',
    metaDescription:
      'Le Kremlin dément que Vladimir Poutine ait approché les États-Unis pour négocier sur l’Ukraine. Ce que rapporte Bloomberg, ce que répond Moscou.',
    slug: 'guerre-ukraine-kremlin-dement-contact-poutine',
    excerpt: 'Le porte-parole du Kremlin rejette l’information de Bloomberg sur des signaux indirects adressés aux États-Unis.',
    keyphrase: 'guerre en Ukraine',
    tags: ['Ukraine', 'Russie', 'Kremlin', 'diplomatie'],
  },
};

export function faithfulDraft(): Draft {
  return { ...FIELDS, sections: sectionsOf(blocksFromHtml(article.faithful_html)) };
}

export function corruptedDraft(): Draft {
  return { ...FIELDS, sections: sectionsOf(blocksFromHtml(article.corrupted_html)) };
}

/** Errors and warnings at the planted places, as the checks would tell them. */
export function plantedFindings(): Finding[] {
  const severe = new Set<FindingKind>(['number', 'date', 'quote-altered', 'quote-invented', 'quote-speaker', 'link', 'name']);
  return article.errors.slice(0, 9).map(({ type, span, was, why }): Finding => ({
    ...{ kind: type, severity: severe.has(type) ? 'error' : 'warning', excerpt: span, message: why },
    ...(was && { source: was }),
  }));
}

/** Evidence by shared words: data to look at, not the product's own alignment. */
export function reportOf(draft: Draft, findings: Finding[], origin: (section: number) => Origin): Report {
  const facts = textUnits(sourceBlocks)
    .flatMap((unit) => splitSentences(unit.text))
    .map(({ text }, i) => ({ id: `F${i + 1}`, text }));
  const evidence = draft.sections.flatMap((section, index) =>
    textUnits(section.blocks).flatMap((unit) =>
      splitSentences(unit.text).map(({ text, start, end }): SentenceEvidence => {
        const place = { section: index, block: unit.block, item: unit.item, start, end };
        const ranked = facts
          .map((fact) => ({ id: fact.id, share: shared(text, fact.text) }))
          .toSorted((a, b) => b.share - a.share);
        const best = ranked[0];
        const status = !best || best.share < 0.12 ? 'none' : best.share < 0.3 ? 'weak' : 'supported';
        return { sentence: text, sources: best && status !== 'none' ? [best.id] : [], status, origin: origin(index), place };
      }),
    ),
  );
  const words = draft.sections.map(
    (one) => countWords(one.heading ?? '') + textUnits(one.blocks).reduce((sum, unit) => sum + countWords(unit.text), 0),
  );
  const by = (who: Origin) => words.reduce((sum, count, i) => (origin(i) === who ? sum + count : sum), 0);
  return {
    ...{ words: words.reduce((a, b) => a + b, 0), facts, evidence, findings },
    notices: [{ code: 'undated_source', detail: 'plus tôt cette semaine' }, { code: 'sections_by_code' }],
    copied: { sentences: 9, longestRun: 24 },
    origin: { model: by('model') + by('hand'), floor: by('floor') },
    seo: [
      { id: 'introductionKeyword', score: 9 },
      { id: 'keyphraseLength', score: 9 },
      { id: 'metaDescriptionLength', score: 9 },
      { id: 'subheadingsKeyword', score: 6 },
      { id: 'textSentenceLength', score: 6 },
      { id: 'keyphraseInSEOTitle', score: 9 },
      { id: 'textTransitionWords', score: 3 },
      { id: 'passiveVoice', score: 9 },
    ],
  };
}

function shared(a: string, b: string): number {
  const long = (text: string) => new Set(wordsOf(text.toLowerCase()).filter((word) => word.length > 3));
  const [left, right] = [long(a), long(b)];
  return left.size ? [...left].filter((word) => right.has(word)).length / left.size : 0;
}

function sectionsOf(blocks: readonly Block[]): DraftSection[] {
  const sections: DraftSection[] = [{ id: 'P1', form: 'chapo', heading: null, level: 2, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'heading') sections.at(-1)?.blocks.push(block);
    else
      sections.push({
        id: `P${sections.length + 1}`,
        form: 'body',
        heading: inlineText(block.inlines),
        level: block.level === 3 ? 3 : 2,
        blocks: [],
      });
  }
  return sections;
}
