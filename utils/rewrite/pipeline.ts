/**
 * One rewrite, from source to checked draft, as a stream of events: facts, plan and floor by code at once, then the
 * model's text over the floor, section by section, then checks and small repairs. Pure: the model is an argument, and
 * there may be none.
 */
import type { SourceArticle } from '../article/source-article.ts';
import { withoutInjections } from '../checks/injection.ts';
import { CodedError } from '../errors.ts';
import { cutFacts } from '../facts/cut-facts.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { fieldsByCode } from './fields-by-code.ts';
import { fillFromFloor, keepLength } from './keep-length.ts';
import type { Manuscript } from './manuscript.ts';
import { noticesOfSource } from './notices.ts';
import { layOut, nonceFor, openDesk } from './open-desk.ts';
import { floorCan } from './floor.ts';
import type { RewriteOptions } from './options.ts';
import { planForms } from './plan-forms.ts';
import type { Plan } from './plan.ts';
import type { Progress, RewriteEvent } from './progress.ts';
import { mendDraft } from './mend-draft.ts';
import { Reporter } from './reporter.ts';
import { settleDraft } from './settle.ts';
import { signOff } from './sign-off.ts';
import { foreignLanguage, translateSource } from './translate-source.ts';
import { wordAfterwards } from './word-afterwards.ts';
import { wordByModel } from './word-by-model.ts';
import { writeDraft } from './write-draft.ts';

export interface RewriteInput {
  source: SourceArticle;
  options: RewriteOptions;
  /** null = composed by code alone (« Composer sans modèle »). */
  client: LlmClient | null;
  /** What an earlier run left: a plan that a model worded, and sections that it answered for, are not asked again. */
  resume: Progress | null;
  signal: AbortSignal;
  /** The site's own tags, to choose from. */
  siteTags?: readonly string[];
}

/**
 * @throws CodedError `nothing_to_rewrite`, `foreign_source` (no model, and the source not in French), or the model's own code when it fails as a whole; every event before it
 *   stands, floor under what is missing
 * @throws DOMException `AbortError` when `signal` is aborted
 */
export async function* rewrite(input: RewriteInput): AsyncGenerator<RewriteEvent, void> {
  const { options, client, signal, siteTags = [] } = input;
  signal.throwIfAborted();
  yield { kind: 'stage', stage: 'planning', done: 0, total: 1 };
  const { source, notices } = yield* inFrench(input);
  const clean = withoutInjections(cutFacts(source));
  const { sheet } = clean;
  if (!sheet.facts.some((fact) => fact.kind === 'statement')) throw new CodedError('nothing_to_rewrite');
  if (!client && !floorCan(sheet)) throw new CodedError('foreign_source', sheet.language);
  const resume = resumable(input.resume);
  let plan = resume?.plan ?? planForms(sheet, source, options);
  const code = fieldsByCode(sheet, source, plan, options);
  const reporter = new Reporter(clean, options, [...noticesOfSource(sheet, plan), ...notices]);
  for (const notice of resume?.report?.notices ?? [])
    if (notice.code === 'plan_by_code' || notice.code === 'fields_by_code') reporter.notice(notice.code);
  reporter.title(resume?.draft.title || code.title, resume?.draft.titleVariants ?? code.variants);
  reporter.fields = resume?.draft.fields ?? code.fields;

  // Something whole stands from the first instant, whatever the model does.
  let manuscript = layOut(clean, plan, options, resume, (index) => stands(resume, index, client));
  yield* shown(plan, manuscript, reporter);
  if (client) {
    // A local model is slow: what it would word before the first sentence is asked of it once the text stands.
    if (!resume && client.locality === 'hosted') {
      const worded = yield* wordByModel({
        sheet,
        plan,
        code,
        client,
        options,
        siteTags,
        signal,
        ...claimsAndNonce(sheet, manuscript),
      });
      plan = { ...worded.plan, worded: true };
      reporter.title(worded.title, worded.variants);
      reporter.fields = worded.fields;
      if (worded.planByCode) reporter.notice('plan_by_code');
      if (worded.fieldsByCode) reporter.notice('fields_by_code');
      manuscript = layOut(clean, plan, options, null, () => false);
      yield* shown(plan, manuscript, reporter);
    }
    try {
      yield* write({ ...input, source }, client, sheet, plan, manuscript, reporter);
    } catch (error) {
      // The text so far can be read and inserted: it is checked as it stands, and told who wrote it.
      yield reporter.report(manuscript);
      throw error;
    }
  } else {
    reporter.settled(settleDraft(manuscript, options.minWords));
    manuscript.placeLinks();
    signOff(manuscript, options);
    yield* sectionsOf(manuscript);
    yield { kind: 'stage', stage: 'checking', done: 0, total: 1 };
  }
  yield reporter.report(manuscript);
}

