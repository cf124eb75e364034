import { cleanup, fireEvent, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { View } from '../../components/view.ts';
import type { Job } from '../../utils/jobs/job.ts';
import { VIEWS } from '../e2e/gallery/views.ts';
import { missing } from './missing.ts';
import { showApp } from './render-app.tsx';

afterEach(cleanup);

function view(name: string): View {
  return VIEWS[name] ?? missing(`no view ${name}`);
}

function withJob(name: string, change: Partial<Job>): View {
  const { job, ...rest } = view(name);
  return { ...rest, job: job && { ...job, ...change } };
}

const value = (element: HTMLElement) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : null;
const isDisabled = (element: HTMLElement) => element.matches(':disabled');

describe('before the start', () => {
  test('« Réécrire » sends the keyphrase and the note', async () => {
    const app = showApp(view('start'));
    fireEvent.input(await app.byTestId('ask-keyphrase'), { target: { value: ' guerre en Ukraine ' } });
    fireEvent.input(await app.byTestId('ask-note'), { target: { value: 'sobre' } });
    fireEvent.click(await app.byTestId('start'));
    expect(app.sent).toEqual([{ kind: 'start', keyphrase: 'guerre en Ukraine', note: 'sobre', withoutModel: false }]);
  });

  test('a provider not met before: what leaves is said, and the start says that it was read', async () => {
    const app = showApp(view('start-consent'));
    const start = await app.byTestId('start');
    expect(app.container.textContent).toContain('Mistral AI (France)');
    fireEvent.click(start);
    expect(app.sent.map((one) => one.kind)).toEqual(['consent', 'start']);
  });

  test('composing without a model asks no consent', async () => {
    const app = showApp(view('start-consent'));
    fireEvent.click(await app.byTestId('compose-without-model'));
    expect(app.sent).toEqual([{ kind: 'start', keyphrase: '', note: '', withoutModel: true }]);
  });

  test('without a model there are three ways, and the third works at once', async () => {
    const app = showApp(view('no-model'));
    expect((await app.byTestId('error')).dataset['code']).toBe('no_model');
    fireEvent.click(await app.byTestId('card-key'));
    fireEvent.click(await app.byTestId('card-local'));
    fireEvent.click(await app.byTestId('compose-without-model'));
    expect(app.opened).toEqual(['key', 'local']);
    expect(app.sent).toEqual([{ kind: 'start', keyphrase: '', note: '', withoutModel: true }]);
    expect(app.all('start')).toEqual([]);
  });

  test.each([
    ['not-editor', 'not_editor'],
    ['nothing-to-rewrite', 'nothing_to_rewrite'],
  ])('%s is idle, says its code and offers to read again', async (name, code) => {
    const app = showApp(view(name));
    expect((await app.byTestId('error')).dataset['code']).toBe(code);
    expect((await app.byTestId('job')).dataset['state']).toBe('idle');
    fireEvent.click((await app.byTestId('error')).querySelector('button') ?? missing());
    expect(app.sent).toEqual([{ kind: 'restart' }]);
  });
});

describe('while it is written', () => {
  test('text not through the gate stands apart from text that has passed', async () => {
    const app = showApp(view('writing'));
    const preview = await app.byTestId('preview');
    const pending = preview.querySelector('.pending');
    expect(pending?.textContent).toContain('Le rapport comporte toutefois une réserve importante.');
    expect(pending?.closest('[data-section-state]')?.getAttribute('data-section-state')).toBe('writing');
  });

  test('sections that code composed carry their mark', async () => {
    const app = showApp(view('writing'));
    const floor = (await app.byTestId('preview')).querySelector('[data-section-state="floor"] .block.from-floor');
    expect(floor?.getAttribute('title')).toBe('Composé à partir de la source');
  });

  test('the word count tells words and target', async () => {
    const count = await showApp(view('writing')).byTestId('word-count');
    expect(Number(count.dataset['words'])).toBeGreaterThan(100);
    expect(count.dataset['target']).toBe('700');
  });

  test('Escape stops the writing, and nothing can be inserted meanwhile', async () => {
    const app = showApp(view('writing'));
    expect(isDisabled(await app.byTestId('insert'))).toBe(true);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(app.sent).toEqual([{ kind: 'cancel' }]);
  });

  test('the report of the floor says nothing of the text that took its place', async () => {
    const { progress } = view('writing').job ?? missing();
    const app = showApp(
      withJob('writing', { progress: { ...progress, report: view('ready-errors').job?.progress.report ?? null } }),
    );
    const preview = await app.byTestId('preview');
    await app.byTestId('field-title');
    expect(app.all('finding')).toEqual([]);
    const shown = [...preview.querySelectorAll('[data-sentence]')].map((one) => one.textContent);
    const sentences = progress.draft.sections
      .flatMap((one) => one.blocks)
      .map((block) => JSON.stringify(block))
      .join('');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((text) => !sentences.includes(text.slice(0, 20)))).toEqual([]);
    expect(shown).not.toContain('Le rapport cite trois personnes ayant des liens étroits avec le Kremlin.');
  });

  test('the wait before another try counts down to its end, also in a popup opened meanwhile', () => {
    const { progress } = view('waiting-retry').job ?? missing();
    const retry = { attempt: 2, waitMs: 90_000, until: Date.now() + 12_000, code: 'rate_limited' };
    const app = showApp(withJob('waiting-retry', { progress: { ...progress, retry } }));
    expect(app.container.textContent).toMatch(/Nouvel essai dans 1[12]\Ds \(essai 2\)/u);
  });

  test('the wait before another try can be cut short', async () => {
    const app = showApp(view('waiting-retry'));
    fireEvent.click(
      [...app.container.querySelectorAll('button')].find((one) => one.textContent === 'Réessayer maintenant') ?? missing(),
    );
    expect(app.sent).toEqual([{ kind: 'retry-now' }]);
  });
});

