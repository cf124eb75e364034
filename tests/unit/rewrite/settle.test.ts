import { describe, expect, it } from 'vitest';
import { draftBlocks } from '../../../utils/article/draft.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import { countWords } from '../../../utils/article/words.ts';
import { LEANS, sentencesOf } from '../../../utils/rewrite/floor-rest.ts';
import { labelledArticles } from '../../support/labelled-articles.ts';
import { runRewrite } from '../../support/run-rewrite.ts';
import { scriptedClient } from '../../support/scripted-client.ts';

const SLOW = { timeout: 60_000 };
const leans = (sentence = ''): boolean => LEANS.test(sentence);

describe('a model that copies a sentence which the floor of another section has', () => {
  it.each(labelledArticles('dev'))('leaves it standing once: $id', SLOW, async ({ source }) => {
    const floor = await runRewrite(source, null);
    const sections = floor.progress.draft.sections;
    const copied = sections
      .slice(1)
      .flatMap(({ blocks }) => sentencesOf(blocks))
      // One that the next sentence leans on stays with it.
      .find(
        (sentence, at, all) => countWords(sentence) > 8 && !/[«?]/u.test(sentence) && !leans(sentence) && !leans(all[at + 1]),
      );
    if (copied === undefined) throw new Error('the floor has no such sentence');
    const times = (text: string): number => text.split(copied).length - 1;
    expect(times(plainText(draftBlocks(floor.progress.draft)))).toBeGreaterThan(0);
    const client = scriptedClient((request) => (request.purpose === 'section' ? copied : '{}'));
    const { progress, error } = await runRewrite(source, client);
    expect(error).toBeNull();
    expect(times(plainText(draftBlocks(progress.draft)))).toBe(1);
  });
});
