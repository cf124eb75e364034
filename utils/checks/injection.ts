/**
 * Sentences of a source that speak to whoever writes from it (« Ignorez les instructions… ») instead of telling
 * something. They are taken out of the facts, told to the user, and known again where a model has obeyed them.
 */
import type { Finding } from '../article/report.ts';
import type { Fact, FactSheet } from '../facts/fact.ts';
import { isFrench } from '../french/language.ts';
import { tokenize } from '../french/tokens.ts';

/** A sheet to write from, and what was taken out of it. */
export interface CleanSheet {
  /** The facts without those that are instructions; ids stay. */
  sheet: FactSheet;
  suspicious: Fact[];
}

export function withoutInjections(sheet: FactSheet): CleanSheet {
  const suspicious = sheet.facts.filter((fact) => isSuspicious(fact, sheet));
  if (suspicious.length === 0) return { sheet, suspicious };
  const gone = new Set(suspicious.map((fact) => fact.id));
  return {
    suspicious,
    sheet: {
      ...sheet,
      facts: sheet.facts.filter((fact) => !gone.has(fact.id)),
      quotations: sheet.quotations.filter((quotation) => !gone.has(quotation.factId)),
    },
  };
}

/** What the user is told of the source. */
export function injectionFindings(suspicious: readonly Fact[]): Finding[] {
  return suspicious.map(({ text }) => ({
    kind: 'injection',
    severity: 'warning',
    excerpt: '',
    message: 'La source contient une consigne adressée à qui la réécrit : cette phrase a été écartée.',
    source: text,
  }));
}

/** What a sentence of the draft has from a suspicious one and from no fact; null = nothing. */
export function injectionFault(sentence: string, { sheet, suspicious }: CleanSheet): Finding | null {
  if (suspicious.length === 0) return null;
  const run = plantedRun(sentence, sheet.facts, suspicious);
  if (run !== null) return fault(run.excerpt, run.fact);
  const known = stemsOf(sheet.facts);
  const planted = stemsOf(suspicious);
  const own = tokenize(sentence).filter((token) => (token.content || token.kind === 'number') && !known.has(token.stem));
  const taken = own.filter((token) => planted.has(token.stem));
  if (taken.length < 2 && !(taken.length === 1 && own.length === 1 && taken[0]?.capital)) return null;
  if (taken.length < own.length * 0.5) return null;
  const first = taken[0];
  const last = taken.at(-1);
  const from = suspicious.find((fact) => first && fact.text.includes(first.text)) ?? suspicious[0];
  return fault(first && last ? sentence.slice(first.start, last.end) : sentence, from);
}

function fault(excerpt: string, from: Fact | undefined): Finding {
  const message = 'Cette phrase suit une consigne glissée dans la source.';
  return { kind: 'injection', severity: 'error', excerpt, message, source: from?.text ?? '' };
}

/** Words in a row that only an instruction of the source has. */
const RUN = 5;

function plantedRun(
  sentence: string,
  facts: readonly Fact[],
  suspicious: readonly Fact[],
): { excerpt: string; fact: Fact } | null {
  const words = tokenize(sentence).filter((token) => token.kind !== 'punct');
  const planted = suspicious.map((fact) => ({ fact, text: keysOf(fact.text) }));
  const known = facts.map((fact) => keysOf(fact.text));
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN);
    const keys = ` ${run.map((token) => token.key).join(' ')} `;
    const from = planted.find(({ text }) => text.includes(keys));
    const [first, last] = [run[0], run.at(-1)];
    if (from && first && last && !known.some((text) => text.includes(keys))) {
      return { excerpt: sentence.slice(first.start, last.end), fact: from.fact };
    }
  }
  return null;
}

function keysOf(text: string): string {
  return ` ${tokenize(text)
    .flatMap((token) => (token.kind === 'punct' ? [] : [token.key]))
    .join(' ')} `;
}

const STEMS = new WeakMap<readonly Fact[], Set<string>>();

function stemsOf(facts: readonly Fact[]): Set<string> {
  const stems = STEMS.get(facts) ?? new Set(facts.flatMap((fact) => tokenize(fact.text).map((token) => token.stem)));
  STEMS.set(facts, stems);
  return stems;
}

