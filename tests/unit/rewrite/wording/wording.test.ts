import { describe, expect, it } from 'vitest';
import { attributed, sourceFirst, sourceLast } from '../../../../utils/rewrite/wording/attribution.ts';
import { lowered, startsFinite, withDe } from '../../../../utils/rewrite/wording/grammar.ts';
import { contrastFirst, participleMoved, timeFirst, timeOf } from '../../../../utils/rewrite/wording/moves.ts';
import { circumstanceLast, dayFirst, inTwo, sayingLast } from '../../../../utils/rewrite/wording/reorder.ts';
import { inPresent, shortened, standsAlone } from '../../../../utils/rewrite/wording/shorten.ts';

describe('an attribution that changes place', () => {
  it('moves « selon » to the end of a short statement', () => {
    const parts = attributed('Selon une source proche de l’enquête, le feu serait parti d’une trottinette.');
    expect(parts && sourceLast(parts)).toBe('Le feu serait parti d’une trottinette, selon une source proche de l’enquête.');
  });

  it('puts a final « a annoncé » first, with its day', () => {
    const parts = attributed('Un incendie a fait deux morts, a annoncé dimanche la préfecture de la Loire.');
    expect(parts && sourceFirst(parts)).toBe('La préfecture de la Loire l’a annoncé dimanche : un incendie a fait deux morts.');
  });

  it('leaves a sentence with two sources, and one whose second half alone is attributed', () => {
    expect(attributed('Environ 3 500 personnes ont défilé, d’après la préfecture, et 400 à Tarbes, selon la police.')).toBeNull();
    expect(attributed('Une vingtaine ont tenté d’entrer ; trois ont été interpellés, selon la préfecture.')).toBeNull();
  });
});

describe('a sentence in another order', () => {
  it('puts the day first', () => {
    expect(dayFirst('Le parquet a requis mardi trois ans de prison.')).toBe('Mardi, le parquet a requis trois ans de prison.');
    expect(dayFirst('Un homme était porté disparu jeudi soir.')).toBeNull();
    expect(dayFirst('Un incendie a fait deux morts, a annoncé dimanche la préfecture.')).toBeNull();
  });

  it('takes out the one time that tells when, and no time that belongs to a noun', () => {
    expect(timeOf('Le jugement sera rendu le 19 juin.')).toEqual({ time: 'le 19 juin', rest: 'Le jugement sera rendu.' });
    expect(timeFirst('Lémantec publiera ses résultats annuels le 26 février.')).toBe(
      'Le 26 février, Lémantec publiera ses résultats annuels.',
    );
    expect(timeOf('La directrice est revenue sur l’enquête ouverte en août après un signalement.')).toBeNull();
  });

  it('takes no time that may be that of what was announced or denied', () => {
    expect(timeOf('Le club a démenti le départ de son manager, en fin de contrat, le 30 juin.')).toBeNull();
    expect(timeOf('Le groupe a annoncé la fermeture de l’usine le 31 décembre.')).toBeNull();
    expect(timeOf('La mairie propose une réunion mardi.')).toBeNull();
  });

  it('moves a participle across its noun, and takes a pronoun for no participle', () => {
    expect(participleMoved('Le forfait, vendu 189 euros, sera ramené à 149 euros.')).toBe(
      'Vendu 189 euros, le forfait sera ramené à 149 euros.',
    );
    expect(participleMoved('M. Wauters, qui avait quitté ses fonctions en 2021, comparaît libre.')).toBeNull();
    expect(participleMoved('Les enfants, au nombre de 412, ne seront pas concernés.')).toBeNull();
    expect(
      participleMoved('Le site, découvert en 1987 par un amateur, Paul Vigouroux, n’a pas été ouvert au public.'),
    ).toBeNull();
    expect(
      participleMoved('Le mouvement, lancé par la CFTR, suivi lundi par 64 % des salariés, porte sur les repos.'),
    ).toBeNull();
  });

  it('cuts in two where each half stands, with a pronoun of the right gender', () => {
    expect(inTwo('La coopérative Kerlait, qui collecte le lait de 3 100 exploitations, rejette toute responsabilité.')).toEqual([
      'La coopérative Kerlait collecte le lait de 3 100 exploitations.',
      'Elle rejette toute responsabilité.',
    ]);
    expect(inTwo('Au total, 37 habitants ont été évacués ; 29 ont été relogés à l’hôtel par la ville.')).toBeNull();
    expect(inTwo('Selon la mairie, le pont serait fermé ; la route serait coupée.')).toBeNull();
  });

  it('turns indirect speech about only where the tenses allow it', () => {
    expect(sayingLast('Les sources auraient déclaré que Poutine pourrait être disposé à négocier.')).toBe(
      'Poutine pourrait être disposé à négocier, auraient déclaré les sources.',
    );
    expect(sayingLast('La directrice a déclaré que le festival était fermé.')).toBeNull();
  });
});