async function* write(
  { options, source, signal, resume, siteTags = [] }: RewriteInput,
  client: LlmClient,
  sheet: FactSheet,
  plan: Plan,
  manuscript: Manuscript,
  reporter: Reporter,
): AsyncGenerator<RewriteEvent, void> {
  const desk = openDesk({ sheet, manuscript, client, options, keyphrase: plan.keyphrase, signal });
  // An answer of which nothing passed was paid for too: its section stays with the floor.
  const asks = manuscript.sections.flatMap(({ kept, planned }, index) =>
    kept === null && !resume?.sections[index]?.answered ? [{ index, planned, standing: '' }] : [],
  );
  const notices = yield* writeDraft(desk, asks);
  for (const notice of notices) reporter.notice(notice.code, notice.detail);
  yield* keepLength(desk, plan, (wider) => planForms(sheet, source, wider));
  reporter.settled(settleDraft(manuscript, options.minWords));
  manuscript.placeLinks();
  yield* sectionsOf(manuscript);
  yield { kind: 'stage', stage: 'checking', done: 0, total: 1 };
  yield reporter.report(manuscript);
  // The second round was asked already: what it left is left.
  if (resume?.stage?.stage !== 'repairing' || resume.stage.done === 0) yield* mendDraft(desk, reporter);
  if (client.locality === 'local' && !plan.worded) {
    yield* wordAfterwards(desk, plan, reporter, siteTags);
    yield { kind: 'plan', plan: { ...plan, worded: true } };
  }
  // A mended sentence or a reworded subheading may be shorter than the one before.
  if (manuscript.words() < options.minWords) yield* fillFromFloor(desk);
  signOff(manuscript, options);
  yield* sectionsOf(manuscript);
}

/** The source as it is, or its translation, made once: a run taken up again has it. */
async function* inFrench({
  source,
  resume,
  client,
  signal,
}: RewriteInput): AsyncGenerator<RewriteEvent, NonNullable<Progress['translated']>> {
  if (resume?.translated) return resume.translated;
  if (!client || source.sources.every((one) => foreignLanguage(one) === null)) return { source, notices: [] };
  const { article, notices } = yield* translateSource(source, client, nonceFor(cutFacts(source)), signal);
  yield { kind: 'translated', source: article, notices };
  return { source: article, notices };
}

/** Title, fields, plan, sections and a first report; a plan that is worded comes after the title and fields worded with it. */
function* shown(plan: Plan, manuscript: Manuscript, reporter: Reporter): Generator<RewriteEvent, void> {
  yield reporter.titleEvent();
  yield { kind: 'fields', fields: reporter.fields };
  yield { kind: 'plan', plan };
  yield* sectionsOf(manuscript);
  yield reporter.report(manuscript);
}

function* sectionsOf(manuscript: Manuscript): Generator<RewriteEvent, void> {
  for (const [index, { state }] of manuscript.sections.entries())
    yield { kind: 'section', index, section: manuscript.section(index), state };
}

/** A progress that a model has worked at; a plan by code alone is made again in milliseconds. */
function resumable(progress: Progress | null): (Progress & { plan: Plan }) | null {
  if (!progress?.plan) return null;
  const { plan } = progress;
  const begun = progress.sections.some((section) => section.state === 'written' || section.state === 'writing');
  return plan.worded || (begun && progress.draft.sections.length >= plan.sections.length) ? { ...progress, plan } : null;
}

/** Written text stands; half-written text too where no model will come back to it, or was adding to a whole answer. */
function stands(resume: Progress | null, index: number, client: LlmClient | null): boolean {
  const section = resume?.sections[index];
  return section?.state === 'written' || (section?.state === 'writing' && (client === null || section.answered === true));
}

function claimsAndNonce(sheet: FactSheet, manuscript: Manuscript): { claims: Manuscript['claims']; nonce: string } {
  return { claims: manuscript.claims, nonce: nonceFor(sheet) };
}
