/** Every state of the interface, with data as real as it gets. */
import type { View } from '../../../components/view.ts';
import type { Capture } from '../../../utils/article/capture.ts';
import { htmlFromBlocks } from '../../../utils/article/html-writer.ts';
import type { ErrorCode } from '../../../utils/errors.ts';
import type { Change } from '../../../utils/jobs/change.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { newJob } from '../../../utils/jobs/new-job.ts';
import type { Surroundings } from '../../../utils/messages.ts';
import { NO_PROGRESS, type Progress, type SectionState } from '../../../utils/rewrite/progress.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { corruptedDraft, faithfulDraft, plantedFindings, reportOf, sourceBlocks } from './article.ts';

const STARTED = 1_795_000_000_000;

const capture: Capture = {
  ...{ editor: 'block', scope: 'blocks', html: htmlFromBlocks(sourceBlocks), blocks: sourceBlocks },
  ...{ title: 'Ukraine : le Kremlin dément avoir approché les États-Unis', postId: 12, postType: 'post', status: 'draft' },
  ...{ language: 'fr_FR', pageUrl: 'https://journal.example/wp-admin/post.php?post=12&action=edit' },
  fields: {
    ...{ title: 'Ukraine : le Kremlin dément avoir approché les États-Unis', slug: '', excerpt: '', tags: ['Ukraine'] },
    ...{ seoTitle: '', metaDescription: 'Ancienne description de l’article.', keyphrase: '' },
  },
  seoPlugin: 'yoast',
  handle: { kind: 'blocks', rootClientId: null, clientIds: ['a'], cut: null },
  fingerprint: 'f',
};

const provider = { id: 'mistral' as const, baseUrl: 'https://api.mistral.ai/v1', model: 'mistral-medium-latest' };
const surroundings: Surroundings = {
  provider: { id: 'mistral', model: provider.model, origin: 'https://api.mistral.ai', local: false },
  ...{ consentNeeded: false, minWords: 700, shortcut: 'Alt+Maj+R' },
};
const noModel: Surroundings = { ...surroundings, provider: null };

function job(change: Partial<Job>, of: Partial<Capture> = {}): Job {
  const base = newJob({
    id: 'j1',
    tabId: 7,
    now: STARTED,
    capture: { ...capture, ...of },
    settings: { ...DEFAULT_SETTINGS, provider },
  });
  return { ...base, ...change };
}

function view(
  change: Partial<Job> | null,
  error: ErrorCode | null = null,
  around = surroundings,
  of: Partial<Capture> = {},
): View {
  return {
    job: change && job({ ...change, ...(error && change.state !== 'idle' && { error: { code: error, detail: null } }) }, of),
    surroundings: around,
    error: error && { code: error, detail: null },
    connected: true,
  };
}

function withDetail(shown: View, detail: string): View {
  const error = shown.error && { ...shown.error, detail };
  return { ...shown, error, job: shown.job && { ...shown.job, error } };
}

/** Sections before `at` written, `at` being written, the rest floor. */
function writing(at: number): Progress {
  const draft = faithfulDraft();
  const state = (i: number): SectionState => (i < at ? 'written' : i === at ? 'writing' : 'floor');
  return {
    ...NO_PROGRESS,
    draft: { ...draft, fields: NO_PROGRESS.draft.fields, sections: draft.sections.slice(0, at + 3) },
    stage: { stage: 'writing', done: at, total: draft.sections.length },
    sections: draft.sections.slice(0, at + 3).map((_, i) => ({
      state: state(i),
      pending:
        i === at
          ? 'Le rapport comporte toutefois une réserve importante. Il note que les responsables américains ont déclaré'
          : '',
    })),
  };
}

function finished(corrupted: boolean, floorFrom = 9): Progress {
  const draft = corrupted ? corruptedDraft() : faithfulDraft();
  const report = reportOf(draft, corrupted ? plantedFindings() : [], (section) => (section >= floorFrom ? 'floor' : 'model'));
  return {
    ...NO_PROGRESS,
    ...{ draft, report, stage: { stage: 'checking', done: 1, total: 1 } },
    sections: draft.sections.map((_, i) => ({ state: i >= floorFrom ? ('floor' as const) : ('written' as const), pending: '' })),
    usage: { promptTokens: 14_230, completionTokens: 2_310, cachedTokens: 9_800, requests: 11, estimated: false },
  };
}

const ran = { startedAt: STARTED, finishedAt: STARTED + 38_400 };
const good = finished(false);
const flawed = finished(true);

/** On all sentences: two remarks, and one on a sentence that has gone since. */
function opinionsOn({ report }: Progress): Progress['secondLook'] {
  const sentences = report?.evidence.map((entry) => entry.sentence) ?? [];
  const of = (sentence: string, reason: string) => ({ sentence, reason, model: 'mistral-small-latest' });
  return {
    looked: [...sentences, 'Elle n’est plus là.'],
    opinions: [
      of(sentences[8] ?? '', 'La source rapporte une suggestion, la phrase en fait une certitude.'),
      of('Elle n’est plus là.', 'Sans objet.'),
      of(sentences[3] ?? '', 'La source ne dit pas que la question avait été abordée auparavant.'),
    ],
  };
}

