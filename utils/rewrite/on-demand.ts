/** « Corriger » on a finding and « Réécrire cette section »: a small request, or none, on a draft that stands. */
import type { Finding, Report } from '../article/report.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { withoutInjections } from '../checks/injection.ts';
import { remedyOf } from '../checks/remedy.ts';
import { cutFacts } from '../facts/cut-facts.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { fixByCode } from './fix-by-code.ts';
import { keepLength } from './keep-length.ts';
import type { Manuscript } from './manuscript.ts';
import { noticesOfSource } from './notices.ts';
import { layOut, openDesk } from './open-desk.ts';
import type { RewriteOptions } from './options.ts';
import type { Desk } from './desk.ts';
import type { Plan } from './plan.ts';
import { planForms } from './plan-forms.ts';
import type { Progress, RewriteEvent } from './progress.ts';
import { mendFinding } from './repair.ts';
import { Reporter } from './reporter.ts';
import { settleDraft } from './settle.ts';
import { signOff } from './sign-off.ts';
import { writeDraft } from './write-draft.ts';

export interface OnDemandInput {
  source: SourceArticle;
  options: RewriteOptions;
  /** null = what code can do alone. */
  client: LlmClient | null;
  /** The draft as it stands, edited by hand or not, with its plan and report. */
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Puts one finding right, as `remedyOf` says. A draft that would get no better is left as it is: only the tokens paid are
 * told.
 * @param finding index into `progress.report.findings`
 * @throws what `rewrite` throws
 */
export async function* fixFinding(input: OnDemandInput, finding: number): AsyncGenerator<RewriteEvent, void> {
  const at = onDesk(input);
  const { report } = input.progress;
  const found = report?.findings[finding];
  const remedy = found && remedyOf(found, report);
  if (!at || !remedy) return;
  yield REPAIRING;
  if (remedy === 'lengthen') {
    if (at.desk) yield* repairing(lengthened(at.desk, at));
  } else if (remedy === 'reword') {
    if (at.desk) yield* reworded(at.desk, at, report, found);
  } else {
    const entry = found.sentence === undefined ? undefined : report.evidence[found.sentence];
    yield* told(at, new Set(fixByCode(remedy, at.manuscript, found, entry)));
  }
}

/**
 * Writes one section anew; its old text stays where nothing of the new one passes. A quotation that was lost with the old
 * text comes back.
 * @throws what `rewrite` throws
 */
export async function* rewriteSection(input: OnDemandInput, index: number): AsyncGenerator<RewriteEvent, void> {
  const at = onDesk(input);
  const before = at?.manuscript.sections[index];
  if (!at?.desk || !before) return;
  const { manuscript, reporter, desk } = at;
  const old = { ...before };
  const { heading } = old;
  manuscript.clear(index);
  const has = (): boolean => manuscript.at(index).pieces.some((piece) => piece.kind === 'sentence');
  try {
    yield* repairing(writeDraft(desk, [{ index, planned: { ...old.planned, heading }, standing: '' }]));
  } finally {
    if (!has()) manuscript.putBack(index, old);
  }
  if (!has()) return yield* told(at, new Set([index]));
  const settled = settleDraft(manuscript, input.options.minWords);
  reporter.settled(settled);
  yield* told(at, new Set([index, ...settled.changed, ...signOff(manuscript, input.options)]));
}

interface AtDesk {
  /** In French. */
  source: SourceArticle;
  manuscript: Manuscript;
  reporter: Reporter;
  plan: Plan;
  desk: Desk | null;
  /** Of the draft before: until the page has scored the new one. */
  lights: Report['seo'];
}

function onDesk({ source: original, options, client, progress, signal }: OnDemandInput): AtDesk | null {
  const { draft } = progress;
  if (!progress.plan) return null;
  const plan = { ...progress.plan, sections: [...progress.plan.sections] };
  const source = progress.translated?.source ?? original;
  const clean = withoutInjections(cutFacts(source));
  const { sheet } = clean;
  const manuscript = layOut(clean, plan, options, progress, () => true);
  const reporter = new Reporter(clean, options, progress.report?.notices ?? noticesOfSource(sheet, plan));
  reporter.title(draft.title, draft.titleVariants);
  reporter.fields = draft.fields;
  const { keyphrase } = draft.fields;
  const desk = client && openDesk({ sheet, manuscript, client, options, keyphrase, signal });
  return { source, manuscript, reporter, plan, desk, lights: progress.report?.seo ?? [] };
}

/** The sentence by the model, where the whole draft is the better for it: a fault may lie in what stands around it. */
async function* reworded(desk: Desk, at: AtDesk, before: Report, found: Finding): AsyncGenerator<RewriteEvent, void> {
  const sections = desk.manuscript.sections.map((section) => ({ ...section }));
  const changed = yield* mendFinding(desk, before, found);
  if (changed.size === 0) return;
  const after = at.reporter.build(desk.manuscript);
  if (isBetter(before, after, found)) yield* told(at, changed);
  else for (const index of changed) desk.manuscript.putBack(index, sections[index] ?? desk.manuscript.at(index));
}

/** The finding is gone, and nothing as grave has come. */
function isBetter(before: Report, after: Report, found: Finding): boolean {
  const like = ({ findings }: Report): number =>
    findings.filter(
      ({ kind, excerpt, severity }) => kind === found.kind && severity === found.severity && excerpt === found.excerpt,
    ).length;
  const grave = ({ findings }: Report, ...severities: Finding['severity'][]): number =>
    findings.filter(({ severity }) => severities.includes(severity)).length;
  return (
    like(after) < like(before) &&
    grave(after, 'error') <= grave(before, 'error') &&
    grave(after, 'error', 'warning') <= grave(before, 'error', 'warning')
  );
}

async function* lengthened(desk: Desk, at: AtDesk): AsyncGenerator<RewriteEvent, void> {
  const { manuscript } = desk;
  const before = manuscript.draftSections().map((section) => JSON.stringify(section));
  yield* keepLength(desk, at.plan, (wider) => planForms(desk.sheet, at.source, wider));
  at.reporter.settled(settleDraft(manuscript, desk.options.minWords));
  signOff(manuscript, desk.options);
  const changed = manuscript.draftSections().flatMap((section, i) => (JSON.stringify(section) === before[i] ? [] : [i]));
  yield* told(at, new Set(changed));
}

const REPAIRING: RewriteEvent = { kind: 'stage', stage: 'repairing', done: 0, total: 1 };

/** To the reader it is a repair, whatever it takes. */
async function* repairing(events: AsyncGenerator<RewriteEvent, unknown>): AsyncGenerator<RewriteEvent, void> {
  for await (const event of events) yield event.kind === 'stage' ? REPAIRING : event;
}

function* told({ manuscript, reporter, lights }: AtDesk, sections: ReadonlySet<number>): Generator<RewriteEvent, void> {
  if (sections.size === 0) return;
  for (const index of new Set([...sections, ...manuscript.placeLinks()]))
    yield { kind: 'section', index, section: manuscript.section(index), state: manuscript.at(index).state };
  yield { kind: 'report', report: { ...reporter.build(manuscript), seo: lights } };
}
