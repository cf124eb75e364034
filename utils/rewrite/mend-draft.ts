/** The rounds of repair on a whole draft. */
import type { Desk } from './desk.ts';
import type { RewriteEvent } from './progress.ts';
import { mendSentences, sentencesToMend } from './repair.ts';
import type { Reporter } from './reporter.ts';

const ROUNDS = 2;

export async function* mendDraft(desk: Desk, reporter: Reporter): AsyncGenerator<RewriteEvent, void> {
  // What a weak model would mend it would spoil as often: its sentences are few, and held to the stricter rule.
  if (desk.trust.weak) return;
  const tried = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const report = reporter.build(desk.manuscript);
    const items = sentencesToMend(desk, report).filter((item) => !tried.has(report.evidence[item.entry]?.sentence ?? ''));
    if (items.length === 0) return;
    for (const item of items) tried.add(report.evidence[item.entry]?.sentence ?? '');
    yield { kind: 'stage', stage: 'repairing', done: round, total: ROUNDS };
    const changed = yield* mendSentences(desk, report, items);
    for (const index of changed) {
      yield { kind: 'section', index, section: desk.manuscript.section(index), state: desk.manuscript.at(index).state };
    }
    if (changed.size === 0) return;
  }
}