const change = { made: true, state: 'ready' as const, error: null };

function stateOf({ plan, draft, sections, report }: Progress): Change['before'] {
  return { plan, sections: draft.sections, states: sections, report };
}

export const VIEWS: Record<string, View> = {
  connecting: { job: null, surroundings: null, error: null, connected: true },
  'not-editor': view(null, 'not_editor'),
  'nothing-to-rewrite': view(null, 'nothing_to_rewrite'),
  'no-model': view({ state: 'idle' }, 'no_model', noModel),
  start: view({ state: 'idle' }),
  'start-consent': view({ state: 'idle' }, null, { ...surroundings, consentNeeded: true }),
  'start-no-key': view({ state: 'idle' }, 'no_key'),
  capturing: view({ state: 'capturing' }),
  planning: view({
    state: 'planning',
    startedAt: Date.now() - 2000,
    progress: { ...NO_PROGRESS, stage: { stage: 'planning', done: 0, total: 1 } },
  }),
  writing: view({ state: 'writing', startedAt: Date.now() - 14_000, progress: writing(4) }),
  'waiting-retry': view({
    ...{ state: 'writing', startedAt: Date.now() - 14_000 },
    progress: { ...writing(4), retry: { attempt: 2, waitMs: 12_000, code: 'rate_limited' } },
  }),
  checking: view({ state: 'checking', startedAt: Date.now() - 30_000, progress: { ...good, report: null } }),
  repairing: view({
    state: 'repairing',
    startedAt: Date.now() - 33_000,
    progress: { ...flawed, stage: { stage: 'repairing', done: 1, total: 3 } },
  }),
  ready: view({ ...ran, state: 'ready', progress: good }),
  'ready-errors': view({ ...ran, state: 'ready', progress: flawed }),
  'ready-opinions': view({ ...ran, state: 'ready', progress: { ...good, secondLook: opinionsOn(good) } }),
  'ready-floor': view(
    { ...ran, state: 'ready', provider: null, progress: { ...finished(false, 0), usage: NO_PROGRESS.usage } },
    null,
    noModel,
  ),
  'ready-published': view({ ...ran, state: 'ready', progress: good }, null, surroundings, {
    status: 'publish',
    fields: { ...capture.fields, slug: 'kremlin-dement' },
  }),
  'ready-at-once': view({ ...ran, state: 'ready', progress: good }, null, surroundings, {
    seoPlugin: 'seopress',
    writesAtOnce: ['keyphrase'],
  }),
  'place-changed': withDetail(
    view({ ...ran, state: 'ready', progress: good }, 'place_changed'),
    capture.html.replace('Kremlin', 'Kremlin, jeudi,').replace('Bloomberg', 'l’agence Bloomberg'),
  ),
  'post-locked': withDetail(view({ ...ran, state: 'ready', progress: good }, 'post_locked'), 'Anne Dupont'),
  'session-expired': view({ ...ran, state: 'ready', progress: good }, 'session_expired'),
  restored: view({ ...ran, state: 'ready', progress: good, review: [{ kind: 'restored', at: STARTED, who: null }] }),
  changed: view({ ...ran, state: 'ready', progress: good, change: { ...change, before: stateOf(flawed) } }),
  'changed-nothing': view({ ...ran, state: 'ready', progress: flawed, change: { ...change, before: stateOf(flawed) } }),
  'fix-failed': view({ ...ran, state: 'ready', progress: flawed }, 'stalled'),
  'page-reloaded': view({ ...ran, state: 'ready', progress: good }, 'page_reloaded'),
  applied: view({
    ...{ ...ran, state: 'applied', progress: good },
    receipt: {
      ...{ mode: 'replace', verified: true, blocks: 24, bodyUndo: 'editor' },
      fields: [
        { field: 'title', outcome: 'written', undo: 'editor' },
        { field: 'slug', outcome: 'written', undo: 'editor' },
        { field: 'excerpt', outcome: 'written', undo: 'editor' },
        { field: 'seoTitle', outcome: 'written', undo: 'restore' },
        { field: 'metaDescription', outcome: 'written', undo: 'restore' },
      ],
      original: { editor: 'block', content: '', contentAfter: '', fields: capture.fields },
    },
  }),
  cancelled: view({ ...ran, state: 'cancelled', progress: { ...writing(5), stage: { stage: 'writing', done: 5, total: 12 } } }),
  failed: view({ ...ran, state: 'failed', progress: writing(4) }, 'stream_cut'),
  'failed-key': view({ ...ran, state: 'failed' }, 'bad_key'),
  'failed-origin': view({ ...ran, state: 'failed' }, 'origin_refused'),
  interrupted: view({ state: 'interrupted', startedAt: Date.now() - 60_000, progress: writing(3) }),
};