describe('a shorter sentence', () => {
  it('drops an aside, never a caution', () => {
    expect(shortened('Le collège, qui accueille 520 élèves, expérimente le dispositif depuis janvier.')).toBe(
      'Le collège expérimente le dispositif depuis janvier.',
    );
    const caution = 'Les résultats, qui ne seraient pas certains, auraient progressé de 7 points.';
    expect(shortened(caution)).toBe(caution);
    const amount = 'Le parquet a requis trois ans de prison, dont dix-huit mois avec sursis, contre lui.';
    expect(shortened(amount)).toBe(amount);
  });

  it('takes the comma of a number for no end of a clause', () => {
    expect(
      shortened('Le conseil départemental, qui avait promis un radar pour 1,2 million d’euros, rejette toute négligence.'),
    ).toBe('Le conseil départemental rejette toute négligence.');
  });

  it('keeps the comma that closes its source', () => {
    expect(shortened('Selon le journal, qui cite deux sources, le groupe fermerait son usine de Lens.')).toBe(
      'Selon le journal, le groupe fermerait son usine de Lens.',
    );
  });

  it('puts a verb that it knows in the present, and lets the others be', () => {
    expect(inPresent('La procureure a ouvert jeudi une enquête.')).toBe('La procureure ouvre une enquête.');
    expect(inPresent('Le match a basculé à la 57e minute.')).toBeNull();
  });

  it.each([
    'Il a exclu toute hausse.',
    'La durée des cours y passera à 45 minutes.',
    'Sauvanne en réclamerait 15.',
    'Le syndic le conteste.',
    'Selon le médecin, il souffrirait d’une lésion.',
    'Selon lui, trois personnes avaient les codes.',
    'Aldera n’a pas souhaité commenter ce point.',
    'On vous dit sur le départ.',
    'Un quotidien l’annonçait candidate à Toulouse.',
  ])('« %s » cannot stand alone', (sentence) => {
    expect(standsAlone(sentence)).toBe(false);
  });
});

