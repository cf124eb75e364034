import { describe, expect, it } from 'vitest';
import { draftBlocks } from '../../../utils/article/draft.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import type { Finding } from '../../../utils/article/report.ts';
import { CodedError } from '../../../utils/errors.ts';
import { type Edit, edited } from '../../../utils/jobs/edit-job.ts';
import { recheck } from '../../../utils/jobs/recheck.ts';
import { fold } from '../../../utils/french/fold.ts';
import { DEFAULT_OPTIONS } from '../../../utils/rewrite/options.ts';
import { fixFinding, type OnDemandInput, rewriteSection } from '../../../utils/rewrite/on-demand.ts';
import { advance, type Progress, type RewriteEvent } from '../../../utils/rewrite/progress.ts';
import { aJob } from '../../support/a-job.ts';
import { labelledArticles } from '../../support/labelled-articles.ts';
import { runRewrite } from '../../support/run-rewrite.ts';
import { promptOf, scriptedClient, type ScriptedAnswer, type ScriptedClient } from '../../support/scripted-client.ts';

const SLOW = { timeout: 60_000 };
const [seed] = labelledArticles('dev');
if (!seed) throw new Error('no labelled article');
const { source } = seed;
const TRUE = 'Dmitri Peskov, porte-parole du Kremlin, a démenti l’information de Bloomberg.';

const composed = runRewrite(source, null);

const byHand = (progress: Progress, edit: Edit): Progress => edited(aJob({ source, progress }), edit, recheck).progress;

/** The composed draft with one section's text changed by hand, and checked. */
async function draftWith(section: number, ...paragraphs: string[]): Promise<Progress> {
  const { progress } = await composed;
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, inlines: [{ text }] }));
  const heading = progress.draft.sections[section]?.heading ?? null;
  return byHand(progress, { kind: 'edit-section', section, heading, blocks });
}

function findingIn(progress: Progress, test: (finding: Finding) => boolean): number {
  const index = progress.report?.findings.findIndex(test) ?? -1;
  if (index === -1) throw new Error(`no such finding: ${JSON.stringify(progress.report?.findings)}`);
  return index;
}

async function after(progress: Progress, events: AsyncIterable<RewriteEvent>): Promise<Progress> {
  let now = progress;
  for await (const event of events) now = advance(now, event);
  return now;
}

function input(progress: Progress, client: ScriptedClient | null): OnDemandInput {
  return { source, options: DEFAULT_OPTIONS, client, progress, signal: new AbortController().signal };
}

const saying = (answer: ScriptedAnswer) => scriptedClient(() => answer);
const textOf = (progress: Progress) => plainText(draftBlocks(progress.draft));
const errors = (progress: Progress) => progress.report?.findings.filter((finding) => finding.severity === 'error').length;

