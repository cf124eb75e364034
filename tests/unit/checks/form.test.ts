import { describe, expect, it } from 'vitest';
import { blocksFromMarkdown } from '../../../utils/article/markdown.ts';
import { EMPTY_DRAFT, type Draft } from '../../../utils/article/draft.ts';
import { checkFields } from '../../../utils/checks/fields.ts';
import { checkForm } from '../../../utils/checks/form.ts';
import { checkKeyphrase, countKeyphrase, keyphraseDensity } from '../../../utils/checks/keyphrase.ts';
import { checkLanguage } from '../../../utils/checks/language.ts';
import { checkLength } from '../../../utils/checks/length.ts';
import { checkStructure } from '../../../utils/checks/structure.ts';
import { checkTypography } from '../../../utils/checks/typography.ts';
import { typographBlocks } from '../../../utils/french/typography.ts';

const words = (count: number) => `${Array.from({ length: count }, (_, i) => (i % 10 === 9 ? 'mot. Puis' : 'mot')).join(' ')}.`;
const messages = (markdown: string) => checkStructure(blocksFromMarkdown(markdown)).map((finding) => finding.message);

const draft = (fields: Partial<Draft['fields']>, markdown: string, title = 'Le Kremlin dément'): Draft => ({
  ...EMPTY_DRAFT,
  title,
  fields: { ...EMPTY_DRAFT.fields, ...fields },
  sections: [{ id: 'P1', form: 'body', heading: null, level: 2, blocks: blocksFromMarkdown(markdown) }],
});

describe('length', () => {
  it('tells how many words are missing, and nothing when none is', () => {
    const blocks = blocksFromMarkdown('## Un titre\n\nTrois mots seulement.');
    expect(checkLength(blocks, 700)[0]?.message).toContain('il en manque 695');
    expect(checkLength(blocks, 5)).toEqual([]);
  });
});

describe('structure', () => {
  it('finds a level that is skipped, a generic, a doubled and an empty subheading', () => {
    const found = messages(
      '### Les faits\n\nTexte.\n\n## Conclusion\n\nTexte.\n\n## Les chiffres\n\nTexte.\n\n## Les chiffres\n\n## Fin',
    );
    expect(found).toEqual([
      expect.stringContaining('niveau 3 sans'),
      expect.stringContaining('passe-partout'),
      expect.stringContaining('deux fois'),
      expect.stringContaining('Aucun texte'),
      expect.stringContaining('Aucun texte'),
    ]);
  });

  it('finds more than 300 words without a subheading, and more than 150 in a paragraph', () => {
    const long = `## Les faits\n\n${words(120)}\n\n${words(120)}\n\n${words(120)}`;
    expect(messages(long)).toEqual([expect.stringContaining('sous cet intertitre')]);
    expect(messages(words(160))).toEqual([expect.stringContaining('Paragraphe de')]);
    expect(messages(`## A\n\n${words(120)}\n\n## B\n\n${words(120)}`)).toEqual([]);
  });

  it('remarks too many sentences of more than 25 words, quoting the longest', () => {
    const long = `Le ${'grand mot '.repeat(15)}fin.`;
    expect(checkStructure(blocksFromMarkdown(`Court. ${long}`))[0]).toMatchObject({ severity: 'info', excerpt: long });
    expect(messages(`Court. Court. Court. Court. ${long}`)).toEqual([]);
  });
});

describe('language', () => {
  const kinds = (text: string) => checkLanguage(blocksFromMarkdown(text)).map(({ severity, excerpt }) => [severity, excerpt]);

  it('finds a sentence and a clause in English, and leaves names', () => {
    expect(kinds('Le maire est là. The race has been cancelled for good.')).toEqual([
      ['error', 'The race has been cancelled for good.'],
    ]);
    expect(kinds('L’experte y croit : the expert admitted the panel was painted in 2009 here.')[0]?.[0]).toBe('error');
    expect(kinds('Selon le Wall Street Journal et Bank of America, Peskov dément.')).toEqual([]);
  });

  it('warns only where the English is quoted', () => {
    expect(kinds('Le patron a répondu « we have no comment on that » à la radio.')).toEqual([
      ['warning', '« we have no comment on that »'],
    ]);
  });
});

describe('typography', () => {
  it('shows the place and what it should be, and nothing once it is set', () => {
    const blocks = blocksFromMarkdown('Il a dit "oui" hier; elle non.');
    expect(checkTypography(blocks)[0]).toMatchObject({ severity: 'info', kind: 'typography' });
    expect(checkTypography(typographBlocks(blocks))).toEqual([]);
  });
});

describe('keyphrase', () => {
  it('is found in the plural, after an elision, with other words between', () => {
    expect(
      countKeyphrase('Des négociations sur l’Ukraine. La négociation en Ukraine ! L’Ukraine négocie.', 'négociation Ukraine'),
    ).toBe(2);
    expect(countKeyphrase('Les journaux locaux.', 'journal local')).toBe(1);
    expect(countKeyphrase('Rien.', '')).toBe(0);
  });

  it('is missed in the title, the introduction and the subheadings, and told when there is too much of it', () => {
    const found = (markdown: string, title?: string) =>
      checkKeyphrase(draft({ keyphrase: 'budget municipal' }, markdown, title)).map((it) => it.message);
    expect(found('Le maire parle.\n\n## Les écoles\n\nTexte.')).toEqual([
      expect.stringContaining('pas dans le titre'),
      expect.stringContaining('premier paragraphe'),
      expect.stringContaining('0 intertitre sur 1'),
    ]);
    const stuffed = 'Le budget municipal est voté. '.repeat(5);
    expect(keyphraseDensity(stuffed, 'budgets municipaux')).toBeGreaterThan(0.03);
    expect(found(stuffed, 'Le budget municipal')).toEqual([expect.stringContaining('suroptimisé')]);
  });
});

describe('fields', () => {
  const meta =
    'Le Kremlin dément des négociations sur l’Ukraine avec les États-Unis, rapportées par Bloomberg, et parle d’un « faux rapport ».';

  it('passes fields that Google shows whole', () => {
    expect(
      checkFields(draft({ seoTitle: 'Le Kremlin dément', metaDescription: meta, slug: 'negociations-ukraine-kremlin' }, '')),
    ).toEqual([]);
  });

  it('finds what is cut, missing or badly made', () => {
    const long = 'Négociations sur l’Ukraine : le Kremlin dément tout contact secret avec les États-Unis';
    const found = checkFields(
      draft({ seoTitle: long, metaDescription: meta + meta, slug: 'les-negociations-sur-l-ukraine' }, '', long),
    );
    expect(found.map((finding) => finding.message)).toEqual([
      expect.stringContaining('Titre de 86 caractères'),
      expect.stringContaining('pixels'),
      expect.stringContaining('Méta-description'),
      expect.stringContaining('mots vides'),
    ]);
    expect(found.at(-1)?.source).toBe('negociations-ukraine');
  });
});

describe('checkForm', () => {
  it('gives only findings whose excerpt is text of the draft', () => {
    const text = '## Conclusion\n\nThe race has been cancelled for good. Il a dit "oui".';
    const all = checkForm(draft({ keyphrase: 'course' }, text), { minWords: 700 });
    expect(new Set(all.map((finding) => finding.kind))).toEqual(
      new Set(['length', 'language', 'structure', 'typography', 'seo', 'field']),
    );
    const body = 'Le Kremlin dément Conclusion The race has been cancelled for good. Il a dit "oui".';
    for (const { excerpt } of all) expect(body).toContain(excerpt);
  });
});
