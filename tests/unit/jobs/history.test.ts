import { describe, expect, it } from 'vitest';
import { exportName, historyJson, reviewJson, textFile } from '../../../utils/jobs/history-export.ts';
import { overLimit, type JobWeight } from '../../../utils/jobs/history-limit.ts';
import { editorUrl, entryOf, historyOf, matches, searchText } from '../../../utils/jobs/history.ts';
import { NO_PROGRESS } from '../../../utils/rewrite/progress.ts';
import { aCapture, aJob } from '../../support/a-job.ts';

const weight = (id: string, change: Partial<JobWeight> = {}): JobWeight => ({
  ...{ id, state: 'ready', createdAt: 0, bytes: 10 },
  ...change,
});

describe('the limit', () => {
  const limit = { rewrites: 3, bytes: 100 };

  it('takes the oldest out when there are too many', () => {
    expect(
      overLimit(
        ['e', 'd', 'c', 'b', 'a'].map((id) => weight(id)),
        limit,
      ),
    ).toEqual(['b', 'a']);
  });

  it('takes the oldest out when they are too big, and leaves no hole', () => {
    const jobs = [weight('c', { bytes: 60 }), weight('b', { bytes: 60 }), weight('a', { bytes: 10 })];
    expect(overLimit(jobs, limit)).toEqual(['b', 'a']);
  });

  it('never takes one that runs, nor the newest however big', () => {
    const jobs = [weight('c', { bytes: 500 }), weight('b', { state: 'writing' }), weight('a')];
    expect(overLimit(jobs, limit)).toEqual(['a']);
  });

  it('leaves all where all fit', () => {
    expect(overLimit([weight('b'), weight('a')], limit)).toEqual([]);
  });
});

const draft = { ...NO_PROGRESS.draft, title: 'L’Œuvre d’Éric saluée à Cannes' };
const cannes = aJob({ id: 'cannes', startedAt: 5, progress: { ...NO_PROGRESS, draft } });

describe('the list', () => {
  it('has what was started, newest first', () => {
    const jobs = [aJob({ id: 'old', startedAt: 1 }), aJob({ id: 'waiting' }), aJob({ id: 'new', startedAt: 9 })];
    expect(historyOf(jobs).map((job) => job.id)).toEqual(['new', 'old']);
  });

  it('names a rewrite by its draft, else by its post', () => {
    expect(entryOf(cannes).title).toBe('L’Œuvre d’Éric saluée à Cannes');
    expect(entryOf(aJob()).title).toBe('Ukraine : le Kremlin dément');
  });

  it('is searched in title, source, site and model, whatever the accents and capitals', () => {
    const text = searchText(cannes);
    for (const typed of ['oeuvre ERIC', 'kremlin mardi', 'localhost:8080', 'm', '  ']) expect(matches(text, typed)).toBe(true);
    expect(matches(text, 'oeuvre introuvable')).toBe(false);
  });
});

describe('the address of the post', () => {
  const withCapture = (change: Parameters<typeof aCapture>[0]) => editorUrl(aJob({ capture: aCapture(change) }));

  it('is its edit page, also for one that was new when it was read', () => {
    const pageUrl = 'https://journal.example/wp-admin/post-new.php';
    expect(withCapture({ postId: 31, pageUrl })).toBe('https://journal.example/wp-admin/post.php?post=31&action=edit');
  });

  it('is none where the post has no number, or the page no web address', () => {
    expect(withCapture({ postId: 0 })).toBeNull();
    expect(withCapture({ pageUrl: 'javascript:alert(1)//' })).toBeNull();
  });
});

