/**
 * The worker killed at each stage of a rewrite, in a real Chromium, under an open popup that nobody touches (with nobody
 * looking: `job-lifetime.test.ts`). The model server, or the page, holds the stage until the worker is dead. Planning and
 * repairing are asked of a model by a hosted provider's name, sections one by one by a local one's. The last test prints
 * the table of docs/chaos.md.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, HOSTED_NAME, launchExtensionBrowser } from './extension-browser.ts';
import { setUpModel } from './extension-options.ts';
import { byTestId, click, stateOf, until, seenState, untilState, type View, wordsOf } from './extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from './flow-editors.ts';
import { insertDraft, previewLines, startRewrite, writtenLines } from './flow-steps.ts';
import { askedTwice, questionOf, saveLocalModel } from './job-tools.ts';
import { type LlmRequest, type LlmServer, type Script, startLlmServer } from './llm-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';
import { startWordPress, type WordPressSite } from './wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });

type Where = 'hosted' | 'local';

export interface Stage {
  stage: string;
  where: Where;
  /** Its answer stops half way, until the worker is dead. */
  holds: (request: LlmRequest, popup: View, nth: number) => boolean | Promise<boolean>;
}

/** In the prompt for title and fields. */
const WORDS_FIELDS = 'ne rends qu’un objet JSON';

export const STAGES: readonly Stage[] = [
  { stage: 'planning', where: 'hosted', holds: ({ prompt }) => prompt.includes('Rends un objet JSON') },
  { stage: 'in the middle of section 1', where: 'local', holds: (_request, _popup, nth) => nth === 1 },
  { stage: 'in the middle of section 4', where: 'local', holds: (_request, _popup, nth) => nth === 4 },
  // Of the same form while sections are still written: single sentences, asked once more.
  {
    ...{ stage: 'repairing', where: 'hosted' },
    holds: ({ prompt }, popup) => prompt.includes('Récris en français') && seenState(popup, 'repairing', 1500),
  },
  { stage: 'wording title and fields', where: 'local', holds: ({ prompt }) => prompt.includes(WORDS_FIELDS) },
];

