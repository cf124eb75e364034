import { describe, expect, it } from 'vitest';
import { withoutInjections } from '../../../utils/checks/injection.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { claimsOf } from '../../../utils/rewrite/claims.ts';
import { MarkdownStream } from '../../../utils/rewrite/markdown-stream.ts';
import { DEFAULT_OPTIONS } from '../../../utils/rewrite/options.ts';
import { systemPrompt } from '../../../utils/rewrite/prompt.ts';
import { LoopWatch, SentencesSoFar } from '../../../utils/rewrite/repetition.ts';
import { foldInstructions, type GateInput, judgeSentence, type Verdict } from '../../../utils/rewrite/sentence-gate.ts';
import { articleFrom, asMarkdown, type LabelledArticle, labelledArticles } from '../../support/labelled-articles.ts';

function gateFor(article: LabelledArticle['source']): GateInput {
  const clean = withoutInjections(cutFacts(article));
  const instructions = foldInstructions(systemPrompt(DEFAULT_OPTIONS));
  return {
    sheet: clean.sheet,
    claims: claimsOf(clean),
    standing: new SentencesSoFar(),
    instructions,
    quoted: new Set(),
    strictness: 'errors',
  };
}

/** The article streamed in small pieces through the gate, as a model's answer is. */
function verdictsOf({ source, faithful }: LabelledArticle): { sentence: string; verdict: Verdict }[] {
  const gate = gateFor(source);
  const quoted = new Set<string>();
  const loop = new LoopWatch();
  const stream = new MarkdownStream();
  const markdown = asMarkdown(faithful);
  const units = [];
  for (let at = 0; at < markdown.length; at += 7) units.push(...stream.push(markdown.slice(at, at + 7)));
  units.push(...stream.end());
  return units.flatMap((unit) => {
    if (unit.kind !== 'sentence') return [];
    expect(loop.add(unit.text), `loop seen at: ${unit.text}`).toBe(false);
    const verdict = judgeSentence(unit.text, { ...gate, quoted });
    if (verdict.kind === 'pass') {
      gate.standing.add(verdict.text);
      for (const id of verdict.quotations) quoted.add(id);
    }
    return [{ sentence: unit.text, verdict }];
  });
}

describe('the sentence gate and good text', () => {
  const articles = [...labelledArticles('dev'), ...labelledArticles('develop')];

  it('lets at least 97 % of the sentences of the faithful rewrites through, untouched', { timeout: 60_000 }, () => {
    const all = articles.flatMap((article) => verdictsOf(article).map((one) => ({ id: article.id, ...one })));
    const cut = all.filter(({ verdict }) => verdict.kind === 'cut');
    const told = cut.map(({ id, sentence, verdict }) => `${id} ${verdict.kind === 'cut' ? verdict.reason : ''}: ${sentence}`);
    if (process.env.SHOW) console.log(`${cut.length} of ${all.length} cut\n${told.join('\n')}`);
    expect(all.length).toBeGreaterThan(400);
    expect(cut.length / all.length).toBeLessThanOrEqual(0.03);
  });

  it('gives back the very words of a sentence that passes', () => {
    const [article] = articles;
    if (!article) throw new Error('no article');
    const changed = verdictsOf(article).filter(
      ({ sentence, verdict }) => verdict.kind === 'pass' && verdict.markdown !== sentence,
    );
    expect(changed).toEqual([]);
  });
});

void articleFrom;
