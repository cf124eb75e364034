import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { checkFidelity, checkSentence } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import type { FactSheet } from '../../../utils/facts/fact.ts';

const SOURCE =
  '<p>Le tribunal de Mornay a condamné lundi l’éleveur Jean Vasset à 12 000 euros d’amende. Selon <a href="https://journal.fr/a">Le Journal</a>, ' +
  'il aurait vendu 40 tonnes de viande avariée entre 2019 et 2021.</p>' +
  '<p>« Je n’ai trompé personne dans cette affaire », a déclaré M. Vasset. Sa présidente, Lise Aubert, dément toute fraude. ' +
  '« Nos contrôles sont irréprochables », a-t-elle ajouté. Aucun malade n’a été recensé.</p>';

const sheet: FactSheet = cutFacts({
  title: '',
  siteLanguage: 'fr-FR',
  sources: [{ id: 'S1', kind: 'selection', title: '', url: null, date: null, blocks: blocksFromHtml(SOURCE) }],
});

const kindsOf = (sentence: string): string[] => checkSentence(sentence, sheet).map((finding) => finding.kind);

describe('fidelity of one sentence', () => {
  it('lets faithful sentences pass', () => {
    for (const sentence of [
      'Lundi, le tribunal de Mornay a condamné Jean Vasset à une amende de 12 000 euros.',
      'D’après Le Journal, il aurait écoulé 40 tonnes de viande avariée entre 2019 et 2021.',
      '« Nos contrôles sont irréprochables », a ajouté Lise Aubert.',
      'Lise Aubert dément toute fraude.',
      'Aucun malade n’a été recensé.',
    ]) {
      expect({ sentence, findings: checkSentence(sentence, sheet) }).toEqual({ sentence, findings: [] });
    }
  });

  it('finds a changed number, unit, date and name', () => {
    expect(kindsOf('Le tribunal de Mornay a condamné lundi Jean Vasset à 14 000 euros d’amende.')).toContain('number');
    expect(kindsOf('Le tribunal de Mornay a condamné lundi Jean Vasset à 12 000 dollars d’amende.')).toContain('unit');
    expect(kindsOf('Le tribunal de Mornay a condamné jeudi Jean Vasset à 12 000 euros d’amende.')).toContain('date');
    expect(kindsOf('Le tribunal de Mornay a condamné lundi Jean Vassard à 12 000 euros d’amende.')).toContain('name');
  });

  it('finds an altered and an invented quotation', () => {
    expect(kindsOf('« Je n’ai menti à personne dans cette affaire », a déclaré Jean Vasset.')).toContain('quote-altered');
    expect(kindsOf('« La justice passera un jour », a déclaré Jean Vasset.')).toContain('quote-invented');
  });

  it('finds a quotation in another’s mouth', () => {
    expect(kindsOf('« Nos contrôles sont irréprochables », a ajouté Jean Vasset.')).toContain('quote-speaker');
  });

  it('finds an allegation told as a fact', () => {
    expect(kindsOf('Il a vendu 40 tonnes de viande avariée entre 2019 et 2021.')).toContain('hedge-lost');
  });

  it('finds a denial turned round', () => {
    expect(kindsOf('Un malade a été recensé.')).toContain('polarity');
    expect(kindsOf('Lise Aubert reconnaît une fraude.')).toContain('polarity');
  });

  it('quotes the sentence verbatim in each excerpt', () => {
    const sentence =
      'Le tribunal de Mornay a condamné jeudi Jean Vassard à 14 000 dollars d’amende, provoquant la stupeur des voisins.';
    for (const finding of checkSentence(sentence, sheet)) expect(sentence).toContain(finding.excerpt);
  });
});

describe('fidelity of a draft', () => {
  it('finds nothing in the source itself', () => {
    expect(checkFidelity(blocksFromHtml(SOURCE), sheet)).toEqual([]);
  });

  it('reports a link that no source has, by its address', () => {
    const findings = checkFidelity(blocksFromHtml('<p>Voir <a href="https://journal.fr/b">l’article</a>.</p>'), sheet);
    expect(findings.filter((finding) => finding.kind !== 'lost')).toMatchObject([
      { kind: 'link', severity: 'error', excerpt: 'https://journal.fr/b', source: 'https://journal.fr/a' },
    ]);
  });

  it('tells the quotations and links that were lost, without holding them against the draft', () => {
    const lost = checkFidelity(blocksFromHtml('<p>Aucun malade n’a été recensé.</p>'), sheet);
    expect(lost.map(({ kind, severity, source }) => [kind, severity, source])).toEqual([
      ['lost', 'info', 'Je n’ai trompé personne dans cette affaire'],
      ['lost', 'info', 'Nos contrôles sont irréprochables'],
      ['lost', 'info', 'https://journal.fr/a'],
    ]);
  });

  it('takes another typography for no change', () => {
    const typed = SOURCE.replaceAll('’', "'")
      .replaceAll('« ', '«\u202F')
      .replaceAll(' »', '\u202F»')
      .replaceAll('12 000', '12\u202F000');
    expect(checkFidelity(blocksFromHtml(typed), sheet)).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(Array.isArray(checkSentence(text, sheet))).toBe(true);
      }),
    );
  });
});