describe('when it is ready', () => {
  test('every seam is in the document, whichever tab is open', async () => {
    const app = showApp(view('ready-errors'));
    await app.byTestId('field-title');
    const fields = ['title', 'seo-title', 'meta-description', 'slug', 'excerpt', 'keyphrase', 'tags'];
    const ids = [
      'preview',
      'evidence',
      'word-count',
      'insert',
      'insert-mode',
      'copy-html',
      'copy-markdown',
      'finding',
      'fix',
      'seo-check',
    ];
    const all = [...ids, ...fields.flatMap((field) => [`field-${field}`, `accept-${field}`])];
    expect(all.filter((id) => app.all(id).length === 0)).toEqual([]);
  });

  test('« Insérer » asks once about open errors, then inserts', async () => {
    const app = showApp(view('ready-errors'));
    fireEvent.click(await app.byTestId('insert'));
    expect(app.sent).toEqual([]);
    fireEvent.click(await app.byTestId('insert-confirm'));
    expect(app.sent).toEqual([{ kind: 'insert', force: false }]);
  });

  test('without an open error, Ctrl+Enter inserts at once', async () => {
    const app = showApp(view('ready'));
    await app.byTestId('field-title');
    fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true });
    expect(app.sent).toEqual([{ kind: 'insert', force: false }]);
  });

  test('a sentence under the pointer shows the source sentence that carries it', async () => {
    const app = showApp(view('ready'));
    const preview = await app.byTestId('preview');
    const report = view('ready').job?.progress.report ?? missing();
    const index = report.evidence.findIndex((one) => one.sentence.startsWith('Selon Bloomberg'));
    fireEvent.mouseOver(preview.querySelector(`[data-sentence="${index}"]`) ?? missing());
    const evidence = await app.byTestId('evidence');
    await waitFor(() => expect(evidence.textContent).toContain('via des canaux indirects'));
    expect(evidence.dataset['status']).toBe('supported');
  });

  test('a finding can be fixed, kept and seen', async () => {
    const app = showApp(view('ready-errors'));
    await app.byTestId('field-title');
    fireEvent.click(app.all('fix')[0] ?? missing());
    fireEvent.click(app.all('keep')[0] ?? missing());
    expect(app.sent).toEqual([{ kind: 'fix', finding: 0 }]);
    expect([...app.kept]).toEqual([['link|https://www.bloomberg.com/politics|', true]]);
  });

  test('« Corriger » stands where something would be done, and by whom there is to do it', async () => {
    const { job, surroundings, ...rest } = view('ready-errors');
    const report = job?.progress.report ?? missing();
    const sentence = 0;
    const { sentence: text = '' } = report.evidence[0] ?? missing();
    const finding = { severity: 'warning' as const, excerpt: text.slice(0, 12), message: 'm' };
    const findings = [
      { ...finding, kind: 'number' as const, sentence },
      { ...finding, kind: 'quote-altered' as const, sentence, source: 'mots' },
      { ...finding, kind: 'undated' as const, sentence },
      { ...finding, kind: 'seo' as const },
      { ...finding, kind: 'length' as const, excerpt: '' },
      { ...finding, kind: 'lost' as const, excerpt: '', source: 'une citation perdue' },
      { ...finding, kind: 'lost' as const, excerpt: '', source: 'https://example.com/' },
    ];
    const fixable = (model: boolean) => {
      const progress = { ...(job ?? missing()).progress, report: { ...report, findings } };
      const around = surroundings && { ...surroundings, provider: model ? surroundings.provider : null };
      const app = showApp({ ...rest, job: job && { ...job, progress }, surroundings: around });
      return app.byTestId('field-title').then(() => {
        const kinds = app
          .all('finding')
          .flatMap((one) => (one.querySelector('[data-testid="fix"]') ? [one.dataset['kind']] : []));
        cleanup();
        return kinds;
      });
    };
    expect(await fixable(true)).toEqual(['number', 'quote-altered', 'length', 'lost']);
    expect(await fixable(false)).toEqual(['quote-altered', 'lost']);
  });

  test('what a small request has changed is shown, old and new, to be undone or kept', async () => {
    const app = showApp(view('changed'));
    const banner = await app.byTestId('change');
    const words = (tag: string) => [...banner.querySelectorAll(tag)].map((one) => one.textContent).join(' ');
    expect(words('del')).not.toBe('');
    expect(words('ins')).not.toBe('');
    fireEvent.click(await app.byTestId('change-undo'));
    fireEvent.click(await app.byTestId('change-keep'));
    expect(app.sent).toEqual([
      { kind: 'change', keep: false },
      { kind: 'change', keep: true },
    ]);
  });

  test('a small request of which nothing came says so', async () => {
    const app = showApp(view('changed-nothing'));
    expect((await app.byTestId('change')).textContent).toContain('le texte est resté le même');
    expect(app.all('change-undo')).toEqual([]);
  });

  test('a small request that failed tells its code, keeps the text, and does not begin the rewrite again', async () => {
    const app = showApp(view('fix-failed'));
    expect((await app.byTestId('error')).dataset['code']).toBe('stalled');
    expect(app.all('retry')).toEqual([]);
    fireEvent.click(await app.byTestId('dismiss'));
    expect(app.sent).toEqual([{ kind: 'change', keep: true }]);
  });

  test('a second opinion is asked for by hand, with its price said before', async () => {
    const app = showApp(view('ready'));
    const ask = await app.byTestId('second-look');
    const hint = ask.nextElementSibling?.textContent ?? '';
    expect(hint).toMatch(/^\d requêtes?, environ [1-9][\s\d]*00 jetons/u);
    fireEvent.click(ask);
    expect(app.sent).toEqual([{ kind: 'second-look' }]);
    cleanup();
    const checking = { ...view('checking'), job: { ...(view('ready').job ?? missing()), state: 'checking' as const } };
    expect(isDisabled(await showApp(checking).byTestId('second-look'))).toBe(true);
  });

  test('without a model to ask there is no such button', async () => {
    const app = showApp({ ...view('ready'), surroundings: view('ready-floor').surroundings });
    await app.byTestId('field-title');
    expect(app.all('second-look')).toEqual([]);
    expect(app.all('opinions')).toEqual([]);
  });

  test('the model’s opinion stands apart: on its sentence, in no count, and goes with the sentence', async () => {
    const plain = showApp(view('ready'));
    await plain.byTestId('field-title');
    const counts = (of: Element) =>
      [...of.querySelectorAll('.group-count, [data-testid="insert"]')].map((one) => one.textContent);
    const before = counts(plain.container);
    cleanup();
    const app = showApp(view('ready-opinions'));
    const part = await app.byTestId('opinions');
    expect(part.textContent).toContain('Avis du modèle');
    expect(part.textContent).toMatch(/2 remarques sur \d+ phrases relues/u);
    const report = view('ready-opinions').job?.progress.report ?? missing();
    expect(app.all('opinion').map((one) => one.querySelector('.excerpt')?.textContent)).toEqual([
      report.evidence[3]?.sentence,
      report.evidence[8]?.sentence,
    ]);
    expect(app.all('opinion')[0]?.textContent).toContain('Avis de mistral-small-latest');
    expect(counts(app.container)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
    expect(app.all('opinion').some((one) => one.dataset['severity'])).toBe(false);
  });

  test('an opinion is seen in the text, put away, and taken back', async () => {
    const app = showApp(view('ready-opinions'));
    await app.byTestId('opinions');
    const evidence = await app.byTestId('evidence');
    fireEvent.click(app.all('opinion-see')[0] ?? missing());
    await waitFor(() => expect(app.container.querySelector('[data-sentence="3"]')?.className).toContain('is-active'));
    expect(evidence.dataset['status']).not.toBe('');
    fireEvent.click(app.all('opinion-dismiss')[0] ?? missing());
    const [[key = '', away] = []] = [...app.kept];
    expect(away).toBe(true);
    cleanup();
    const next = showApp(view('ready-opinions'), new Set([key]));
    const part = await next.byTestId('opinions');
    expect(part.textContent).toMatch(/1 remarque sur/u);
    const details = part.querySelector('details') ?? missing();
    fireEvent.click(details.querySelector('[data-testid="opinion-dismiss"]') ?? missing());
    expect([...next.kept]).toEqual([[key, false]]);
  });

  test('a kept error is no longer counted on the button', async () => {
    const app = showApp(view('ready-errors'), new Set(['link|https://www.bloomberg.com/politics|']));
    expect((await app.byTestId('insert')).textContent).toContain('4 erreurs');
    cleanup();
    expect((await showApp(view('ready-errors')).byTestId('insert')).textContent).toContain('5 erreurs');
  });

  test('an error is underlined where it stands', async () => {
    const app = showApp(view('ready-errors'));
    const flags = [...(await app.byTestId('preview')).querySelectorAll('.flag.is-error')].map((one) => one.textContent);
    expect(flags).toContain('cite trois personnes');
    expect(flags).toContain('Bloomberg');
  });

  test('a link of the draft is shown and leads nowhere', async () => {
    const app = showApp(view('ready-errors'));
    const link = (await app.byTestId('preview')).querySelector('a') ?? missing();
    expect(fireEvent.click(link)).toBe(false);
  });

  test('a field that is typed goes to the background when it is left', async () => {
    const app = showApp(view('ready'));
    const slug = await app.byTestId('field-slug');
    fireEvent.focus(slug);
    fireEvent.input(slug, { target: { value: 'kremlin-dement' } });
    fireEvent.blur(slug);
    expect(app.sent).toEqual([
      { kind: 'edit-fields', fields: { ...view('ready').job?.progress.draft.fields, slug: 'kremlin-dement' } },
    ]);
  });

  test('what comes back while a field is typed in does not overwrite it', async () => {
    const app = showApp(view('ready'));
    const title = await app.byTestId('field-title');
    fireEvent.focus(title);
    fireEvent.input(title, { target: { value: 'Mon titre' } });
    const { progress } = view('ready').job ?? missing();
    app.update(withJob('ready', { progress: { ...progress, draft: { ...progress.draft, title: 'Autre' } } }));
    expect(value(title)).toBe('Mon titre');
  });

  test('tags are one line, separated by commas', async () => {
    const app = showApp(view('ready'));
    const tags = await app.byTestId('field-tags');
    expect(value(tags)).toBe('Ukraine, Russie, Kremlin, diplomatie');
    fireEvent.input(tags, { target: { value: 'Ukraine,  OTAN ,' } });
    fireEvent.blur(tags);
    expect(app.sent).toMatchObject([{ kind: 'edit-fields', fields: { tags: ['Ukraine', 'OTAN'] } }]);
  });

  test('a field that its plugin stores at once is not accepted by itself, and says who stores it', async () => {
    const app = showApp(view('ready-at-once'));
    const accept = await app.byTestId('accept-keyphrase');
    expect((accept as HTMLInputElement).checked).toBe(false);
    expect(accept.closest('.field')?.textContent).toMatch(/^.*SEOPress l’enregistre aussitôt dans le site/);
    expect((await app.byTestId('accept-seo-title')).closest('.field')?.textContent).not.toContain('aussitôt');
  });

  test('on a published post the slug is not accepted and says why', async () => {
    const app = showApp(view('ready-published'));
    const accept = await app.byTestId('accept-slug');
    expect(accept instanceof HTMLInputElement && accept.checked).toBe(false);
    expect(app.container.textContent).toContain('l’adresse publique changera');
    expect(app.container.querySelector('.is-status')?.textContent).toBe('Publié');
  });

  test('a draft that code composed is never passed off as a model’s', async () => {
    const app = showApp(view('ready-floor'));
    await app.byTestId('field-title');
    expect(app.container.textContent).toContain('Aucun mot de ce texte ne vient d’un modèle');
  });

  test('a block can be removed, and brought back', async () => {
    const app = showApp(view('ready'));
    const preview = await app.byTestId('preview');
    const first = preview.querySelector('[data-section="0"] [data-block="0"]') ?? missing();
    fireEvent.mouseOver(first);
    fireEvent.click(await waitFor(() => preview.querySelector<HTMLElement>('[aria-label="Retirer ce bloc"]') ?? missing()));
    const before = view('ready').job?.progress.draft.sections[0] ?? missing();
    expect(app.sent).toEqual([{ kind: 'edit-section', section: 0, heading: null, blocks: [] }]);
    fireEvent.click(await app.byTestId('undo-remove'));
    expect(app.sent[1]).toEqual({ kind: 'edit-section', section: 0, heading: null, blocks: before.blocks });
  });

  test('a paragraph is corrected by hand', async () => {
    const app = showApp(view('ready'));
    const preview = await app.byTestId('preview');
    fireEvent.mouseOver(preview.querySelector('[data-section="1"] [data-block="0"] p') ?? missing());
    fireEvent.click(await waitFor(() => preview.querySelector<HTMLElement>('[aria-label="Corriger ce bloc"]') ?? missing()));
    const field = await waitFor(() => preview.querySelector<HTMLElement>('[contenteditable]') ?? missing());
    (field.querySelector('p') ?? missing()).textContent = 'Selon Bloomberg, rien de sûr.';
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(app.sent).toMatchObject([
      { kind: 'edit-section', section: 1, blocks: [{ kind: 'paragraph', inlines: [{ text: 'Selon Bloomberg, rien de sûr.' }] }] },
    ]);
  });
});