/** By itself, for its language in a French source, or because its paragraph begins with an instruction. */
function isSuspicious(fact: Fact, sheet: FactSheet): boolean {
  if (speaksToWriter(fact.text)) return true;
  // A sentence of running text in another language, in a French source, is meant for somebody else than its readers.
  if (sheet.language === 'fr' && !isFrench(fact.text.replace(/«[^»]*»|“[^”]*”|"[^"]*"/gu, ' '))) return true;
  const opening = sheet.facts.find((other) => other.sourceId === fact.sourceId && other.paragraph === fact.paragraph);
  return opening !== undefined && opening !== fact && speaksToWriter(opening.text);
}

const PATTERNS: readonly RegExp[] = [
  // Orders about the orders.
  /(?<!\p{L})(?:ignor(?:e[zr]?|ons)|oubli(?:e[zr]?|ons)|désobéi\p{L}*|ne (?:tenez|tiens) pas compte)(?!\p{L})[^.]{0,50}(?:instructions?|consignes?|règles|directives|prompt)(?!\p{L})/iu,
  /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instructions?|rules|prompts?|guidelines|above)\b/iu,
  // Whom they speak to.
  /(?<!\p{L})(?:à l['’]attention d\p{L}+|destinée?s? (?:au|à l['’])|note (?:de|pour|à) (?:l['’])?(?:la rédaction en chef|rédact\p{L}+|ia\b)|consignes? (?:prioritaires?|de rédaction|aux?)|rédacteur automatique|outil de rédaction|toi qui (?:rédig|écri|réécri)\p{L}+|vous qui (?:rédig|écri|réécri)\p{L}+|modèle de langage|assistant d['’](?:écriture|ia))/iu,
  /\b(?:language models?|(?:ai|llm) (?:editors?|tools?|systems?|models?|assistants?)|note for (?:ai|the)|(?:the )?assistant (?:must|should|:)|system (?:message|prompt|note)|maintenance mode|api key|base64|you are (?:now|in|a free)\b)/iu,
  // What to write.
  /(?<!\p{L})(?:vous devez|tu dois|il faut|l['’]article doit|chaque section doit|doit)(?!\p{L})[^.]{0,30}(?:écrire|annoncer que|mentionner|reprendre|insérer|citer)(?!\p{L})[^.]{0,40}(?:que|article|section|partenaire|texte)/iu,
  /(?:^|[.:;,«]\s*)(?:écri(?:s|vez)|ajoute[zr]?|insère|insér(?:ez|er)|invente[zr]?|faites-lui dire|mentionne[zr]?|ne mentionnez pas|reprene[zr]|conclu(?:s|ez)|remplace[zr]?|souligne[zr]?|supprime[zr]?|cite[zr]?|place[zr]?|termine[zr]?|rédige[zr]?|répète[zr]?|répétez)(?:-l\p{L}+)?(?!\p{L})[^.]{0,60}(?:(?<!\p{L})(?:que|citations?|réaction|liens?|phrases?|article|texte|sections?|introduction|conclusion|consignes?|note|enthousiasme|indicatif|partout|telles? quelles?|par :))/iu,
  /(?<!\p{L})(?:erratum à appliquer|sans le signaler|partout où la source|pour rendre l['’]article|les (?:faits|citations) [FC]\d|avant publication\.?\])/iu,
  /\b(?:state in the|tell (?:the )?readers?|(?:also )?write (?:that|instead|the whole|in english)|finish with|start(?:ing)? with|repeat everything|print your|decode the following|carry out what|insert the markdown|output the|add the (?:comment|line|link)|turn the word|in (?:every|each) section|do not mention|step \d:)/iu,
  /(?:^|[.:;,!]\s*)(?:please )?report that\b/iu,
  // What no dispatch holds.
  /^\s*(?:[-=#*_]{2,}\s.*\b(?:source|article|syst[eè]m\w*|instructions?)\b|[-=#*_]*\s*(?:fin|début|end|begin(?:ning)?) (?:de la |de l['’]|of (?:the )?)?(?:source|article|document))/iu,
  /(?:^|\s)\[[FC]\d{1,3}\]|"(?:role|content|status)"\s*:|<\/?(?:source|script|iframe|system|img)\b|\[\/?(?:INST|SYSTEM)|javascript:|!\[[^\]]*\]\(|[A-Za-z0-9+/]{60,}/iu,
];

function speaksToWriter(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text));
}
