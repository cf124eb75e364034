/**
 * The review trail in a few French sentences, for the transparency duty of article 50(4) of the EU AI Act (regulation
 * (EU) 2024/1689): text that informs the public on matters of public interest is disclosed as made by an AI, unless a
 * human has reviewed it and somebody holds editorial responsibility. The statement says what this browser saw; whether
 * the duty applies, and who is responsible, is the newsroom's to say. Pure.
 */
import { originOf } from '../llm/providers.ts';
import type { Job } from './job.ts';
import type { Insertion } from './review.ts';

const FIELDS: Record<Insertion['fields'][number]['field'], string> = {
  ...{ title: 'titre', seoTitle: 'titre SEO', metaDescription: 'méta-description', slug: 'slug' },
  ...{ excerpt: 'extrait', keyphrase: 'expression clé', tags: 'étiquettes' },
};
const MODES: Record<Insertion['mode'], string> = {
  replace: 'à la place du passage lu',
  after: 'après le passage lu',
  post: 'à la place de tout le corps',
};

/**
 * null where nothing was inserted. Of the last insertion; a restoration after it is told.
 * @param exporter the name typed when the statement is asked for, for an insertion that recorded none
 * @param timeZone IANA name, default this machine's
 */
export function reviewStatement(job: Job, exporter: string | null, timeZone?: string): string | null {
  const review = job.review ?? [];
  const at = review.findLastIndex((entry) => entry.kind === 'inserted');
  const entry = review[at];
  if (entry?.kind !== 'inserted') return null;
  const when = dates(timeZone);
  const restored = review.slice(at + 1).find((later) => later.kind === 'restored');
  return french(
    [
      `Relevé de relecture : « ${entry.title || job.capture?.title || 'sans titre'} »`,
      howMade(job, entry),
      `${acceptance(entry, exporter, when(entry.at))}${postOf(job)}.`,
      openFindings(entry),
      ...(restored ? [`L’original a été rétabli le ${when(restored.at)} : ce texte n’est plus en place.`] : []),
      LAW,
      `Empreinte SHA-256 du texte accepté : ${entry.sha256}`,
    ].join('\n'),
  );
}

const LAW =
  'Règlement (UE) 2024/1689, article 50, paragraphe 4 : un texte publié pour informer le public sur des questions d’intérêt public ' +
  'est signalé comme généré ou manipulé par une IA, sauf s’il a fait l’objet d’un examen humain ou d’un contrôle éditorial et si ' +
  'une personne assume la responsabilité éditoriale de sa publication. Ce relevé constate une acceptation dans l’éditeur ; ' +
  'l’examen et la responsabilité restent ceux de qui publie. Mention à publier si elle est due : « Texte rédigé avec l’aide d’une ' +
  'intelligence artificielle. »';

function howMade(job: Job, entry: Insertion): string {
  const { usage, secondLook } = job.progress;
  const words = plural(entry.words, 'mot', 'mots');
  if (entry.model === null && (usage.requests === 0 || secondLook)) {
    const asked = secondLook ? 'n’a écrit ce texte ; un modèle l’a relu, pour avis seulement' : 'n’a été appelé';
    return `Aucun modèle d’intelligence artificielle ${asked} : le texte (${words}) est composé par du code, à partir d’une source prise dans l’éditeur.`;
  }
  const model = [entry.model, job.provider && originOf(job.provider.baseUrl)].filter(Boolean).join(', ');
  const origin = entry.checks?.origin;
  const shares = origin ? `, dont ${plural(origin.floor, 'mot composé', 'mots composés')} par du code` : '';
  return `Texte rédigé avec l’aide d’une intelligence artificielle (${model}), à partir d’une source prise dans l’éditeur : ${words}${shares}.`;
}

function acceptance(entry: Insertion, exporter: string | null, when: string): string {
  const written = entry.fields.filter((one) => one.outcome === 'written').map((one) => FIELDS[one.field]);
  const fields = written.length > 0 ? ` et ${plural(written.length, 'champ', 'champs')} (${written.join(', ')})` : '';
  const who =
    entry.who !== null
      ? `par ${entry.who}`
      : exporter !== null
        ? `sans nom enregistré ; nom donné à l’export : ${exporter}`
        : 'sans nom enregistré';
  return `Accepté le ${when}, ${who}. Inséré : le corps, ${MODES[entry.mode]}${fields}${entry.verified ? '' : ', sans que le texte ait été retrouvé tel quel dans l’éditeur'}`;
}

function openFindings({ checks }: Insertion): string {
  if (!checks) return 'Les vérifications automatiques n’avaient pas été faites sur ce texte.';
  const open = [
    plural(checks.errors, 'erreur ouverte', 'erreurs ouvertes'),
    plural(checks.warnings, 'point à vérifier', 'points à vérifier'),
    plural(checks.infos, 'remarque', 'remarques'),
  ];
  const kept = checks.findings.filter((one) => one.kept).length;
  return [
    `Vérifications automatiques à cet instant : ${open.join(', ')}${kept > 0 ? `, dont ${kept} vus et gardés par la personne` : ''} ; `,
    `${plural(checks.withoutEvidence, 'phrase', 'phrases')} sur ${checks.sentences} sans preuve dans la source, `,
    `${plural(checks.byHand, 'corrigée', 'corrigées')} à la main.`,
  ].join('');
}

/** Which post, as far as it had a name. */
function postOf({ capture }: Job): string {
  const url = URL.parse(capture?.pageUrl ?? '');
  if (!capture || !url) return '';
  return capture.postId > 0 ? `, dans l’article n° ${capture.postId} de ${url.host}` : `, dans un nouvel article de ${url.host}`;
}

function dates(timeZone: string | undefined): (ms: number) => string {
  const format = new Intl.DateTimeFormat('fr-FR', {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
    ...(timeZone && { timeZone }),
  });
  return (ms) => format.format(ms);
}

function plural(count: number, one: string, more: string): string {
  return `${count} ${Math.abs(count) < 2 ? one : more}`;
}

/** No-break spaces where French wants them. */
function french(text: string): string {
  return text
    .replace(/ ([:;!?»])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
    .replace(/n° /g, 'n°\u00A0');
}
