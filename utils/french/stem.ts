/** A light French stemmer: what a noun, its plural, its adjective and most forms of its verb have in common. */

const CACHE = new Map<string, string>();
/** The cache is for speed only: emptied when a long session has filled it. */
const CACHE_SIZE = 20_000;

/** Stem of a folded word (`fold`). « négociations », « négocier », « négociation » → « negoci ». */
export function stem(word: string): string {
  const known = CACHE.get(word);
  if (known !== undefined) return known;
  if (CACHE.size > CACHE_SIZE) CACHE.clear();
  const result = IRREGULAR.get(word) ?? strip(word);
  CACHE.set(word, result);
  return result;
}

/** Longest first; what is left must keep `keep` letters. */
const SUFFIXES: readonly (readonly [suffix: string, replacement: string, keep: number])[] = (
  [
    ['ions', '', 4],
    ['ion', '', 4],
    ['etures', '', 3],
    ['eture', '', 3],
    ['ereux', '', 3],
    ['ereuse', '', 3],
    ['ereuses', '', 3],
    ['eux', '', 3],
    ['eures', '', 3],
    ['eure', '', 3],
    ['uations', '', 3],
    ['uation', '', 3],
    ['uer', '', 3],
    ['uent', '', 3],
    ['uait', '', 3],
    ['uant', '', 3],
    ['uees', '', 3],
    ['uee', '', 3],
    ['eau', '', 3],
    ['eaux', '', 3],
    ['al', '', 4],
    ['ales', '', 4],
    ['ale', '', 4],
    ['iel', '', 4],
    ['ielle', '', 4],
    ['iels', '', 4],
    ['ielles', '', 4],
    ['ants', '', 3],

    ['erie', '', 4],
    ['eries', '', 4],
    ['isation', '', 3],
    ['isations', '', 3],
    ['iser', '', 3],
    ['isee', '', 3],
    ['isees', '', 3],
    ['ises', '', 3],
    ['ise', '', 3],
    ['isent', '', 3],
    ['iques', '', 3],
    ['ionner', '', 4],
    ['ionne', '', 4],
    ['ionnes', '', 4],
    ['ionnee', '', 4],
    ['ionnees', '', 4],
    ['ionnent', '', 4],
    ['ionnait', '', 4],
    ['ionnaire', '', 4],
    ['ionnaires', '', 4],
    ['ionnel', '', 4],
    ['ionnelle', '', 4],
    ['ionnels', '', 4],
    ['issements', '', 3],
    ['issement', '', 3],
    ['issantes', '', 3],
    ['issants', '', 3],
    ['issante', '', 3],
    ['issant', '', 3],
    ['issaient', '', 3],
    ['issait', '', 3],
    ['issent', '', 3],
    ['ateurs', '', 3],
    ['atrices', '', 3],
    ['ateur', '', 3],
    ['atrice', '', 3],
    ['ations', '', 3],
    ['ation', '', 3],
    ['itions', 'it', 3],
    ['ition', 'it', 3],
    ['utions', 'u', 3],
    ['ution', 'u', 3],
    ['ements', '', 3],
    ['ement', '', 3],
    ['emment', 'ent', 3],
    ['amment', 'ant', 3],
    ['ments', '', 4],
    ['ment', '', 4],
    ['eraient', '', 3],
    ['iraient', '', 3],
    ['erait', '', 3],
    ['irait', '', 3],
    ['eront', '', 3],
    ['iront', '', 3],
    ['erons', '', 3],
    ['era', '', 3],
    ['ira', '', 3],
    ['assent', '', 3],
    ['aient', '', 3],
    ['ances', '', 3],
    ['ance', '', 3],
    ['ences', '', 3],
    ['ence', '', 3],
    ['euses', '', 3],
    ['euse', '', 3],
    ['eurs', '', 3],
    ['eur', '', 3],
    ['trices', 't', 3],
    ['trice', 't', 3],
    ['teurs', 't', 3],
    ['teur', 't', 3],
    ['ables', '', 3],
    ['able', '', 3],
    ['ibles', '', 3],
    ['ible', '', 3],
    ['iques', '', 3],
    ['ique', '', 3],
    ['istes', '', 3],
    ['iste', '', 3],
    ['ismes', '', 3],
    ['isme', '', 3],
    ['aires', '', 3],
    ['aire', '', 3],
    ['elles', 'el', 3],
    ['elle', 'el', 3],
    ['ennes', 'en', 3],
    ['enne', 'en', 3],
    ['iennes', 'i', 3],
    ['ienne', 'i', 3],
    ['iens', 'i', 3],
    ['ien', 'i', 3],
    ['aises', 'ai', 3],
    ['aise', 'ai', 3],
    ['ait', '', 3],
    ['oises', 'oi', 3],
    ['oise', 'oi', 3],
    ['ives', '', 3],
    ['ive', '', 3],
    ['ifs', '', 3],
    ['if', '', 3],
    ['ites', '', 4],
    ['ite', '', 4],
    ['aux', '', 3],
    ['antes', '', 3],
    ['ante', '', 3],
    ['ants', '', 3],
    ['ant', '', 3],
    ['entes', '', 4],
    ['ente', '', 4],
    ['ents', '', 3],
    ['ent', '', 3],
    ['eres', '', 3],
    ['ere', '', 3],
    ['iers', '', 3],
    ['ier', '', 3],
    ['ages', '', 3],
    ['age', '', 3],
    ['ures', '', 3],
    ['ure', '', 3],
    ['ees', '', 3],
    ['ee', '', 3],
    ['ies', '', 3],
    ['ie', '', 3],
    ['ues', '', 3],
    ['ue', '', 3],
    ['is', '', 3],
    ['it', '', 4],
    ['us', '', 3],
    ['ers', '', 3],
    ['er', '', 3],
    ['ir', '', 3],
    ['re', '', 3],
    ['es', '', 3],
    ['ez', '', 3],
    ['e', '', 3],
    ['s', '', 2],
    ['x', '', 3],
    ['i', '', 3],
    ['u', '', 4],
    ['a', '', 4],
  ] as [string, string, number][]
).sort((a, b) => b[0].length - a[0].length);

