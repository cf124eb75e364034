/** The one request for everything around the body: plan, subheadings, title, keyphrase, fields; judged, and mended once. */
import { CodedError } from '../errors.ts';
import type { FactSheet } from '../facts/fact.ts';
import { jsonAnswer } from '../llm/json-answer.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { type ByCode, judgeFields, mended, type WordedFields } from './fields-by-model.ts';
import type { RewriteOptions } from './options.ts';
import { type JudgedPlan, judgePlan } from './plan-by-model.ts';
import type { Plan } from './plan.ts';
import type { RewriteEvent } from './progress.ts';
import { mendMessages, wordingMessages } from './prompt.ts';
import { wholeAnswer } from './whole-answer.ts';
import type { Claims } from './sentence-gate.ts';
import { wordingOf, wordingSchema } from './wording-answer.ts';

/** A plan of ten parts and all fields take some 600. */
const WORDING_TOKENS = 850;
/** Subheadings and fields alone. */
const FIELD_TOKENS = 500;

export interface WordingInput {
  sheet: FactSheet;
  claims: Claims;
  plan: Plan;
  code: ByCode;
  client: LlmClient;
  options: RewriteOptions;
  siteTags: readonly string[];
  nonce: string;
  signal: AbortSignal;
  /** The text stands already: its keyphrase and plan are no longer to be chosen. */
  afterwards?: boolean;
}

export interface Worded extends WordedFields {
  plan: Plan;
  /** The fields (or the subheadings) are code's, all of them. */
  fieldsByCode: boolean;
  planByCode: boolean;
}

/** @throws CodedError when the model fails otherwise than in this one answer */
export async function* wordByModel(input: WordingInput): AsyncGenerator<RewriteEvent, Worded> {
  const { sheet, claims, code, options, nonce } = input;
  const messages = wordingMessages(sheet, input.plan, options, input.siteTags, nonce, input.afterwards);
  const schema = wordingSchema(input.afterwards === true);
  const answer = yield* jsonOf(input, messages, input.afterwards ? FIELD_TOKENS : WORDING_TOKENS, schema);
  const first = wordingOf(answer);
  if (first === null) {
    const { title, variants, fields } = code;
    return { plan: input.plan, title, variants, fields, refused: [], fieldsByCode: true, planByCode: true };
  }
  let wording = first;
  let judged = judgeFields(wording, code, options.keyphrase, sheet, claims);
  const plan = { ...input.plan, keyphrase: judged.fields.keyphrase };
  const rules = { faults: (heading: string) => claims.faults(heading, claims.align(heading).sources) };
  let parts = judgePlan(plan, wording.parties, sheet, rules);
  // One repair, for what code cannot make as well: the title, and subheadings where several were refused.
  const title = judged.refused.filter((refusal) => refusal.key === 'titre' || refusal.key === 'meta_description');
  if (parts.taken > 0 && (title.length > 0 || parts.refused.length > 1)) {
    // Put away before the repair: should the run be broken off in it, the first answer is not asked again.
    if (!input.afterwards) {
      yield { kind: 'title', title: judged.title, variants: judged.variants };
      yield { kind: 'fields', fields: judged.fields };
      yield { kind: 'plan', plan: { ...parts.plan, title: judged.title, worded: true } };
    }
    const repair = yield* repairOf(input, title, parts);
    wording = mended(wording, repair, title);
    const again = wording.parties.map((part) => ({ ...part, intertitre: textOf(repair[part.id]) ?? part.intertitre }));
    judged = judgeFields(wording, code, options.keyphrase, sheet, claims);
    parts = judgePlan(plan, again, sheet, rules);
  }
  const fieldsByCode = judged.title === code.title && judged.fields.metaDescription === code.fields.metaDescription;
  return { ...judged, plan: { ...parts.plan, title: judged.title }, fieldsByCode, planByCode: parts.taken === 0 };
}

async function* repairOf(
  input: WordingInput,
  fields: WordedFields['refused'],
  parts: JudgedPlan,
): AsyncGenerator<RewriteEvent, Record<string, unknown>> {
  const headings = parts.refused.map(({ id, heading, fault }) => {
    const facts = input.plan.sections.find((section) => section.id === id)?.facts ?? [];
    return { key: id, value: heading, fault: HEADING_FAULTS[fault], facts };
  });
  const asked = [...fields.map(({ key, value, fault }) => ({ key, value, fault, facts: leadFacts(input) })), ...headings];
  const answer = yield* jsonOf(input, mendMessages(input.sheet, asked, input.nonce), 60 + asked.length * 60);
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
}

const HEADING_FAULTS: Record<JudgedPlan['refused'][number]['fault'], string> = {
  generic: 'trop général, doit dire un fait',
  length: 'doit compter 4 à 10 mots',
  double: 'semblable à un autre intertitre',
  broken: 'incomplet',
  unsupported: 'dit ce que les faits ne disent pas',
  hedge: 'donne pour sûr ce qui est au conditionnel : garder « selon », le conditionnel ou une question',
  language: 'n’est pas en français',
};

function leadFacts({ plan }: WordingInput): string[] {
  return plan.sections[0]?.facts.slice(0, 4) ?? [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The object answered, undefined where there is none. */
async function* jsonOf(
  { client, signal }: WordingInput,
  messages: ReturnType<typeof wordingMessages>,
  maxTokens: number,
  schema?: Record<string, unknown>,
): AsyncGenerator<RewriteEvent, unknown> {
  const json = schema && { name: 'habillage', schema };
  try {
    const text = yield* wholeAnswer(client, { purpose: json ? 'plan' : 'repair', messages, maxTokens, json }, signal);
    return jsonAnswer(text);
  } catch (error) {
    if (error instanceof CodedError && ['truncated', 'empty', 'refused'].includes(error.code)) return undefined;
    throw error;
  }
}