describe('« Corriger » on a sentence', () => {
  const WRONG = 'Dmitri Peskov, porte-parole du Kremlin, a confirmé l’information de Bloomberg.';
  const isWrong = (finding: Finding) => finding.kind === 'polarity';

  it('asks for that sentence alone, puts the better one in its place, and counts the tokens', SLOW, async () => {
    const before = await draftWith(1, `${WRONG} Le Kremlin s’est exprimé mardi.`);
    const client = saying(`1. ${TRUE}`);
    const now = await after(before, fixFinding(input(before, client), findingIn(before, isWrong)));
    expect(client.requests).toHaveLength(1);
    expect(promptOf(client.requests[0] ?? { purpose: 'test', messages: [], maxTokens: 0 }).length).toBeLessThan(2500);
    expect(textOf(now)).not.toContain('a confirmé l’information');
    expect(fold(textOf(now))).toContain(fold(`${TRUE} Le Kremlin`));
    expect(now.usage.completionTokens).toBeGreaterThan(before.usage.completionTokens);
    expect(now.report?.findings.some(isWrong)).toBe(false);
    expect(errors(now)).toBeLessThanOrEqual(errors(before) ?? 0);
    expect(now.draft.sections.length).toBe(before.draft.sections.length);
  });

  it('leaves the text where the model says the same, or something that is wrong otherwise', SLOW, async () => {
    const before = await draftWith(1, WRONG);
    for (const answer of [WRONG, '1. Le Kremlin a démenti l’information du Washington Post.', '1. The Kremlin denied it.', '']) {
      const client = saying(answer === '' ? new CodedError('empty') : answer);
      const now = await after(before, fixFinding(input(before, client), findingIn(before, isWrong)));
      expect(now.draft).toEqual(before.draft);
      expect(now.report).toEqual(before.report);
    }
  });

  it('gives up the request of which the user is tired, and tells a failure by its code', SLOW, async () => {
    const before = await draftWith(1, WRONG);
    const failing = after(before, fixFinding(input(before, saying(new CodedError('quota'))), findingIn(before, isWrong)));
    await expect(failing).rejects.toMatchObject({ code: 'quota' });
  });

  it('splits a sentence that is too long only into shorter ones', SLOW, async () => {
    const long =
      'Le porte-parole du Kremlin, Dmitri Peskov, a démenti une information de l’agence Bloomberg, selon laquelle le président russe Vladimir Poutine se serait dit prêt à discuter de garanties de sécurité, de la neutralité de l’Ukraine et de l’OTAN avec les États-Unis.';
    const before = await draftWith(1, long);
    const at = before.report?.evidence.findIndex((entry) => entry.sentence === long) ?? -1;
    const report = before.report;
    if (!report) throw new Error('no report');
    const finding: Finding = { kind: 'structure', severity: 'info', excerpt: long, message: 'Trop longue.', sentence: at };
    const told = { ...before, report: { ...report, findings: [...report.findings, finding] } };
    const now = await after(told, fixFinding(input(told, saying(long.replace('serait', 's’était'))), report.findings.length));
    expect(textOf(now)).toContain(long);
  });
});

describe('« Corriger » by code, without a model', () => {
  it('puts an altered quotation back in the source’s words', SLOW, async () => {
    const before = await draftWith(1, '« Cela ne correspond vraiment pas à la réalité », a déclaré Dmitri Peskov.');
    const now = await after(
      before,
      fixFinding(
        input(before, null),
        findingIn(before, (finding) => finding.kind === 'quote-altered'),
      ),
    );
    expect(fold(textOf(now))).toContain(fold('« Cela ne correspond absolument pas à la réalité », a déclaré Dmitri Peskov.'));
    expect(now.report?.findings.some((finding) => finding.kind === 'quote-altered')).toBe(false);
  });

  it('brings a lost quotation back, with who says it', SLOW, async () => {
    const { progress } = await composed;
    const quotation = /«\sCela ne correspond absolument pas[^»]*»/u;
    const at = progress.draft.sections.flatMap((section, index) => (quotation.test(plainText(section.blocks)) ? [index] : []));
    let before = progress;
    for (const section of at) {
      const blocks = before.draft.sections[section]?.blocks.filter((block) => !quotation.test(plainText([block]))) ?? [];
      const heading = before.draft.sections[section]?.heading ?? null;
      before = byHand(before, { kind: 'edit-section', section, heading, blocks });
    }
    const lost = findingIn(before, ({ kind, source: words }) => kind === 'lost' && /absolument/u.test(words ?? ''));
    const now = await after(before, fixFinding(input(before, null), lost));
    expect(now.report?.findings.some(({ kind, source: words }) => kind === 'lost' && /absolument/u.test(words ?? ''))).toBe(
      false,
    );
    expect(errors(now)).toBe(errors(before));
  });

  it('takes away a link that the source does not have, and leaves its words', SLOW, async () => {
    const { progress } = await composed;
    const inlines = [
      { text: 'Le Kremlin a ' },
      { text: 'démenti', marks: [{ kind: 'link' as const, href: 'https://example.com/x' }] },
    ];
    const heading = progress.draft.sections[1]?.heading ?? null;
    const edit = { kind: 'edit-section' as const, section: 1, heading, blocks: [{ kind: 'paragraph' as const, inlines }] };
    const before = byHand(progress, edit);
    const now = await after(
      before,
      fixFinding(
        input(before, null),
        findingIn(before, ({ kind }) => kind === 'link'),
      ),
    );
    expect(JSON.stringify(now.draft)).not.toContain('example.com');
    expect(textOf(now)).toContain('Le Kremlin a démenti');
  });

  it('cuts a paragraph that is too long at a sentence near its middle', SLOW, async () => {
    const before = await draftWith(1, Array.from({ length: 18 }, () => TRUE).join(' '));
    const long = findingIn(before, ({ kind, message }) => kind === 'structure' && message.startsWith('Paragraphe'));
    const now = await after(before, fixFinding(input(before, null), long));
    const words = now.draft.sections[1]?.blocks.map((block) => plainText([block]).length) ?? [];
    expect(words).toHaveLength(2);
    expect(Math.abs((words[0] ?? 0) - (words[1] ?? 0))).toBeLessThan(TRUE.length);
  });

  it('sets the typography that a hand has left', SLOW, async () => {
    const before = await draftWith(1, 'Le Kremlin a-t-il démenti ? "Oui", selon Dmitri Peskov...');
    const now = await after(
      before,
      fixFinding(
        input(before, null),
        findingIn(before, ({ kind }) => kind === 'typography'),
      ),
    );
    expect(now.report?.findings.some(({ kind }) => kind === 'typography')).toBe(false);
  });

  it('does nothing about what no one can mend', SLOW, async () => {
    const before = await draftWith(1, TRUE);
    const undated = findingIn(before, ({ kind }) => kind === 'undated');
    expect(await after(before, fixFinding(input(before, null), undated))).toEqual(before);
  });
});