/** Verb families whose participle and noun leave the root: « promis », « promesse », « promettre ». */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [
    /^(pro|per|ad|trans|sou|re|com|compro|e)(?:mis|mise|mises|met|mets|mettent|mettre|mettra|mettait|mettant|mission|missions|messe|messes)$/u,
    '$1mettr',
  ],
  [/^(ap|com|sur|re|entre)(?:pris|prise|prises|prend|prends|prennent|prendre|prendra|prenait|prenant)$/u, '$1prendr'],
  [
    /^(main|ob|re|sou|de|con|entre|abs)(?:tenu|tenue|tenus|tenues|tient|tiennent|tenir|tenait|tenant|tiendra|tiendrait|tention|tentions|tien)$/u,
    '$1ten',
  ],
  [
    /^(re|de|pre|inter|par|sur|con|pro|sub)(?:venu|venue|venus|venues|vient|viennent|venir|venait|venant|viendra|viendrait|vention|ventions)$/u,
    '$1ven',
  ],
  [/^(.*)(?:duit|duits|duite|duites|duction|ductions|duire|duisent|duisait|duisant|duira)$/u, '$1duir'],
  [/^(.*)(?:struit|struits|struite|struites|struction|structions|struire|struisent|struira)$/u, '$1struir'],
  [/^(de|ins|pres|sous|trans|re)(?:crit|crits|crite|crites|cription|criptions|crire|crivent|crivait|crira)$/u, '$1crir'],
  [/^(con|ex|in)(?:clu|clus|clue|clues|clut|cluent|clure|clusion|clusions|cluant)$/u, '$1clur'],
  [
    /^(cor|sus|dis|at|ex|e|en|pre|des|re|sur|sou)?(?:pendu|pendue|pendus|pendues|pend|pendent|pendre|pension|pensions)$/u,
    '$1pendr',
  ],
  [/^(.{2,})(?:veau|veaux|velle|velles|vel)$/u, '$1v'],
];

function strip(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  for (const [family, root] of FAMILIES) if (family.test(word)) return word.replace(family, root);
  for (const [suffix, replacement, keep] of SUFFIXES) {
    if (word.length - suffix.length >= keep && word.endsWith(suffix))
      return tidy(word.slice(0, word.length - suffix.length) + replacement);
  }
  return tidy(word);
}

/** Doubled end consonants, mute u of -qu-/-gu-, and c/ç, y/i. */
function tidy(stemmed: string): string {
  let s = stemmed;
  if (s.length > 4 && s.endsWith('e')) s = s.slice(0, -1);
  if (s.length > 4 && s.endsWith('i')) s = s.slice(0, -1);
  if (s.length > 3 && s.at(-1) === s.at(-2)) s = s.slice(0, -1);
  if (s.endsWith('qu') || s.endsWith('gu')) s = s.slice(0, -1);
  if (s.endsWith('q')) s = `${s.slice(0, -1)}c`;
  return s.replace(/y/gu, 'i');
}

