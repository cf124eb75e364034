import { describe, expect, it } from 'vitest';
import { leadTitles } from '../../../utils/rewrite/lead-titles.ts';

const best = (sentence: string, most = 65): string | undefined => leadTitles(sentence, most)[0];

describe('a title of the leading fact', () => {
  it.each([
    [
      'Environ 1 200 agriculteurs, selon la préfecture, ont bloqué lundi avec 340 tracteurs la rocade de Rennes pour dénoncer la baisse des prix.',
      'Des agriculteurs bloquent la rocade de Rennes',
    ],
    [
      'Le conseil municipal de Villebrune (Haute-Sarre) a adopté jeudi soir, par 23 voix contre 9, le projet de rénovation de la piscine des Ormeaux, d’un montant de 8,6 millions d’euros.',
      'Le projet de rénovation de la piscine des Ormeaux adopté',
    ],
    [
      'Quelque 2 300 résidents de la vallée, au Québec, ont été appelés à évacuer leur domicile dans la nuit de mercredi à jeudi en raison de la crue, a annoncé la sécurité civile.',
      'Quelque 2 300 résidents de la vallée appelés à évacuer leur domicile',
    ],
    ['L’épidémie de rougeole qui touche la vallée depuis le 9 janvier ne faiblit pas.', 'L’épidémie de rougeole ne faiblit pas'],
    [
      'Un porte-parole du Kremlin a démenti une information selon laquelle le président aurait contacté les États-Unis, a rapporté Reuters.',
      'Démenti d’un porte-parole du Kremlin',
    ],
  ])('says what stands without its circumstances: %s', (sentence, title) => {
    expect(best(sentence, 70)).toBe(title);
  });

  it.each([
    [
      'La ministre des Sports, Aline Corbet, a dévoilé mardi un plan de rénovation des piscines doté de 320 millions d’euros sur cinq ans, qui prévoit des bassins neufs.',
      'Plan de rénovation des piscines : 320 millions d’euros sur cinq ans',
    ],
    [
      'Le candidat écologiste à la mairie de Sauvigny, Paul Astier, a annoncé jeudi 3 mars le retrait de sa liste, quelques jours après un sondage qui ne lui donnait que 4 %.',
      'Paul Astier annonce le retrait de sa liste',
    ],
    [
      'Une enquête a été ouverte mardi après l’effondrement qui a détruit un hangar, sans faire de blessé, a annoncé le parquet.',
      'Une enquête a été ouverte après l’effondrement',
    ],
    ['La tempête Berthe a fait deux morts et 14 blessés, dont un enfant.', 'Tempête Berthe : deux morts et 14 blessés'],
    [
      'Le parquet a requis mercredi, devant la cour d’appel, trois ans de prison, dont un avec sursis, contre l’ancien trésorier.',
      'Trois ans de prison, dont un avec sursis, requis',
    ],
    [
      'Le groupe Orval a annoncé jeudi une baisse de ses ventes et abaissé ses objectifs annuels pour la seconde fois.',
      'Orval annonce une baisse de ses ventes',
    ],
  ])('tells the lead’s subject and news: %s', (sentence, title) => {
    expect(leadTitles(sentence, 68)).toContain(title);
  });

  it('is never cut before what its verb bears on, nor in the middle of two verbs under one auxiliary', () => {
    for (const sentence of [
      'Le conseil de Sauvigny a approuvé, lundi 9 mars au soir, par 31 voix contre 20, le tracé de la rocade.',
      'Le parquet a requis, devant la cour d’appel de Sauvigny, huit mois de prison avec sursis contre deux anciens élus.',
      'Le groupe Orval a annoncé jeudi une baisse de ses ventes et abaissé ses objectifs annuels pour la seconde fois.',
    ])
      for (const title of leadTitles(sentence, 65)) {
        expect(title).not.toMatch(/(?:a approuvé|approuve|requiert|voix|annonce)$/u);
        expect(title).not.toMatch(/annonce .* et abaissé|prison$/u);
      }
  });

  it('never drops what the clause is denied or limited by', () => {
    for (const title of leadTitles('La Sarovie a bombardé une école de la capitale, ce que son armée dément.', 65))
      expect(title).toMatch(/dément/u);
    for (const title of leadTitles('La ville ferme la piscine, sauf le bassin des enfants.', 50)) expect(title).toMatch(/sauf/u);
  });

  it('never makes somebody’s word a fact', () => {
    expect(leadTitles('Le maire a détourné 30 000 euros, selon un audit.', 65)).toEqual([]);
    expect(leadTitles('Le directeur aurait quitté son poste, a annoncé la société.', 65)).toEqual([]);
    expect(leadTitles('Le groupe va fermer l’usine, a affirmé un syndicaliste.', 65)).toEqual([]);
  });

  it('keeps a caution, or has no title', () => {
    for (const title of leadTitles(
      'Le parquet a requis un an de prison avec sursis contre le maire, sans demander d’amende.',
      65,
    ))
      expect(title).not.toMatch(/prison$/u);
    for (const title of leadTitles('La ville a rouvert la piscine, mais pas le bassin extérieur.', 40))
      expect(title).toMatch(/mais/u);
  });

  it('is a sentence, not a subject alone', () => {
    expect(
      leadTitles('Le groupe, dont le siège est à Angers et qui emploie 900 personnes dans cinq pays, a été vendu.', 30),
    ).not.toContain('Le groupe, dont le siège est');
  });
});