describe('a sentence whose structure is another stays as the source has it', () => {
  it.each([
    'Réélu en 2014 avec 57 % des voix, Bastien Ormont ne se représentera pas en juin.',
    'Le gardien et sa collègue, âgée de 31 ans, sont sortis indemnes.',
    'Le directeur de la clinique, fermée en mai, a démissionné.',
  ])('no participle moves in « %s »', (sentence) => {
    expect(participleMoved(sentence)).toBeNull();
  });

  it.each([
    'Trois bus sur quatre sont restés bloqués mardi 3 juin, cinquième jour du conflit.',
    'Le verdict est attendu jeudi au soir.',
    'Le club s’est incliné samedi, sixième défaite de suite.',
  ])('no day moves in « %s »', (sentence) => {
    expect(dayFirst(sentence)).toBeNull();
  });

  it('keeps both commas of what is set in behind the day', () => {
    expect(dayFirst('La cour a infligé jeudi, sans motiver son choix, deux ans de prison au comptable.')).toBe(
      'Jeudi, la cour a infligé, sans motiver son choix, deux ans de prison au comptable.',
    );
  });

  it('takes a month with its year, and no time of what is wished for', () => {
    expect(timeOf('Le second tome doit paraître en mars 2029.')).toEqual({
      time: 'en mars 2029',
      rest: 'Le second tome doit paraître.',
    });
    expect(timeOf('Le groupe prévoit de fermer le site le 4 mai.')).toBeNull();
    expect(timeOf('Le dossier doit être clos fin mars 2029.')).toBeNull();
  });

  it('moves no clause whose pronoun has its noun in the other', () => {
    expect(contrastFirst('Le maire refuse l’offre, alors que son adjoint y est favorable.')).toBeNull();
    expect(circumstanceLast('Lors du conseil, le maire a dit que la piste serait refaite.')).toBeNull();
    expect(sayingLast('La mairie a précisé que les tracts de sa rivale seraient retirés.')).toBeNull();
  });

  it('cuts a relative clause only before the verb of its noun', () => {
    expect(shortened('Selon une source du greffe, un voisin, qui assure avoir tout vu, pourrait être entendu lundi.')).toBe(
      'Selon une source du greffe, un voisin pourrait être entendu lundi.',
    );
    const long = 'La ministre a présenté un plan, qui généralise, dès 2031, le tri obligatoire, une règle déjà suivie à Dole.';
    expect(shortened(long)).toBe(long);
  });

  it.each([
    'Le taux a baissé de 3 % et la dette a doublé, selon la chambre régionale.',
    'Le site est sûr, mais la digue doit être revue, selon le préfet.',
    'Les tarifs seront gelés, a annoncé la régie, qui renvoie à son site.',
    'Les tarifs seront gelés, a annoncé la régie dans un communiqué.',
  ])('no source changes place in « %s »', (sentence) => {
    expect(attributed(sentence)).toBeNull();
  });

  it('leaves « six sur dix » behind those of whom it is said', () => {
    const parts = attributed('D’après une enquête auprès de 300 pilotes, six sur dix pensent partir.');
    expect(parts && sourceLast(parts)).toBeNull();
  });

  it.each([
    'Contre Mme Vidal, elle a requis un an.',
    'En France, elles sont restées stables.',
    'Le 4 mai, une seconde doit s’ouvrir.',
    'Les affiches de sa liste seront retirées.',
    'Le ministère dément.',
    'La direction n’a pas confirmé.',
    'Moins d’une heure plus tard, un second avion a atterri.',
    'Ce bien a été payé comptant.',
    'Six sur dix envisageraient de partir.',
  ])('« %s » cannot stand alone', (sentence) => {
    expect(standsAlone(sentence)).toBe(false);
  });

  it('puts no past with a time of its own in the present', () => {
    expect(inPresent('Le parquet a ouvert une enquête en mars 2021.')).toBeNull();
  });

  it('knows a verb from other words with its ending', () => {
    expect(['une règle déjà', 'contre toute attente', 'avocate de la ville', 'pendant deux ans'].map(startsFinite)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['encourent dix ans', 'n’est pas menacé', 'dispose de deux mois'].map(startsFinite)).toEqual([true, true, true]);
  });

  it('takes an opening capital for no name where any word may open', () => {
    expect(['Travailler la nuit use', 'Rive gauche, deux bars ferment', 'Fin mars, tout ferme'].map(lowered)).toEqual([
      null,
      null,
      null,
    ]);
    expect(lowered('Valdor attend 20 millions')).toBe('Valdor attend 20 millions');
    expect(lowered('Battu en mars par deux voix, le sortant renonce')).toBeNull();
    expect(lowered('Fondée en 1964 par deux frères, la scierie ferme')).toBe('fondée en 1964 par deux frères, la scierie ferme');
  });
});

describe('small grammar', () => {
  it.each([
    ['le rectorat', 'du rectorat'],
    ['les éleveurs', 'des éleveurs'],
    ['la majorité', 'de la majorité'],
    ['Adrienne Watson', 'd’Adrienne Watson'],
    ['habitants', 'd’habitants'],
    ['une source', 'd’une source'],
    ['Karim', 'de Karim'],
  ])('« de » before « %s » gives « %s »', (phrase, expected) => {
    expect(withDe(phrase)).toBe(expected);
  });

  it('lowers an article and leaves a name', () => {
    expect(lowered('La mairie conteste')).toBe('la mairie conteste');
    expect(lowered('Reuters rapporte')).toBe('Reuters rapporte');
    expect(lowered('Entendu comme témoin')).toBeNull();
  });
});

describe('the present of headlines', () => {
  it('drops a day with all of its date', () => {
    expect(inPresent('Le conseil a adopté jeudi 14 mars 2024 un plan.')).toBe('Le conseil adopte un plan.');
  });

  it('leaves what was told in the past, whose clause has its tense from it', () => {
    expect(inPresent('Apple a annoncé qu’il ferait appel.')).toBeNull();
    expect(inPresent('Le club a confirmé que son gardien était blessé.')).toBeNull();
  });
});
