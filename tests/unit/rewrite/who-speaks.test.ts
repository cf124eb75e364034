import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { readingOf } from '../../../utils/rewrite/reading.ts';
import { hasInsertion } from '../../../utils/rewrite/who-speaks.ts';
import { articleFrom, labelledArticles } from '../../support/labelled-articles.ts';

function speakers(html: string): Record<string, string | null> {
  const sheet = cutFacts(articleFrom(html));
  const reading = readingOf(sheet);
  return Object.fromEntries(
    sheet.quotations
      .filter((quotation) => quotation.whole)
      .map((quotation) => [quotation.text.slice(0, 12), reading.speakerOf(quotation)?.name ?? null]),
  );
}

function source(id: string): string {
  const article = [...labelledArticles('dev'), ...labelledArticles('develop')].find((one) => one.id.includes(id));
  return article?.sourceHtml ?? '';
}

describe('in whose mouth a quotation goes', () => {
  it('follows « a-t-il ajouté » to the subject of the sentence before, not to whom it names last', () => {
    const seed = readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8');
    expect(speakers(seed)).toMatchObject({
      'Nous ne somm': 'Adrienne Watson',
      'Il appartien': 'Adrienne Watson',
      'Cela ne corr': 'Dmitri Peskov',
      'Nous sommes ': 'Dmitri Peskov',
    });
  });

  it('takes the president of an association, not the association', () => {
    expect(speakers(source('fait-divers'))['Ils étaient ']).toBe('Karim Haddad');
  });

  it('knows the minister behind « le ministre », and Mme Le Bihan by her full name', () => {
    expect(speakers(source('agriculture'))).toMatchObject({
      'Nos paies de': 'Gaëlle Le Bihan',
      'Il n’en a ja': 'Hélène Castaing',
    });
  });

  it('names nobody where somebody else of the sentence between could be meant', () => {
    const between =
      '<p>L’avocate générale, Irène Casteras, a requis deux ans. L’alerte était venue d’une salariée, Jeanne Morvan, qui s’étonnait d’un retard. « On m’a dit que les caisses étaient vides », a-t-elle témoigné.</p>';
    expect(speakers(between)['On m’a dit q']).toBeNull();
  });

  it('takes neither a thing for a speaker, nor a place for a person', () => {
    const thing =
      '<p>La directrice, Anne Morel, a reçu les élus. L’entretien a duré une heure. Elle a exclu tout report : « Nous tiendrons les délais. »</p>';
    expect(speakers(thing)['Nous tiendro']).not.toBe('L’entretien');
    const place = '<p>À Vernac, le porte-parole de la mairie, Léon Fargue, a fait savoir que deux rues seraient fermées.</p>';
    expect([...readingOf(cutFacts(articleFrom(place))).persons.keys()]).toEqual(['Léon Fargue']);
  });

  it('takes « à l’AFP » for no part of who speaks', () => {
    const told = '<p>La crue a surpris Vernac. « Tout est parti », a raconté à l’AFP le maire, Léon Fargue.</p>';
    expect(speakers(told)['Tout est par']).toBe('Léon Fargue');
  });

  it('names nobody for a quotation that holds its own attribution', () => {
    expect(hasInsertion('Je lis des choses, oui, a souri l’intéressé, mais ma tête est ici')).toBe(true);
    expect(hasInsertion('Le ballon est joué, tout le stade l’a vu')).toBe(false);
    expect(speakers(source('sport'))['Je lis des c']).toBeNull();
  });
});