export function killSuite(kind: BrowserKind, stages: readonly Stage[]): void {
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;
  let options: View;
  /** The request that is held, of those of the present test. */
  const nth = (request: LlmRequest): number => model.requests.indexOf(request) + 1;

  beforeAll(async () => {
    [app, site, model] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: ['http://127.0.0.1/*', `http://${HOSTED_NAME}/*`] }),
      startWordPress(),
      startLlmServer(fast()),
    ]);
    options = await app.openExtensionPage('options.html');
    await setUpModel(options, { provider: 'custom', baseUrl: urlOf('hosted'), model: 'modele-de-test', apiKey: 'sk-de-test' });
  });
  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close()]);
  });
  beforeEach(() => {
    model.answerWith(fast());
    model.requests.length = 0;
  });

  // An extension takes it for another machine, and treats a hosted provider otherwise than a local server.
  const urlOf = (where: Where): string => (where === 'hosted' ? model.url.replace('127.0.0.1', HOSTED_NAME) : model.url);

  async function openPost(): Promise<{ page: Page; popup: View }> {
    const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: 'block' });
    const page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await editor.open(page, site, id);
    await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
    const popup = await app.openPopup(page);
    await untilState(popup, 'idle');
    return { page, popup };
  }

  const table = [
    '| worker killed while | model | answered by then | asked again of these | lines written by then | lost of these | words at the end |',
    '|---|---|---|---|---|---|---|',
  ];

  describe('a background killed', () => {
    let page: Page;
    let popup: View;

    beforeAll(async () => {
      ({ page, popup } = await openPost());
    });
    afterAll(async () => {
      await popup?.close();
      await page?.close();
      console.log(table.join('\n'));
    });

    test.each(stages)('$stage goes on alone, asks nothing answered again, and keeps what was written', async (at) => {
      await newJob(popup, at.where);
      const recorded = remembering(fast());
      let held: LlmRequest | null = null;
      model.answerWith(async (request) => {
        const answer = await recorded(request);
        if (held || !(await at.holds(request, popup, nth(request)))) return answer;
        held = request;
        return { ...answer, stallAfter: Math.floor((answer.text?.length ?? 0) / 2) };
      });
      await startRewrite(popup);
      await until(
        // What else is under way comes to its end.
        () => Promise.resolve(held && model.requests.every((request) => request === held || request.over) && isHeld(held)),
        60_000,
        () => `request that is held (${model.requests.length} asked)`,
      );
      const { again, lost, words } = await killedAndBack(at.stage, at.where, recorded);
      expect(again).toEqual([]);
      expect(lost).toEqual([]);
      expect(words).toBeGreaterThanOrEqual(700);
    });

    test('checking goes on alone, asks nothing answered again, and keeps what was written', async () => {
      await newJob(popup, 'local');
      const recorded = remembering(fast());
      // What is asked from then on is under way when the worker dies, and may be asked again.
      model.answerWith(async (request) => {
        const answer = await recorded(request);
        const late = request.prompt.includes(WORDS_FIELDS) || ['checking', 'repairing'].includes((await stateOf(popup)) ?? '');
        return late ? { ...answer, stallAfter: Math.floor((answer.text?.length ?? 0) / 2) } : answer;
      });
      const checking = seenState(popup, 'checking', 60_000);
      await startRewrite(popup);
      expect(await checking).toBe(true);
      const { again, lost, words } = await killedAndBack('checking', 'local', recorded);
      expect(again).toEqual([]);
      expect(lost).toEqual([]);
      expect(words).toBeGreaterThanOrEqual(700);
    });

    async function killedAndBack(stage: string, where: Where, recorded: Script) {
      const answered = model.requests.filter((request) => request.over).length;
      const written = await writtenLines(popup);
      await app.killBackground();
      model.answerWith(recorded);
      await untilState(popup, 'ready');
      const again = askedTwice(model.requests);
      const lines = new Set(await previewLines(popup));
      const lost = written.filter((line) => !lines.has(line));
      const words = await wordsOf(popup);
      table.push(`| ${[stage, where, answered, again.length, written.length, lost.length, words].join(' | ')} |`);
      return { again, lost, words };
    }

    test('after the text was written into the post, and before it could be told, tells it and inserts no second time', async () => {
      await newJob(popup, 'local');
      await startRewrite(popup);
      await untilState(popup, 'ready');
      const lines = await previewLines(popup);
      // The page writes, and then takes its time before it answers.
      await page.evaluate(() => {
        const actions = (
          globalThis as unknown as { wp: { data: { dispatch(name: string): Record<string, Edit> } } }
        ).wp.data.dispatch('core/editor');
        type Edit = (edits: object) => Promise<unknown>;
        const edit = actions['editPost'];
        actions['editPost'] = async (edits) => {
          const done = await edit?.(edits);
          Object.assign(globalThis, { wrote: true });
          await new Promise((resolve) => setTimeout(resolve, 4000));
          return done;
        };
      });
      const before = await editor.read(page);
      const inserting = insertDraft(popup).catch(() => undefined);
      await until(
        () => page.evaluate(() => Reflect.get(globalThis, 'wrote') === true),
        20_000,
        () => 'writing',
      );
      await app.killBackground();
      await inserting;
      await untilState(popup, 'applied');
      const after = await editor.read(page);
      expect(after).not.toBe(before);
      expect(after.split(lines[0] ?? '—').length - 1).toBe(1);
      await click(popup, 'restore');
      await untilState(popup, 'ready');
      expect(await editor.read(page)).toBe(before);
      expect(await stateOf(popup)).toBe('ready');
    });
  });

  /** A new job for the post that is open, with a model that is asked as one of there. */
  async function newJob(popup: View, where: Where): Promise<void> {
    await saveLocalModel(options, urlOf(where));
    if ((await stateOf(popup)) !== 'idle') await popup.click(byTestId('restart'));
    await untilState(popup, 'idle');
  }
}

/** The same question gets the same answer again. */
function remembering(script: Script): Script {
  const given = new Map<string, ReturnType<Script>>();
  return (request) => {
    const question = questionOf(request);
    const answer = given.get(question) ?? script(request);
    given.set(question, answer);
    return answer;
  };
}

/** It has stopped half way, and the job was put away since. */
function isHeld(request: LlmRequest): boolean {
  const last = request.writes.at(-1);
  return last !== undefined && performance.now() - last > 300;
}
