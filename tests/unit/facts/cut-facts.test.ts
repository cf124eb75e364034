import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import type { FactSheet } from '../../../utils/facts/fact.ts';

const sheetOf = (html: string): FactSheet =>
  cutFacts({
    title: '',
    siteLanguage: 'fr-FR',
    sources: [{ id: 'S1', kind: 'selection', title: '', url: null, date: null, blocks: blocksFromHtml(html) }],
  });

describe('cutFacts', () => {
  const sheet = sheetOf(
    '<p>LYON, 12 mars (AFP) – Selon <a href="https://exemple.fr/etude">une étude</a>, 3,5 millions de foyers seraient privés de chauffage. ' +
      '« Nous n’avons rien reçu. Rien », a déploré mardi la présidente du collectif Chaud pour tous, Anne Lebel.</p>' +
      '<p>La préfecture, interrogée par M. Durand, dément toute pénurie : « C’est faux, a-t-elle assuré, et cela se voit. »</p>' +
      '<p>« Nous verrons bien cet hiver »</p><p>(avec Reuters)</p>',
  );

  it('numbers one fact a sentence and locks the dateline and the credit', () => {
    expect(sheet.facts.map((fact) => fact.kind)).toEqual([
      'dateline',
      'statement',
      'statement',
      'statement',
      'statement',
      'credit',
    ]);
    expect(sheet.facts.map((fact) => fact.id)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6']);
  });

  it('locks a paper’s own dateline', () => {
    const { facts, undated } = sheetOf('<p>STRASBOURG, mardi 2 décembre – Le trafic sera réduit mercredi.</p>');
    expect(facts.map(({ kind, text }) => [kind, text])).toEqual([
      ['dateline', 'STRASBOURG, mardi 2 décembre –'],
      ['statement', 'Le trafic sera réduit mercredi.'],
    ]);
    expect(undated).toEqual([]);
  });

  it.each([
    'BRUXELLES (Reuters) - La Commission a tranché.',
    'PARIS (AFP) — La Commission a tranché.',
    'LA ROCHELLE/PARIS, 12 mars (Reuters) - La Commission a tranché.',
  ])('locks the dateline of %j', (text) => {
    const { facts } = sheetOf(`<p>${text}</p>`);
    expect(facts.map(({ kind }) => kind)).toEqual(['dateline', 'statement']);
    expect(facts[1]?.text).toBe('La Commission a tranché.');
  });

  it.each([
    ['Nantes, 6 octobre –', '« On vit au-dessus du vide », dit Paul Hervé.'],
    ['Fontenay-sous-Bois (Val-de-Marne), 2 septembre 2025 –', 'Le gymnase a fermé.'],
    ['Lyon (Rhône), le 3 mai 2026. –', 'Le marché rouvre lundi.'],
    ['La Roche-sur-Yon, mardi 1er déc. —', 'Le marché rouvre lundi.'],
    ['Saint-Denis de La Réunion, 3 mai -', '120 personnes ont été relogées.'],
    ['BRUXELLES, 4 juin (Reuters) —', 'La Commission a tranché.'],
    ['New York, 4 juin (correspondance) —', 'La Bourse a fermé.'],
    ['De notre correspondant à Madrid –', 'Le gouvernement a tranché.'],
    ['De notre envoyée spéciale à Nice (Alpes-Maritimes), Anne Roy –', 'Le port a rouvert.'],
    ['(De nos envoyés spéciaux au Caire) –', 'Le port a rouvert.'],
  ])('locks the dateline %j', (dateline, rest) => {
    const { facts } = sheetOf(`<p>${dateline} ${rest}</p>`);
    expect(facts.map(({ kind, text }) => [kind, text])).toEqual([
      ['dateline', dateline],
      ['statement', rest],
    ]);
  });

  it.each(['Lyon, le 3 mai 2026', 'De notre correspondante à Madrid', '(De notre envoyé spécial à Nice, Paul Hervé)'])(
    'locks the line %j',
    (text) => {
      expect(sheetOf(`<p>${text}</p><p>Il pleut à Rome.</p>`).facts.map(({ kind }) => kind)).toEqual(['dateline', 'statement']);
    },
  );

  it.each([
    'Nantes, 6 octobre – 9 novembre : l’exposition est ouverte.',
    'Lundi, 6 octobre – La grève a commencé.',
    'À Nantes, le 6 octobre – jour de marché – la grève a commencé.',
    'Le maire de Nantes, le 6 octobre – La grève a commencé.',
    'Nantes, 6 octobre, la grève a commencé.',
    'De notre correspondant à Madrid, nous avons appris la nouvelle.',
    'Nantes – La grève a commencé.',
  ])('takes %j for no dateline', (text) => {
    expect(sheetOf(`<p>${text}</p>`).facts.map(({ kind }) => kind)).toEqual(['statement']);
  });

  it.each([
    'AFP avec Reuters',
    '(Reportage Anne Roy, version française Luc Petit, édité par Kate Blanc)',
    'Propos recueillis par Hugo Marchand',
    'Crédit photo : Julie Martin / AFP',
    'Lire aussi : La canicule de 2003',
  ])('locks the credit %j', (text) => {
    expect(sheetOf(`<p>Il pleut à Rome.</p><p>${text}</p>`).facts[1]?.kind).toBe('credit');
  });

  it.each([
    'Édité par Gallimard, le livre sort mardi.',
    'Bloomberg a rapporté que Rome a tranché.',
    'Traduit par Anne Lenoir, le roman a plu.',
    'La banque (BNP) - une filiale - ferme.',
  ])('takes %j for a statement', (text) => {
    expect(sheetOf(`<p>${text}</p>`).facts.map(({ kind }) => kind)).toEqual(['statement']);
  });

  it('reads numbers with their scale, hedges, attributions and links', () => {
    const fact = sheet.facts[1];
    expect(fact?.numbers[0]).toMatchObject({ value: 3_500_000 });
    expect(fact?.hedges).toEqual(['Selon une étude', 'seraient']);
    expect(fact?.attribution).toBe('Selon une étude');
    expect(fact?.links).toEqual([{ text: 'une étude', href: 'https://exemple.fr/etude' }]);
  });

  it('keeps a quotation of several sentences in one fact, with its speaker', () => {
    expect(sheet.quotations[0]).toMatchObject({
      id: 'C1',
      text: 'Nous n’avons rien reçu. Rien',
      speaker: 'la présidente du collectif Chaud pour tous, Anne Lebel',
      speakerName: 'Anne Lebel',
      factId: 'F3',
      whole: true,
    });
  });

  it('tells denials and negations', () => {
    expect(sheet.facts[3]?.denial).toBe('dément');
  });

  it('gives a quotation alone in its paragraph to who spoke last', () => {
    const last = sheetOf('<p>« Il pleut ici », a dit Jeanne Roy.</p><p>« Il neigera demain. »</p>');
    expect(last.quotations.map((quotation) => quotation.speakerName)).toEqual(['Jeanne Roy', 'Jeanne Roy']);
  });

  it('gives the answers of a labelled interview to the person interviewed', () => {
    const { quotations } = sheetOf(
      '<p>L’épave sera fouillée, explique à l’AFP Hélène Tramoni, 46 ans, archéologue.</p><p>QUESTION : Que sait-on ?</p><p>RÉPONSE : « Nous avons une coque de bois. »</p><p>En août, le site Var Actualités avait affirmé que le navire transportait de l’or.</p><p>Q : Est-elle menacée ?</p><p>R : « Oui, par le chalutage en mer. »</p>',
    );
    expect(quotations.map((quotation) => quotation.speakerName)).toEqual(['Hélène Tramoni', 'Hélène Tramoni']);
  });

  it('marks a sentence that leans on the one before', () => {
    const leaning = sheetOf('<p>Paul Roy a gagné. Il a salué son équipe. La ville est en fête.</p>');
    expect(leaning.facts.map((fact) => fact.leans)).toEqual([false, true, false]);
  });
});