describe('« Corriger » on a text that is too short', () => {
  it('adds a form that was not used, and leaves what stands', SLOW, async () => {
    const { progress } = await composed;
    const few = progress.draft.sections.slice(0, 3);
    const plan = progress.plan && { ...progress.plan, sections: progress.plan.sections.slice(0, 3) };
    const cut = { ...progress, plan, draft: { ...progress.draft, sections: few }, sections: progress.sections.slice(0, 3) };
    const heading = few[1]?.heading ?? null;
    const before = byHand(cut, { kind: 'edit-section', section: 1, heading, blocks: few[1]?.blocks ?? [] });
    const short = findingIn(before, ({ kind }) => kind === 'length');
    const client = saying('Le Kremlin a démenti mardi l’information de Bloomberg.');
    const now = await after(before, fixFinding(input(before, client), short));
    expect(now.report?.words).toBeGreaterThan((before.report?.words ?? 0) + 60);
    expect(now.draft.sections.slice(0, 3)).toEqual(few);
    expect(now.plan?.sections).toHaveLength(now.draft.sections.length);
    expect(progress.plan?.sections).toHaveLength(progress.draft.sections.length);
  });
});

describe('« Réécrire cette section »', () => {
  it('asks for that section alone and changes no other, and a quotation lost with it comes back', SLOW, async () => {
    const { progress } = await composed;
    const index = progress.draft.sections.findIndex((section) => section.form === 'body' && /«/u.test(plainText(section.blocks)));
    const client = saying(`${TRUE} Selon Bloomberg, Vladimir Poutine se serait dit prêt à des concessions.`);
    const now = await after(progress, rewriteSection(input(progress, client), index));
    expect(client.requests.filter((request) => request.purpose === 'section')).toHaveLength(1);
    expect(fold(plainText(now.draft.sections[index]?.blocks ?? []))).toContain(fold(TRUE));
    const others = (one: Progress) => one.draft.sections.toSpliced(index, 1);
    expect(now.report?.findings.filter(({ kind }) => kind === 'lost')).toEqual([]);
    expect(
      others(now).filter((section, i) => plainText(section.blocks) !== plainText(others(progress)[i]?.blocks ?? [])).length,
    ).toBeLessThan(2);
    expect(now.report?.evidence.some((entry) => entry.place.section === index && entry.origin === 'model')).toBe(true);
  });

  it('keeps the old text where nothing of the new one passes', SLOW, async () => {
    const { progress } = await composed;
    const now = await after(
      progress,
      rewriteSection(input(progress, saying('The Kremlin has denied the report that was made.')), 2),
    );
    expect(now.draft.sections).toEqual(progress.draft.sections);
  });
});
