import { describe, expect, it } from 'vitest';
import { edited } from '../../../utils/jobs/edit-job.ts';
import { insertionOf } from '../../../utils/jobs/insertion.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { surroundingsOf } from '../../../utils/jobs/surroundings.ts';
import { NO_PROGRESS } from '../../../utils/rewrite/progress.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { aJob } from '../../support/a-job.ts';

const paragraph = { kind: 'paragraph' as const, inlines: [{ text: 'Le texte.' }] };

function readyJob(change: Partial<Job> = {}): Job {
  return aJob({
    state: 'ready',
    progress: {
      ...NO_PROGRESS,
      draft: {
        title: 'Nouveau titre',
        titleVariants: [],
        fields: {
          seoTitle: 'SEO',
          metaDescription: 'Méta',
          slug: 'nouveau',
          excerpt: '',
          keyphrase: 'kremlin',
          tags: ['Russie'],
        },
        sections: [{ id: 'P1', form: 'body', heading: 'Sous-titre', level: 2, blocks: [paragraph] }],
      },
    },
    ...change,
  });
}

describe('an insertion', () => {
  it('carries the captured place, the body with its subheadings, and the accepted fields only', () => {
    const command = insertionOf(readyJob({ accepted: ['title', 'tags', 'excerpt'] }), false);
    expect(command).toMatchObject({
      kind: 'apply',
      mode: 'replace',
      force: false,
      fingerprint: 'f',
      blocks: [{ kind: 'heading', level: 2 }, paragraph],
    });
    // The excerpt is accepted but empty: nothing is written over what stands there.
    expect(command).toHaveProperty('fields', { title: 'Nouveau titre', tags: ['Russie'] });
  });

  it('is none while there is no text', () => {
    expect(insertionOf(aJob(), false)).toBeNull();
  });
});

describe('a change by hand', () => {
  it('touches one section and no other', () => {
    const next = edited(readyJob(), { kind: 'edit-section', section: 0, heading: 'Autre', blocks: [] });
    expect(next.progress.draft.sections).toEqual([
      { id: 'P1', form: 'body', heading: 'Autre', headingBy: 'hand', level: 2, blocks: [] },
    ]);
    const job = readyJob();
    expect(edited(job, { kind: 'edit-section', section: 5, heading: null, blocks: [] })).toBe(job);
  });

  it('is none when the same SEO scores are told again, or when there is no report to hold them', () => {
    const job = readyJob();
    expect(edited(job, { kind: 'seo', seo: [{ id: 'a', score: 9 }] })).toBe(job);
  });
});

describe('what a page is told of the provider', () => {
  const hosted = { id: 'mistral' as const, baseUrl: 'https://api.mistral.ai/v1', model: 'm' };

  it('asks for consent once per hosted provider', () => {
    const settings = { ...DEFAULT_SETTINGS, provider: hosted };
    expect(surroundingsOf(settings, null).consentNeeded).toBe(true);
    expect(surroundingsOf({ ...settings, consents: ['https://api.mistral.ai'] }, null).consentNeeded).toBe(false);
  });

  it('asks for none where nothing leaves the machine', () => {
    const local = { id: 'ollama' as const, baseUrl: 'http://127.0.0.1:11434/v1', model: 'm' };
    expect(surroundingsOf({ ...DEFAULT_SETTINGS, provider: local }, 'Alt+Maj+R')).toEqual({
      provider: { id: 'ollama', model: 'm', origin: 'http://127.0.0.1:11434', local: true },
      consentNeeded: false,
      minWords: 700,
      shortcut: 'Alt+Maj+R',
    });
  });
});
