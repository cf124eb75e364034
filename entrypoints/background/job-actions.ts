/** What a page may ask of its job. Everything but the rewrite itself ends in a change of the job, told to all who watch. */
import { needsModel, remedyOf } from '../../utils/checks/remedy.ts';
import type { Engine } from '../../utils/engine.ts';
import { CodedError } from '../../utils/errors.ts';
import { RUNNING_STATES, type Job } from '../../utils/jobs/job.ts';
import type { JobRunner, SmallRequest } from '../../utils/jobs/job-runner.ts';
import type { PageToBackground } from '../../utils/messages.ts';
import { changeSettings, readSettings } from '../../utils/settings-store.ts';
import type { Settings } from '../../utils/settings.ts';
import { edited, type Edit } from '../../utils/jobs/edit-job.ts';
import { engine } from './engine.ts';
import type { OnDemandInput } from '../../utils/rewrite/on-demand.ts';
import type { RewriteEvent } from '../../utils/rewrite/progress.ts';
import { insertJob, restoreJob, revealJob } from './editor-actions.ts';
import { surroundingsOf } from '../../utils/jobs/surroundings.ts';

type JobMessage = Exclude<PageToBackground, { kind: 'open' | 'restart' | 'start' | 'consent' }>;

/**
 * Starts a job that waits, with the settings as they are now. Does nothing for one that has begun.
 * @throws CodedError `no_model`
 */
export async function startJob(
  runner: JobRunner,
  job: Job,
  how: { keyphrase: string; note: string; withoutModel: boolean },
): Promise<void> {
  if (job.startedAt !== null || job.source === null) return;
  const settings = await readSettings();
  if (!how.withoutModel) {
    if (settings.provider === null) throw new CodedError('no_model');
    // The page asks first; this holds whatever a page does.
    if (surroundingsOf(settings, null).consentNeeded) return;
  }
  await runner.change(job.id, (old) => ({
    ...old,
    provider: how.withoutModel ? null : settings.provider,
    options: { ...settings.options, keyphrase: how.keyphrase.trim(), note: how.note.trim() },
  }));
  await runner.start(job.id, { withoutModel: how.withoutModel });
}

export const actOn = {
  async consent(origin: string): Promise<Settings> {
    return changeSettings((settings) => ({ ...settings, consents: [...new Set([...settings.consents, origin])] }));
  },

  async job(runner: JobRunner, id: string, message: JobMessage): Promise<void> {
    switch (message.kind) {
      case 'cancel':
        return runner.cancel(id);
      case 'retry-now':
        return runner.hurry(id);
      case 'retry':
        return retry(runner, id, message.withoutModel);
      case 'insert':
        return insertJob(runner, id, message.force);
      case 'restore':
        return restoreJob(runner, id, message.force);
      case 'reveal':
        return revealJob(runner, id);
      case 'fix':
        return fix(runner, id, message.finding);
      case 'rewrite-section':
        return askModel(runner, id, ({ rewriteSection }, input) => rewriteSection(input, message.section));
      case 'second-look':
        return askModel(runner, id, ({ secondLook }, input, model) => secondLook(input, model), { onlyLooks: true });
      default:
        return edit(runner, id, message);
    }
  },
};

/** With the provider of now: a wrong key or an empty account is put right in the options. */
async function retry(runner: JobRunner, id: string, withoutModel: boolean): Promise<void> {
  const { provider } = await readSettings();
  const job = await runner.load(id);
  if (!job || RUNNING_STATES.includes(job.state)) return;
  if (!withoutModel) {
    if (provider === null) throw new CodedError('no_model');
    await runner.change(id, (old) => ({ ...old, provider }));
  }
  await runner.start(id, { withoutModel });
}

async function fix(runner: JobRunner, id: string, finding: number): Promise<void> {
  const report = (await runner.load(id))?.progress.report;
  const found = report?.findings[finding];
  const remedy = found && remedyOf(found, report);
  if (!remedy) return;
  const work: Small = ({ fixFinding }, input) => fixFinding(input, finding);
  if (needsModel(remedy)) return askModel(runner, id, work);
  return runner.ask(id, { withoutModel: true, work: smallWork(work, '') });
}

type Small = (engine: Engine, input: OnDemandInput, model: string) => AsyncIterable<RewriteEvent>;

/** With the provider of now, which is the job's from then on where it may write. */
async function askModel(runner: JobRunner, id: string, work: Small, { onlyLooks = false } = {}): Promise<void> {
  const settings = await readSettings();
  const { provider } = settings;
  const job = await runner.load(id);
  if (!job || RUNNING_STATES.includes(job.state)) return;
  if (provider === null) throw new CodedError('no_model');
  if (surroundingsOf(settings, null).consentNeeded) return;
  if (!onlyLooks) await runner.change(id, (old) => ({ ...old, provider }));
  const looksWith = onlyLooks ? provider : undefined;
  await runner.ask(id, { withoutModel: false, looksWith, work: smallWork(work, provider.model) });
}

function smallWork(work: Small, model: string): SmallRequest['work'] {
  return async function* ({ source, options, progress }, client, signal) {
    if (source) yield* work(await engine(), { source, options, progress, client, signal }, model);
  };
}

/** A draft that a model is writing at is not edited: the two would overwrite one another. */
async function edit(runner: JobRunner, id: string, message: Edit): Promise<void> {
  const job = await runner.load(id);
  const asked = message.kind === 'accept' || message.kind === 'insert-mode';
  if (!job || (!asked && RUNNING_STATES.includes(job.state))) return;
  const check = message.kind === 'edit-section' ? (await engine()).recheck : null;
  const next = edited(job, message, check);
  if (next !== job) await runner.change(id, (now) => edited(now, message, check));
}
