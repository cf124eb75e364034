import { describe, expect, it } from 'vitest';
import { newJob, postKeyOf } from '../../../utils/jobs/new-job.ts';
import { normalise } from '../../../utils/jobs/normalise.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { aCapture } from '../../support/a-job.ts';

const job = (change: Parameters<typeof aCapture>[0]) =>
  newJob({ id: 'j', tabId: 3, now: 5, capture: aCapture(change), settings: DEFAULT_SETTINGS });

describe('a new job', () => {
  it('waits, and proposes the fields that this editor has', () => {
    expect(job({})).toMatchObject({
      state: 'idle',
      startedAt: null,
      accepted: ['title', 'slug', 'excerpt', 'tags'],
      insertMode: 'replace',
    });
  });

  it.each(['publish', 'future', 'private'])('does not propose a new slug for a post that is « %s »', (status) => {
    expect(job({ status }).accepted).toEqual(['title', 'excerpt', 'tags']);
  });

  it('does not propose a field that its plugin would store at once', () => {
    const fields = { ...aCapture().fields, seoTitle: '', keyphrase: '' };
    expect(job({ fields, writesAtOnce: ['keyphrase'] }).accepted).toEqual(['title', 'seoTitle', 'slug', 'excerpt', 'tags']);
  });

  it('proposes no field for a few words inside a paragraph', () => {
    expect(job({ scope: 'range' }).accepted).toEqual([]);
  });

  it('proposes to write the whole post anew when the whole post was taken', () => {
    expect(job({ scope: 'post' }).insertMode).toBe('post');
  });
});

describe('postKeyOf', () => {
  it('is the same for a post from its first save on', () => {
    const fresh = aCapture({ pageUrl: 'https://site.fr/wp-admin/post-new.php' });
    const saved = aCapture({ pageUrl: 'https://site.fr/wp-admin/post.php?post=12&action=edit' });
    expect(postKeyOf(fresh, 1)).toBe(postKeyOf(saved, 2));
  });

  it('tells two posts, two sites and two unsaved posts apart', () => {
    const keys = [
      postKeyOf(aCapture(), 1),
      postKeyOf(aCapture({ postId: 13 }), 1),
      postKeyOf(aCapture({ pageUrl: 'https://autre.fr/wp-admin/post.php' }), 1),
      postKeyOf(aCapture({ postId: 0 }), 1),
      postKeyOf(aCapture({ postId: 0 }), 2),
    ];
    expect(new Set(keys).size).toBe(5);
  });
});

describe('normalise', () => {
  it('gives one source, without what is no text, nor the address of the admin page', () => {
    const capture = aCapture();
    const article = normalise({ ...capture, blocks: [...capture.blocks, { kind: 'kept', name: 'core/image', ref: 'b' }] });
    expect(article.siteLanguage).toBe('fr-FR');
    expect(article.sources).toEqual([
      { id: 'S1', kind: 'selection', title: capture.title, url: null, date: null, blocks: capture.blocks },
    ]);
  });

  it('finds words in lists and quotations as well', () => {
    const item = { inlines: [], list: { ordered: false, items: [{ inlines: [{ text: 'mot' }] }] } };
    expect(normalise(aCapture({ blocks: [{ kind: 'list', ordered: false, items: [item] }] })).sources).toHaveLength(1);
    expect(normalise(aCapture({ blocks: [{ kind: 'quote', paragraphs: [[{ text: 'mot' }]] }] })).sources).toHaveLength(1);
  });

  it('refuses what has no word', () => {
    const blocks = [
      { kind: 'paragraph' as const, inlines: [{ text: ' … ' }] },
      { kind: 'kept' as const, name: 'core/image', ref: 'b' },
    ];
    expect(() => normalise(aCapture({ blocks }))).toThrow('nothing_to_rewrite');
  });
});