describe('what can go wrong', () => {
  test('the place moved: nothing is overwritten unasked', async () => {
    const app = showApp(view('place-changed'));
    expect((await app.byTestId('job')).dataset['state']).toBe('ready');
    expect((await app.byTestId('error')).dataset['code']).toBe('place_changed');
    fireEvent.click(await app.byTestId('replace-anyway'));
    expect(app.sent).toEqual([{ kind: 'insert', force: true }]);
  });

  test('what changed in the place is shown, word by word, with nothing of it rendered', async () => {
    const base = view('ready');
    const { job } = base;
    const html = job?.capture?.html ?? '';
    const now = html.replace('Kremlin', 'Kremlin <img src=x onerror=alert(1)><b>entier</b>');
    const app = showApp({ ...base, error: { code: 'place_changed', detail: now } });
    const diff = await app.byTestId('place-diff');
    expect([...diff.querySelectorAll('ins')].map((one) => one.textContent.trim())).toEqual(['entier']);
    expect(diff.querySelectorAll('del, img, b')).toHaveLength(0);
    expect(diff.textContent.length).toBeLessThan(200);
  });

  test('the place is gone: said so, and the text goes after or over the post', async () => {
    const app = showApp({ ...view('ready'), error: { code: 'place_changed', detail: '' } });
    expect((await app.byTestId('error')).textContent).toContain('n’est plus dans l’article');
    expect(app.all('place-diff')).toEqual([]);
  });

  test.each(['post_locked', 'read_only', 'session_expired'] as const)(
    '%s: nothing is lost, and it can be tried again',
    async (code) => {
      const app = showApp({ ...view('ready'), error: { code, detail: 'Anne Dupont' } });
      const error = await app.byTestId('error');
      expect(error.dataset['code']).toBe(code);
      expect(error.textContent).toContain('le texte est gardé ici');
      expect(error.textContent?.includes('Anne Dupont')).toBe(code === 'post_locked');
      fireEvent.click(await app.byTestId('insert-again'));
      expect(app.sent).toEqual([{ kind: 'insert', force: false }]);
      app.update({ ...view('applied'), error: { code, detail: '' } });
      fireEvent.click(await app.byTestId('restore'));
      expect(app.sent.at(-1)).toEqual({ kind: 'restore', force: false });
    },
  );

  test('the page was reloaded: the text is kept, and goes after or in place of the post', async () => {
    const app = showApp({ ...view('ready'), error: { code: 'page_reloaded', detail: null } });
    expect((await app.byTestId('error')).textContent).toContain('Le texte est gardé');
    fireEvent.click(await app.byTestId('insert-after'));
    fireEvent.click(await app.byTestId('replace-anyway'));
    expect(app.sent).toEqual([
      { kind: 'insert-mode', mode: 'after' },
      { kind: 'insert', force: false },
      { kind: 'insert-mode', mode: 'post' },
      { kind: 'insert', force: true },
    ]);
  });

  test('somebody wrote since the insertion: nothing is restored unasked, and what was written is shown', async () => {
    const base = view('applied');
    const { job } = base;
    const receipt = job?.receipt
      ? { ...job.receipt, original: { ...job.receipt.original, contentAfter: '<p>Un texte.</p>' } }
      : null;
    const shown = { ...base, job: job && { ...job, receipt } };
    const app = showApp({ ...shown, error: { code: 'place_changed', detail: '<p>Un autre texte.</p>' } });
    expect((await app.byTestId('error')).textContent).toContain('Rien n’a été rétabli');
    expect((await app.byTestId('place-diff')).textContent).toContain('autre');
    expect(app.all('replace-anyway')).toEqual([]);
    fireEvent.click(await app.byTestId('restore-anyway'));
    expect(app.sent).toEqual([{ kind: 'restore', force: true }]);
  });

  test('restored: said so, with what keeps it', async () => {
    const base = view('ready');
    const review = [{ kind: 'restored' as const, at: 1, who: null }];
    const app = showApp({ ...base, job: base.job && { ...base.job, review } });
    expect((await app.byTestId('restored')).textContent).toContain('Enregistrez l’article');
  });

  test('a failure keeps the text and offers to go on or to finish without a model', async () => {
    const app = showApp(view('failed'));
    expect((await app.byTestId('error')).dataset['code']).toBe('stream_cut');
    expect((await app.byTestId('preview')).textContent).toContain('Le Kremlin oppose un démenti');
    fireEvent.click(await app.byTestId('retry'));
    fireEvent.click(await app.byTestId('finish-without-model'));
    expect(app.sent).toEqual([
      { kind: 'retry', withoutModel: false },
      { kind: 'retry', withoutModel: true },
    ]);
  });

  test('a refused key leads to the settings', async () => {
    const app = showApp(view('failed-key'));
    await app.byTestId('error');
    fireEvent.click(
      [...app.container.querySelectorAll('button')].find((one) => one.textContent === 'Corriger la clé') ?? missing(),
    );
    expect(app.opened).toEqual([undefined]);
  });

  test('a refused origin shows the exact variable', async () => {
    expect((await showApp(view('failed-origin')).byTestId('error')).textContent).toContain(
      'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*',
    );
  });

  test('after the insertion: verified, what undo takes back, and the way back', async () => {
    const app = showApp(view('applied'));
    fireEvent.click(await app.byTestId('restore'));
    fireEvent.click(await app.byTestId('reveal'));
    expect(app.sent).toEqual([{ kind: 'restore', force: false }, { kind: 'reveal' }]);
    expect(app.container.textContent).toContain('Inséré et vérifié.');
    expect(app.container.textContent).toMatch(/Ctrl\+Z dans l’éditeur reprend.: le corps, Titre, Slug et Extrait/);
  });

  test('stages are spoken, tokens are not', async () => {
    const app = showApp(view('writing'));
    const live = app.container.querySelector('[aria-live="polite"]') ?? missing();
    expect(live.textContent).toMatch(/Étape.: Rédaction/);
    app.update(view('ready'));
    await waitFor(() => expect(live.textContent).toContain('Le texte est prêt'));
  });
});
