import { describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../../utils/llm/llm-client.ts';
import { advance, NO_PROGRESS, type Progress, type RewriteEvent } from '../../../utils/rewrite/progress.ts';
import { rewrite } from '../../../utils/rewrite/pipeline.ts';
import { DEFAULT_OPTIONS } from '../../../utils/rewrite/options.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import { splitSentences } from '../../../utils/french/sentences.ts';
import { labelledArticles } from '../../support/labelled-articles.ts';
import { runRewrite } from '../../support/run-rewrite.ts';
import { promptOf, scriptedClient, type ScriptedClient } from '../../support/scripted-client.ts';
import { asksIn, strongModel } from '../../support/strong-model.ts';

const SLOW = { timeout: 60_000 };
const [seed] = labelledArticles('dev');
if (!seed) throw new Error('no labelled article');
const { source, faithful } = seed;

const strong = (share?: number) => {
  const model = strongModel(faithful, share === undefined ? {} : { share });
  return scriptedClient((request) => model.answer(promptOf(request), request.json !== undefined));
};
const sectionRequests = (client: ScriptedClient) => client.requests.filter((request) => request.purpose === 'section');
const headingsAsked = (requests: readonly ChatRequest[]) =>
  requests.flatMap((request) => asksIn(promptOf(request)).map((ask) => ask.heading));
const isWritten = (progress: Progress, index: number) => progress.sections[index]?.state === 'written';

/** As a worker that is killed: what was folded by then is all there is. */
async function killedAt(client: ScriptedClient, when: (event: RewriteEvent, progress: Progress) => boolean): Promise<Progress> {
  let progress = NO_PROGRESS;
  const options = { ...DEFAULT_OPTIONS, concurrency: 1 };
  const signal = new AbortController().signal;
  for await (const event of rewrite({ source, options, client, resume: null, signal })) {
    progress = advance(progress, event);
    if (when(event, progress)) return progress;
  }
  throw new Error('it ended before it was killed');
}

describe('a worker that dies while a request writes several sections', () => {
  it('loses the section it was at, and asks none before it again', SLOW, async () => {
    const first = strong();
    const at = await killedAt(
      first,
      (event, progress) => event.kind === 'delta' && event.index === 1 && isWritten(progress, 0) && !isWritten(progress, 1),
    );
    expect(sectionRequests(first)).toHaveLength(1);
    expect(headingsAsked(sectionRequests(first)).length).toBeGreaterThan(1);
    const again = strong();
    const { progress, error } = await runRewrite(source, again, { concurrency: 1 }, at);
    expect(error).toBeNull();
    expect(progress.draft.sections[0]).toEqual(at.draft.sections[0]);
    const asked = headingsAsked(sectionRequests(again));
    expect(asked).not.toContain('');
    expect(asked).toContain(`## ${at.plan?.sections[1]?.heading} `.trim());
  });

  it('keeps a section that was written and that another request was adding to', SLOW, async () => {
    const first = strong(0.5);
    const at = await killedAt(
      first,
      (event, progress) =>
        event.kind === 'section' &&
        event.state === 'writing' &&
        progress.sections[event.index]?.answered === true &&
        progress.sections.every((section) => section.answered || section.state !== 'writing'),
    );
    const index = at.sections.findIndex((section) => section.state === 'writing' && section.answered);
    const { progress } = await runRewrite(source, strong(0.5), { concurrency: 1 }, at);
    const text = (of: Progress) => plainText(of.draft.sections[index]?.blocks ?? []).replace(/\s+/gu, ' ');
    const [opening = '—'] = splitSentences(text(at)).map((sentence) => sentence.text);
    expect(text(progress)).toContain(opening);
  });
});
