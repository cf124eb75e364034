import { describe, expect, it } from 'vitest';
import { draftBlocks } from '../../../utils/article/draft.ts';
import { textUnits } from '../../../utils/article/text-units.ts';
import { rewriteSection } from '../../../utils/rewrite/on-demand.ts';
import { DEFAULT_OPTIONS } from '../../../utils/rewrite/options.ts';
import { advance } from '../../../utils/rewrite/progress.ts';
import { articleFrom, labelledArticles } from '../../support/labelled-articles.ts';
import { runRewrite } from '../../support/run-rewrite.ts';
import { promptOf, scriptedClient } from '../../support/scripted-client.ts';
import { strongModel } from '../../support/strong-model.ts';

const SLOW = { timeout: 60_000 };
const [kremlin] = labelledArticles('dev');
if (!kremlin) throw new Error('no labelled article');
const agency = articleFrom(`${kremlin.sourceHtml.replace('<p>', '<p>MOSCOU, 12 mars (Reuters) – ')}<p>(avec Reuters)</p>`);

const textsOf = async (keepDateline: boolean, byModel: boolean) => {
  const model = strongModel(kremlin.faithful);
  const client = scriptedClient((request) => model.answer(promptOf(request), request.json !== undefined));
  const { progress, error } = await runRewrite(agency, byModel ? client : null, { keepDateline });
  if (error) throw error;
  return { texts: textUnits(draftBlocks(progress.draft)).map((unit) => unit.text.replace(/\s/gu, ' ')), progress };
};

describe.each([true, false])('the agency’s lines, with a model: %s', (byModel) => {
  it('stand at the head and at the end where they are kept, once, and are no findings', SLOW, async () => {
    const { texts, progress } = await textsOf(true, byModel);
    expect(texts[0]).toMatch(/^MOSCOU, 12 mars \(Reuters\) – \p{Lu}/u);
    expect(texts.filter((text) => text.includes('MOSCOU, 12 mars'))).toHaveLength(1);
    expect(texts.at(-1)).toBe('(avec Reuters)');
    const { evidence = [], findings = [] } = progress.report ?? {};
    expect(evidence[0]?.sentence).toContain('MOSCOU');
    expect(evidence[0]).toMatchObject({ status: 'supported', origin: byModel ? 'model' : 'floor' });
    expect(findings.filter(({ sentence, severity }) => sentence === 0 && severity !== 'info')).toEqual([]);
    expect(evidence.some(({ sentence }) => sentence.includes('avec Reuters'))).toBe(false);
  });

  it('are dropped where they are not', SLOW, async () => {
    const { texts } = await textsOf(false, byModel);
    expect(texts.join(' ')).not.toMatch(/MOSCOU|avec Reuters/u);
  });
});

describe('a section written anew', () => {
  it.each(['first', 'last'])('leaves the agency’s lines at their places, once: the %s', SLOW, async (which) => {
    const { progress } = await textsOf(true, true);
    const index = which === 'first' ? 0 : progress.draft.sections.length - 1;
    const client = scriptedClient(() => 'Un porte-parole du Kremlin a démenti une information relayée par Bloomberg.');
    const options = { ...DEFAULT_OPTIONS, keepDateline: true };
    const input = { source: agency, options, client, progress, signal: new AbortController().signal };
    let after = progress;
    for await (const event of rewriteSection(input, index)) after = advance(after, event);
    const texts = textUnits(draftBlocks(after.draft)).map((unit) => unit.text.replace(/\s/gu, ' '));
    expect(texts.filter((text) => text.startsWith('MOSCOU, 12 mars (Reuters) – '))).toEqual([texts[0]]);
    expect(texts.filter((text) => text === '(avec Reuters)')).toHaveLength(1);
    expect(texts.at(-1)).toBe('(avec Reuters)');
  });
});
