import { describe, expect, it } from 'vitest';
import { edited } from '../../../utils/jobs/edit-job.ts';
import { recheck } from '../../../utils/jobs/recheck.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { newJob } from '../../../utils/jobs/new-job.ts';
import { advance, NO_PROGRESS } from '../../../utils/rewrite/progress.ts';
import { rewrite } from '../../../utils/rewrite/pipeline.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { aCapture } from '../../support/a-job.ts';

const SENTENCES = [
  'Le maire de Rennes a inauguré mardi une piscine de 50 mètres.',
  '« Les travaux ont coûté 12 millions d’euros », a déclaré Nathalie Appéré devant les habitants du quartier.',
  'La piscine ouvrira au public le 3 mars, selon la mairie.',
];

async function composed(): Promise<Job> {
  const blocks = SENTENCES.map((text) => ({ kind: 'paragraph' as const, inlines: [{ text }] }));
  const job = newJob({
    id: 'j',
    tabId: 1,
    now: 1,
    capture: aCapture({ blocks, title: 'Une piscine à Rennes' }),
    settings: DEFAULT_SETTINGS,
  });
  let progress = NO_PROGRESS;
  if (!job.source) throw new Error('no source');
  const run = { source: job.source, options: job.options, client: null, resume: null, signal: new AbortController().signal };
  for await (const event of rewrite(run)) progress = advance(progress, event);
  return { ...job, state: 'ready', progress };
}

describe('a paragraph corrected by hand', () => {
  it('is checked as the model’s text is, and is told to be by hand', async () => {
    const job = await composed();
    const wrong = 'La piscine de Rennes a coûté 99 millions d’euros.';
    const blocks = [{ kind: 'paragraph' as const, inlines: [{ text: wrong }] }];
    const { report } = edited(job, { kind: 'edit-section', section: 0, heading: null, blocks }, recheck).progress;
    const entry = report?.evidence.find((one) => one.sentence === wrong);
    expect(entry?.origin).toBe('hand');
    expect(report?.findings.some((finding) => finding.kind === 'number' && finding.excerpt.includes('99'))).toBe(true);
    expect(report?.words).not.toBe(job.progress.report?.words);
  });

  it('leaves the other sections’ sentences to who wrote them', async () => {
    const job = await composed();
    const { report } = edited(job, { kind: 'edit-section', section: 0, heading: null, blocks: [] }, recheck).progress;
    expect(report?.evidence.length).toBeGreaterThan(0);
    expect(new Set(report?.evidence.map((entry) => entry.origin))).toEqual(new Set(['floor']));
  });
});
