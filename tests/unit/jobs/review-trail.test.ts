import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/article/report.ts';
import type { Receipt } from '../../../utils/editor/editor-protocol.ts';
import { Job } from '../../../utils/jobs/job.ts';
import { reviewStatement } from '../../../utils/jobs/review-statement.ts';
import { acceptedText, insertionEntry, withReview, type Accepted } from '../../../utils/jobs/review-trail.ts';
import { readReviewer, writeReviewer } from '../../../utils/jobs/reviewer.ts';
import { NO_PROGRESS } from '../../../utils/rewrite/progress.ts';
import { z } from '../../../utils/zod.ts';
import { aCapture, aJob } from '../../support/a-job.ts';

const AT = Date.UTC(2026, 10, 24, 16, 10);
const place = { section: 0, block: 0, item: 0, start: 0, end: 1 };
const report: Report = {
  ...{ words: 4, facts: [], notices: [], copied: { sentences: 0, longestRun: 0 }, seo: [] },
  origin: { model: 3, floor: 1 },
  evidence: [
    { sentence: 'a', sources: ['F1'], status: 'supported', origin: 'model', place },
    { sentence: 'b', sources: [], status: 'none', origin: 'hand', place },
  ],
  findings: [
    { kind: 'typography', severity: 'info', excerpt: '', message: 'Espace.' },
    { kind: 'number', severity: 'error', excerpt: '13', message: 'Chiffre absent de la source.' },
  ],
};
const receipt: Receipt = {
  ...{ mode: 'replace', verified: true, blocks: 2, bodyUndo: 'editor' },
  fields: [
    { field: 'title', outcome: 'written', undo: 'editor' },
    { field: 'slug', outcome: 'differs', undo: 'none' },
  ],
  original: { editor: 'block', content: '', contentAfter: '', fields: aCapture().fields },
};
const draft = {
  ...NO_PROGRESS.draft,
  title: 'Le Kremlin dément',
  sections: [
    {
      ...{ id: 'P1', form: 'body' as const, heading: null, level: 2 as const },
      blocks: [{ kind: 'paragraph' as const, inlines: [{ text: 'Moscou dément tout contact.' }] }],
    },
  ],
};
const usage = { ...NO_PROGRESS.usage, requests: 5, promptTokens: 900, completionTokens: 300 };
const job = aJob({ state: 'ready', startedAt: 1, progress: { ...NO_PROGRESS, draft, report, usage } });

async function inserted(given: Job, change: Partial<Accepted> = {}): Promise<Job> {
  const text = await acceptedText(given);
  const how = { receipt, text, forced: false, at: AT, who: 'Claire Martin', isKept: () => false };
  return withReview(given, insertionEntry(given, { ...how, ...change }));
}

