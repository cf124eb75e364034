/** All sections of a draft by the model: a few requests, several at a time. */
import type { Notice } from '../article/report.ts';
import { CodedError } from '../errors.ts';
import { askAgain } from './ask-again.ts';
import type { Desk } from './desk.ts';
import { mergeStreams } from './merge-streams.ts';
import type { RewriteEvent } from './progress.ts';
import { strictFault } from './strict-sentence.ts';
import { requestsFor, runningOneByOne } from './requests.ts';
import { type Ask, type Written, writeSections } from './write-sections.ts';

/** Sections that a hosted and a local model write at a time, where the user has not said. */
const AT_A_TIME = { hosted: 3, local: 1 };

/**
 * Returns what is to be told of it.
 * @throws CodedError when the model fails as a whole, or in every single answer
 */
export async function* writeDraft(desk: Desk, asks: readonly Ask[]): AsyncGenerator<RewriteEvent, Notice[]> {
  const { manuscript, client, options } = desk;
  const local = client.locality === 'local';
  const total = manuscript.sections.length;
  const done = (): number => manuscript.sections.filter((section) => section.state === 'written').length;
  yield { kind: 'stage', stage: 'writing', done: done(), total };

  const ending = new AbortController();
  let failed = false;
  const inner: Desk = { ...desk, signal: AbortSignal.any([desk.signal, ending.signal]) };
  const results: Written[] = [];
  const start = (asked: readonly Ask[]) =>
    async function* one(): AsyncGenerator<RewriteEvent, void> {
      if (desk.trust.hopeless) return;
      const written: Written = { passed: 0, cuts: [], stopped: null };
      results.push(written);
      for await (const event of writeSections(inner, asked, written)) {
        // Another request has failed for good: an answer under way is paid for and goes on, a further try is not.
        if (failed && (event.kind === 'retry' || event.kind === 'retried')) return;
        yield event;
      }
      if (failed) return;
      // A model that mostly fails will fail again: its second tries are not paid for.
      if (written.passed > written.cuts.length && (!local || desk.trust.good)) yield* askAgain(inner, written.cuts);
      yield { kind: 'stage', stage: 'writing', done: done(), total };
    };
  const run = (requests: readonly Ask[][]): AsyncGenerator<RewriteEvent, void> =>
    mergeStreams(requests.map(start), options.concurrency || AT_A_TIME[client.locality], {
      failure: () => (failed = true),
      left: () => ending.abort(),
    });
  const [first = [], ...others] = requestsFor(asks);
  if (local) {
    // A strong model is as strong on the user's own machine: the first request tells which it is.
    yield* run([first]);
    if (desk.trust.good) yield* run(others);
    else {
      // Where nothing is left to ask for, a few sentences (a section on demand, the end of a run taken up again) tell too little.
      if (others.length > 0) desk.trust.doubt();
      yield* run(runningOneByOne(asks.filter((ask) => !isBegun(desk, ask))));
    }
  } else yield* run([first, ...others]);
  if (desk.trust.weak) yield* siftWeak(desk);
  return noticesOf(desk, results);
}

function isBegun({ manuscript }: Desk, { index }: Ask): boolean {
  return manuscript.at(index).pieces.some((piece) => piece.kind === 'sentence');
}

/** What passed before the model was known to be weak is held to the stricter rule too. */
function* siftWeak({ manuscript, claims, sheet }: Desk): Generator<RewriteEvent, void> {
  const holds = (sentence: string): boolean =>
    claims.align(sentence).status === 'supported' &&
    strictFault(sentence, sheet) === null &&
    !claims.faults(sentence, []).some((fault) => fault.severity !== 'info');
  if (!manuscript.sift(holds)) return;
  for (const [index, section] of manuscript.sections.entries()) {
    if (section.kept !== null) continue;
    manuscript.settle(index);
    yield { kind: 'section', index, section: manuscript.section(index), state: section.state };
  }
}

function noticesOf(desk: Desk, results: readonly Written[]): Notice[] {
  const failed = results.flatMap(({ stopped }) => (stopped === 'empty' || stopped === 'refused' ? [stopped] : []));
  const [code] = failed;
  // Not one whole answer came: the floor, and what little passed before each refusal, must not hide it.
  if (code !== undefined && failed.length === results.length) throw new CodedError(code);
  const floor = desk.manuscript.sections.filter((section) => section.state !== 'written').length;
  return [
    ...(results.some((result) => result.stopped === 'truncated') ? [{ code: 'truncated' as const }] : []),
    ...(floor > 0 ? [{ code: 'sections_by_code' as const, detail: String(floor) }] : []),
  ];
}
