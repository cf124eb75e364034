/** A job and a capture for unit tests, complete and unremarkable. */
import type { Capture } from '../../utils/article/capture.ts';
import type { Job } from '../../utils/jobs/job.ts';
import { newJob } from '../../utils/jobs/new-job.ts';
import { DEFAULT_SETTINGS } from '../../utils/settings.ts';

export function aCapture(change: Partial<Capture> = {}): Capture {
  return {
    editor: 'block',
    scope: 'blocks',
    html: '<p>Le Kremlin a démenti mardi.</p>',
    blocks: [{ kind: 'paragraph', inlines: [{ text: 'Le Kremlin a démenti mardi.' }] }],
    title: 'Ukraine : le Kremlin dément',
    postId: 12,
    postType: 'post',
    status: 'draft',
    language: 'fr_FR',
    pageUrl: 'http://localhost:8080/wp-admin/post.php?post=12&action=edit',
    fields: { title: 'x', slug: 'x', excerpt: '', tags: [], seoTitle: null, metaDescription: null, keyphrase: null },
    seoPlugin: null,
    handle: { kind: 'blocks', rootClientId: null, clientIds: ['a'], cut: null },
    fingerprint: 'f',
    ...change,
  };
}

export function aJob(change: Partial<Job> = {}): Job {
  const settings = { ...DEFAULT_SETTINGS, provider: { id: 'custom' as const, baseUrl: 'http://127.0.0.1:1/v1', model: 'm' } };
  return { ...newJob({ id: 'j1', tabId: 7, now: 1000, capture: aCapture(), settings }), ...change };
}