describe('an insertion in the review trail', () => {
  it('says who accepted what, when, and what was open', async () => {
    const { review } = await inserted(job, { isKept: (finding) => finding.kind === 'number' });
    expect(review).toEqual([
      {
        ...{ kind: 'inserted', at: AT, who: 'Claire Martin', mode: 'replace', forced: false, verified: true, model: 'm' },
        ...{ blocks: 2, words: 4, title: 'Le Kremlin dément', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        fields: [
          { field: 'title', outcome: 'written' },
          { field: 'slug', outcome: 'differs' },
        ],
        checks: {
          // The gravest first.
          findings: [
            { kind: 'number', severity: 'error', excerpt: '13', message: 'Chiffre absent de la source.', kept: true },
            { kind: 'typography', severity: 'info', excerpt: '', message: 'Espace.', kept: false },
          ],
          ...{ errors: 1, warnings: 0, infos: 1, byHand: 1, withoutEvidence: 1, sentences: 2, origin: { model: 3, floor: 1 } },
        },
      },
    ]);
  });

  it('has another fingerprint once the text is another', async () => {
    const before = await acceptedText(job);
    const sections = draft.sections.map((section) => ({ ...section, heading: 'Un intertitre' }));
    const after = await acceptedText({ ...job, progress: { ...job.progress, draft: { ...draft, sections } } });
    expect(after.sha256).not.toBe(before.sha256);
    expect(await acceptedText(job)).toEqual(before);
  });

  it('is what the store reads back, and jobs from before the trail are read too', async () => {
    const full = await inserted(job);
    expect(z.parse(Job, structuredClone(full)).review).toEqual(full.review);
    expect(z.parse(Job, aJob()).review).toBeUndefined();
  });

  it('does not claim checks that were not run', async () => {
    const { review } = await inserted({ ...job, progress: { ...job.progress, report: null } });
    expect(review?.[0]).toMatchObject({ checks: null, words: 4 });
  });

  it('keeps the last thirty', () => {
    let many = job;
    for (let i = 0; i < 40; i += 1) many = withReview(many, { kind: 'restored', at: i, who: null });
    expect(many.review?.map((entry) => entry.at)).toEqual(Array.from({ length: 30 }, (_, i) => i + 10));
  });
});

describe('the statement', () => {
  const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ') ?? null;

  it('is none before an insertion', () => {
    expect(reviewStatement(job, 'Claire Martin')).toBeNull();
  });

  it('tells the model, the person, the moment, the fields written, and what was open', async () => {
    const text = plain(reviewStatement(await inserted(job), null, 'Europe/Paris'));
    expect(text).toContain('avec l’aide d’une intelligence artificielle (m, http://127.0.0.1:1)');
    expect(text).toMatch(/Accepté le 24 novembre 2026 (à )?17:10 UTC\+1, par Claire Martin\./);
    expect(text).toContain('le corps, à la place du passage lu et 1 champ (titre), dans l’article n° 12 de localhost:8080.');
    expect(text).toContain('1 erreur ouverte, 0 point à vérifier, 1 remarque');
    expect(text).toContain('article 50, paragraphe 4');
  });

  it('does not say that a human reviewed it: it records an acceptance', async () => {
    const text = reviewStatement(await inserted(job), null);
    expect(text).toContain('Ce relevé constate une acceptation');
    expect(text).not.toMatch(/a été relu|relu par/);
  });

  it('tells a name given at the export only as what it is', async () => {
    const text = reviewStatement(await inserted(job, { who: null }), 'Paul Durand');
    expect(plain(text)).toContain('sans nom enregistré ; nom donné à l’export : Paul Durand');
    expect(reviewStatement(await inserted(job), 'Paul Durand')).not.toContain('Paul Durand');
  });

  it('says so where no model was asked', async () => {
    const floor = { ...job, provider: null, progress: { ...job.progress, usage: NO_PROGRESS.usage } };
    expect(reviewStatement(await inserted(floor), null)).toContain('Aucun modèle d’intelligence artificielle n’a été appelé');
  });

  it('says so where a model has only given its opinion', async () => {
    const secondLook = { looked: ['a'], opinions: [] };
    const read = { ...job, provider: null, progress: { ...job.progress, secondLook } };
    const text = reviewStatement(await inserted(read), null) ?? '';
    expect(plain(text)).toContain('n’a écrit ce texte ; un modèle l’a relu, pour avis seulement : le texte');
    expect(text).not.toContain('avec l’aide d’une intelligence artificielle (');
  });

  it('tells that the original was put back since', async () => {
    const back = withReview(await inserted(job), { kind: 'restored', at: AT + 60_000, who: null });
    expect(reviewStatement(back, null)).toContain('ce texte n’est plus en place');
  });

  it('has no-break spaces where French wants them', async () => {
    expect(reviewStatement(await inserted(job), null)).not.toMatch(/ [:;!?»]|« /);
  });
});

describe('the name', () => {
  it('is kept without blanks, and forgotten when it is emptied', async () => {
    expect(await readReviewer()).toBeNull();
    await writeReviewer('  Claire Martin ');
    expect(await readReviewer()).toBe('Claire Martin');
    await writeReviewer(' ');
    expect(await readReviewer()).toBeNull();
  });
});
