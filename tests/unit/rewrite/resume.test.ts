import { describe, expect, it } from 'vitest';
import { CodedError } from '../../../utils/errors.ts';
import type { ChatRequest } from '../../../utils/llm/llm-client.ts';
import { labelledArticles } from '../../support/labelled-articles.ts';
import { runRewrite } from '../../support/run-rewrite.ts';
import { promptOf, scriptedClient } from '../../support/scripted-client.ts';
import { strongModel } from '../../support/strong-model.ts';

const SLOW = { timeout: 60_000 };
const [seed] = labelledArticles('dev');
if (!seed) throw new Error('no labelled article');

const strong = () => {
  const model = strongModel(seed.faithful);
  return (request: ChatRequest) => model.answer(promptOf(request), request.json !== undefined);
};
const down = () => new CodedError('network');
const purposes = (client: { requests: ChatRequest[] }) => client.requests.map((request) => request.purpose);

describe('a rewrite that was broken off', () => {
  it(
    'before its first section does not ask for the plan again, and keeps the title and fields worded with it',
    SLOW,
    async () => {
      const answer = strong();
      const first = await runRewrite(
        seed.source,
        scriptedClient((request) => (request.purpose === 'section' ? down() : answer(request))),
      );
      expect(first.error).toMatchObject({ code: 'network' });
      if (!first.progress.plan?.worded) throw new Error('no worded plan kept');
      const again = scriptedClient(strong());
      const { progress, error } = await runRewrite(seed.source, again, {}, first.progress);
      expect(error).toBeNull();
      expect(purposes(again)).not.toContain('plan');
      expect(progress.draft.title).toBe(first.progress.draft.title);
      expect(progress.draft.fields).toEqual(first.progress.draft.fields);
      const headings = first.progress.plan.sections.map((section) => section.heading);
      expect(progress.plan?.sections.slice(0, headings.length).map((section) => section.heading)).toEqual(headings);
    },
  );

  it('in the repair of its headings keeps the first answer', SLOW, async () => {
    const answer = strong();
    const spoilt = (request: ChatRequest) => {
      const wording = JSON.parse(answer(request)) as { titre: string; parties: { intertitre: string }[] };
      return JSON.stringify({ ...wording, titre: 'Introduction' });
    };
    const first = await runRewrite(
      seed.source,
      scriptedClient((request) => (request.purpose === 'plan' ? spoilt(request) : down())),
    );
    expect(first.error).toMatchObject({ code: 'network' });
    const headings = first.progress.plan?.sections.filter((section) => section.headingBy === 'model').length ?? 0;
    expect(headings).toBeGreaterThan(0);
    const again = scriptedClient(strong());
    await runRewrite(seed.source, again, {}, first.progress);
    expect(purposes(again)).not.toContain('plan');
  });

  it('asks no section again of whose answer nothing passed', SLOW, async () => {
    const answer = strong();
    let sections = 0;
    const first = await runRewrite(
      seed.source,
      scriptedClient((request) => {
        if (request.purpose !== 'section') return answer(request);
        return sections++ === 0 ? 'The Kremlin has denied the report that was published by them.' : down();
      }),
      { concurrency: 1 },
    );
    const empty = first.progress.sections.flatMap((section, index) =>
      section.answered && section.state === 'floor' ? [first.progress.draft.sections[index]?.heading ?? ''] : [],
    );
    expect(empty.length).toBeGreaterThan(1);
    const again = scriptedClient(strong());
    const { error } = await runRewrite(seed.source, again, { concurrency: 1 }, first.progress);
    expect(error).toBeNull();
    const asked = again.requests.map(promptOf).join('\n');
    expect(asked).toContain('environ');
    expect(empty.filter((heading) => heading !== '' && asked.includes(`## ${heading} (`))).toEqual([]);
  });
});