/** Verbs and plurals whose forms have too little in common. Left: folded form; right: stem shared. */
const IRREGULAR = new Map(
  (
    'est=etre sont=etre etait=etre etaient=etre ete=etre sera=etre seront=etre serait=etre seraient=etre fut=etre soit=etre ' +
    'ont=avoir avait=avoir avaient=avoir aura=avoir auront=avoir aurait=avoir auraient=avoir eu=avoir ait=avoir ' +
    'fait=fair faits=fair faite=fair faites=fair font=fair faisait=fair fera=fair feront=fair ferait=fair faire=fair ' +
    'peut=pouv peuvent=pouv pouvait=pouv pourra=pouv pourront=pouv pourrait=pouv pourraient=pouv pouvoir=pouv puisse=pouv ' +
    'veut=voul veulent=voul voulait=voul vouloir=voul voudrait=voul voulu=voul ' +
    'doit=dev doivent=dev devait=dev devaient=dev devra=dev devront=dev devrait=dev devraient=dev devoir=dev du=dev ' +
    'sait=sav savent=sav savait=sav savoir=sav su=sav sache=sav ' +
    'dit=dire dite=dire dits=dire dites=dire disent=dire disait=dire dira=dire dirait=dire disant=dire ' +
    'va=aller vont=aller allait=aller ira=aller iront=aller irait=aller ' +
    'vient=ven viennent=ven venait=ven venu=ven venue=ven venus=ven viendra=ven venir=ven ' +
    'tient=ten tiennent=ten tenait=ten tenu=ten tenue=ten tenus=ten tiendra=ten tiendrait=ten tenir=ten tenues=ten ' +
    'prend=prendr prennent=prendr prenait=prendr pris=prendr prise=prendr prises=prendr prendra=prendr prenant=prendr ' +
    'met=mettr mettent=mettr mettait=mettr mis=mettr mise=mettr mises=mettr mettra=mettr mettant=mettr ' +
    'ouvert=ouvr ouverte=ouvr ouverts=ouvr ouvertes=ouvr ouverture=ouvr ouvre=ouvr ouvrira=ouvr offert=offr offerte=offr offre=offr offres=offr ' +
    'mort=mour morts=mour morte=mour mortes=mour meurt=mour mourir=mour mortel=mour mortelle=mour mortels=mour deces=deced ' +
    'ne=naitr nee=naitr nes=naitr naissance=naitr ' +
    'elu=elir elue=elir elus=elir elues=elir election=elir elections=elir electoral=elir electorale=elir ' +
    'lu=lir lue=lir lit=lir lisent=lir recu=recev recue=recev recus=recev recues=recev recoit=recev recevoir=recev recevra=recev ' +
    'percu=percev percue=percev percevoir=percev vu=voir vue=voir vus=voir vues=voir voit=voir voient=voir verra=voir verront=voir ' +
    'connu=connaitr connue=connaitr connus=connaitr connait=connaitr connaissent=connaitr connaissance=connaitr ' +
    'construit=construir construite=construir construction=construir constructions=construir construire=construir ' +
    'produit=produir produite=produir production=produir produire=produir conduit=conduir conduite=conduir ' +
    'detruit=detruir detruite=detruir destruction=detruir reduit=reduir reduite=reduir reduction=reduir reductions=reduir reduire=reduir ' +
    'ecrit=ecrir ecrite=ecrir ecrits=ecrir ecrire=ecrir inscrit=inscrir inscrite=inscrir inscription=inscrir inscriptions=inscrir ' +
    'perd=perdr perdu=perdr perdue=perdr perdus=perdr perdre=perdr perte=perdr pertes=perdr perdra=perdr ' +
    'vend=vendr vendu=vendr vendue=vendr vendus=vendr vendre=vendr vente=vendr ventes=vendr rendu=rendr rendue=rendr rend=rendr rendre=rendr ' +
    'attend=attendr attendu=attendr attendue=attendr attendus=attendr attendre=attendr attente=attendr attendent=attendr ' +
    'repond=repondr repondu=repondr repondre=repondr reponse=repondr reponses=repondr repondent=repondr ' +
    'suivi=suivr suivie=suivr suit=suivr suivre=suivr suivant=suivr poursuite=poursuit poursuites=poursuit ' +
    'finance=financ finances=financ poursuivi=poursuit poursuivie=poursuit poursuivis=poursuit poursuivies=poursuit ' +
    'vit=vivr vivent=vivr vivre=vivr vecu=vivr decrit=decrir decrite=decrir decrits=decrir decrire=decrir description=decrir ' +
    'prevu=prevoir prevue=prevoir prevus=prevoir prevues=prevoir prevoit=prevoir prevoient=prevoir prevision=prevoir previsions=prevoir ' +
    'decu=decevoir decision=decid decisions=decid defense=defendr defend=defendr defendu=defendr defendre=defendr ' +
    'interdit=interdir interdite=interdir interdiction=interdir contraint=contraindr contrainte=contraindr ' +
    'atteint=atteindr atteinte=atteindr atteints=atteindr atteindre=atteindr atteindra=atteindr ' +
    'eteint=eteindr eteindre=eteindr rejoint=rejoindr rejoindre=rejoindr joint=joindr ' +
    'battu=battr battue=battr battus=battr bat=battr battre=battr battant=battr ' +
    'foyer=foyer foyers=foyer neuve=neuf neuves=neuf neufs=neuf ' +
    'travaux=travail dement=dement dementi=dement dementie=dement dementis=dement dementent=dement dementait=dement local=local locaux=local ' +
    'absent=absen absents=absen absence=absen absente=absen present=presen presente=presen presence=presen presents=presen'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', stemmed = ''] = pair.split('=');
      return [form, stemmed];
    }),
);
