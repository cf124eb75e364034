import { describe, expect, it } from 'vitest';
import { blocksFromMarkdown } from '../../../utils/article/markdown.ts';
import { EMPTY_DRAFT, type Draft, type DraftSection } from '../../../utils/article/draft.ts';
import type { Origin } from '../../../utils/article/report.ts';
import { buildReport } from '../../../utils/checks/build-report.ts';
import { withoutInjections } from '../../../utils/checks/injection.ts';
import { alignSentence } from '../../../utils/facts/align.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const clean = withoutInjections(
  cutFacts(
    articleFrom(
      '<p>Le maire de Rennes a inauguré mardi une piscine de 50 mètres. Les travaux ont coûté 12 millions d’euros. Le chiffre d’affaires de la régie a reculé de 4 % au troisième trimestre.</p>',
    ),
  ),
);

const section = (markdown: string, given: Partial<DraftSection> = {}): DraftSection => ({
  ...{ id: 'P1', form: 'body', heading: null, level: 2, blocks: blocksFromMarkdown(markdown) },
  ...given,
});

const report = (sections: DraftSection[], originOf: (sentence: string) => Origin = () => 'model') => {
  const draft: Draft = { ...EMPTY_DRAFT, title: 'Une piscine à Rennes', sections };
  return buildReport({ draft, clean, originOf, notices: [], minWords: 5 });
};

describe('the evidence of a report', () => {
  it('reads a sentence in the light of its neighbours', () => {
    const lead = 'Le marché espérait mieux.';
    const { evidence } = report([section(`${lead} Le chiffre d’affaires de la régie a reculé de 4 % au troisième trimestre.`)]);
    expect(alignSentence(lead, clean.sheet).status).toBe('none');
    expect(evidence[0]?.sources).toEqual(evidence[1]?.sources);
  });

  it('gives each sentence the place of its section’s own blocks, and leaves subheadings out', () => {
    const { evidence } = report([
      section('Le maire de Rennes a inauguré une piscine.'),
      section('### Le prix\n\n- Les travaux ont coûté 12 millions d’euros.', { heading: 'Les travaux' }),
    ]);
    expect(evidence.map((entry) => entry.place)).toEqual([
      { section: 0, block: 0, item: 0, start: 0, end: 42 },
      { section: 1, block: 1, item: 0, start: 0, end: 42 },
    ]);
  });

  it('is what a finding points into, subheadings or not', () => {
    const { evidence, findings } = report([
      section('Les travaux ont coûté 12 millions d’euros. Ils ont coûté 99 millions d’euros.', {
        heading: 'Le prix des travaux',
      }),
    ]);
    const wrong = findings.find((finding) => finding.kind === 'number');
    expect(evidence[wrong?.sentence ?? -1]?.sentence).toContain('99');
  });
});

describe('the origin of a report', () => {
  it('counts every word of the body, a subheading for who worded it', () => {
    const { words, origin } = report(
      [
        section('Le maire de Rennes a inauguré une piscine.', { heading: 'Cinq mots par le modèle', headingBy: 'model' }),
        section('#### Trois mots encore\n\nLes travaux ont coûté cher.', { heading: 'Deux mots' }),
      ],
      (sentence) => (sentence.startsWith('Les travaux') ? 'floor' : 'model'),
    );
    expect(origin).toEqual({ model: 8 + 5, floor: 5 + 3 + 2 });
    expect(origin.model + origin.floor).toBe(words);
  });
});

describe('the findings of a report', () => {
  it('tell the form too: typography, subheadings, fields', () => {
    const { findings } = report([section('Le maire a inauguré une piscine!', { heading: 'Conclusion' })]);
    expect(new Set(findings.map((finding) => finding.kind))).toEqual(new Set(['structure', 'typography', 'field']));
  });

  it('never place a field in the text that happens to hold its words', () => {
    const draft: Draft = {
      ...EMPTY_DRAFT,
      title: 'Une piscine',
      fields: { ...EMPTY_DRAFT.fields, metaDescription: 'Le maire de Rennes a inauguré mardi une piscine de 50 mètres.' },
      sections: [section('Le maire de Rennes a inauguré mardi une piscine de 50 mètres.')],
    };
    const { findings } = buildReport({ draft, clean, originOf: () => 'floor', notices: [], minWords: 5 });
    const field = findings.find((finding) => finding.message.startsWith('Méta-description'));
    expect(field).toBeDefined();
    expect(field?.sentence).toBeUndefined();
  });
});
