/** « Corriger » on a finding and « Réécrire cette section »: the same small requests, on a draft that stands. */
import type { SourceArticle } from '../article/source-article.ts';
import { withoutInjections } from '../checks/injection.ts';
import { cutFacts } from '../facts/cut-facts.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import type { Desk } from './desk.ts';
import { noticesOfSource } from './notices.ts';
import { layOut, openDesk } from './open-desk.ts';
import type { RewriteOptions } from './options.ts';
import type { Progress, RewriteEvent } from './progress.ts';
import { mendFinding } from './repair.ts';
import { Reporter } from './reporter.ts';
import { writeDraft } from './write-draft.ts';

export interface OnDemandInput {
  source: SourceArticle;
  options: RewriteOptions;
  client: LlmClient;
  /** The draft as it stands, edited by hand or not, with its plan and report. */
  progress: Progress;
  signal: AbortSignal;
}

/**
 * Asks for the sentence of one finding anew. Returns whether it got better; where it did not, only the tokens paid are
 * told.
 * @param finding index into `progress.report.findings`
 * @throws what `rewrite` throws
 */
export async function* fixFinding(input: OnDemandInput, finding: number): AsyncGenerator<RewriteEvent, boolean> {
  const at = onDesk(input);
  const { report } = input.progress;
  if (!at || !report?.findings[finding]) return false;
  yield { kind: 'stage', stage: 'repairing', done: 0, total: 1 };
  const changed = yield* mendFinding(at.desk, report, finding);
  return yield* told(at, changed);
}

/**
 * Writes one section anew; its old text stays where nothing of the new one passes. Returns whether it changed.
 * @throws what `rewrite` throws
 */
export async function* rewriteSection(input: OnDemandInput, index: number): AsyncGenerator<RewriteEvent, boolean> {
  const at = onDesk(input);
  const old = input.progress.draft.sections[index];
  const { desk } = at ?? {};
  const planned = desk?.manuscript.sections[index]?.planned;
  if (!at || !desk || !planned || !old) return false;
  const before = { ...desk.manuscript.at(index) };
  desk.manuscript.clear(index);
  try {
    yield* writeDraft(desk, [{ index, planned, standing: '' }]);
  } finally {
    if (desk.manuscript.at(index).pieces.length === 0) desk.manuscript.putBack(index, before);
  }
  const changed = desk.manuscript.at(index).pieces.length > 0;
  if (changed) desk.manuscript.placeLinks();
  return yield* told(at, new Set([index]), changed);
}

interface AtDesk {
  desk: Desk;
  reporter: Reporter;
}

function onDesk({ source, options, client, progress, signal }: OnDemandInput): AtDesk | null {
  const { plan, draft } = progress;
  if (!plan) return null;
  const clean = withoutInjections(cutFacts(source));
  const manuscript = layOut(clean, plan, options, progress, () => true);
  const reporter = new Reporter(clean, options, progress.report?.notices ?? noticesOfSource(clean.sheet, plan));
  reporter.title(draft.title, draft.titleVariants);
  reporter.fields = draft.fields;
  return {
    desk: openDesk({ sheet: clean.sheet, manuscript, client, options, keyphrase: draft.fields.keyphrase, signal }),
    reporter,
  };
}

function* told(
  { desk, reporter }: AtDesk,
  sections: ReadonlySet<number>,
  changed = sections.size > 0,
): Generator<RewriteEvent, boolean> {
  for (const index of sections) yield { kind: 'section', index, section: desk.manuscript.section(index), state: 'written' };
  if (changed) yield reporter.report(desk.manuscript);
  return changed;
}