describe('the export', () => {
  const by = { at: Date.UTC(2026, 10, 24, 16), who: 'Claire Martin' };
  const provider = { id: 'custom' as const, baseUrl: 'https://u:sk-secret-1@llm.example/v1?key=sk-secret-2', model: 'm' };

  it('has source, draft, model and times, and says who made it', () => {
    const parsed: unknown = JSON.parse(historyJson([aJob({ ...cannes, provider })], by));
    expect(parsed).toMatchObject({
      ...{ format: 'reecrire-seo/history', version: 1, exported: '2026-11-24T16:00:00.000Z', exportedBy: 'Claire Martin' },
      rewrites: [
        {
          id: 'cannes',
          model: { provider: 'custom', model: 'm', endpoint: 'https://llm.example/v1' },
          source: { texts: [{ html: '<p>Le Kremlin a démenti mardi.</p>' }] },
          draft: { title: 'L’Œuvre d’Éric saluée à Cannes' },
          post: { id: 12, url: 'http://localhost:8080/wp-admin/post.php?post=12&action=edit' },
        },
      ],
    });
  });

  it('holds no key: none from an address, from an error, from a field that it does not know', () => {
    const job = Object.assign(aJob({ provider, error: { code: 'bad_key', detail: 'Incorrect API key: sk-secret-3' } }), {
      apiKey: 'sk-secret-4',
    });
    expect(historyJson([job], by)).not.toContain('sk-secret');
    expect(reviewJson(job, by)).not.toContain('sk-secret');
    expect(historyJson([job], by)).toContain('bad_key');
  });

  it('has a model’s opinions on sentences that stand, and on no other', () => {
    const place = { section: 0, block: 0, item: 0, start: 0, end: 1 };
    const evidence = [{ sentence: 'Il dort.', sources: ['F1'], status: 'supported' as const, origin: 'model' as const, place }];
    const report = {
      ...{ words: 2, facts: [], evidence, findings: [], notices: [], seo: [] },
      ...{ copied: { sentences: 0, longestRun: 0 }, origin: { model: 2, floor: 0 } },
    };
    const of = (sentence: string) => ({ sentence, reason: 'la source dit le contraire', model: 'm' });
    const secondLook = { looked: ['Il dort.', 'Il part.'], opinions: [of('Il part.'), of('Il dort.')] };
    const job = aJob({ progress: { ...cannes.progress, report, secondLook } });
    expect(JSON.parse(historyJson([job], by))).toMatchObject({
      rewrites: [{ modelOpinions: { sentencesRead: 1, opinions: [of('Il dort.')] } }],
    });
    expect(historyJson([cannes], by)).not.toContain('modelOpinions');
  });

  it('is the text alone as well, as Markdown and as a page of its own, with nothing that a browser runs', () => {
    const blocks = [{ kind: 'paragraph' as const, inlines: [{ text: 'Selon <script>alert(1)</script>, *rien*.' }] }];
    const sections = [{ id: 'P1', form: 'body' as const, heading: 'Le <b>prix</b>', level: 2 as const, blocks }];
    const given = { ...draft, title: 'Éric & <i>Cannes</i>', sections };
    expect(textFile(given, 'md')).toBe(
      '# Éric & \\<i>Cannes\\</i>\n\n## Le \\<b>prix\\</b>\n\nSelon \\<script>alert(1)\\</script>, \\*rien\\*.\n',
    );
    const page = textFile(given, 'html');
    expect(page).toContain('<title>Éric &amp; &lt;i&gt;Cannes&lt;/i&gt;</title>');
    expect(page).toContain('<h1>Éric &amp; &lt;i&gt;Cannes&lt;/i&gt;</h1>\n<h2>');
    expect(page.match(/<[a-z]+\d?/gu)).toEqual(['<html', '<meta', '<title', '<h1', '<h2', '<p']);
  });

  it('is named after its day and its article, with nothing that a file system minds', () => {
    expect(exportName('releve', by.at, 'ukraine/../kremlin')).toBe('reecrire-seo-releve-2026-11-24-ukrainekremlin.json');
    expect(exportName('', by.at, '')).toBe('reecrire-seo-2026-11-24.json');
    expect(exportName('', by.at, 'a', 'md')).toBe('reecrire-seo-2026-11-24-a.md');
  });
});
