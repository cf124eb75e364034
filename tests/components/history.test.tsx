import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { HistoryView, type HistoryViewProps } from '../../components/history-view.tsx';
import type { Job } from '../../utils/jobs/job.ts';
import type { Insertion } from '../../utils/jobs/review.ts';
import { VIEWS } from '../e2e/gallery/views.ts';
import { missing } from './missing.ts';

afterEach(cleanup);

const jobOf = (name: string): Job => VIEWS[name]?.job ?? missing(name);
const insertion: Insertion = {
  ...{ kind: 'inserted', at: 1_795_000_100_000, who: 'Claire Martin', mode: 'replace', forced: false, verified: true },
  ...{ blocks: 24, words: 812, sha256: 'ab'.repeat(32), title: 'Ukraine', model: 'mistral-medium-latest' },
  fields: [{ field: 'title', outcome: 'written' }],
  checks: {
    findings: [{ kind: 'number', severity: 'error', excerpt: '13 %', message: 'Chiffre absent.', kept: true }],
    ...{ errors: 1, warnings: 0, infos: 0, byHand: 2, withoutEvidence: 0, sentences: 40, origin: { model: 700, floor: 112 } },
  },
};
const applied: Job = { ...jobOf('applied'), id: 'applied', review: [insertion] };
const ready: Job = { ...jobOf('ready-errors'), id: 'ready' };
const running: Job = { ...jobOf('writing'), id: 'running' };

function show(change: Partial<HistoryViewProps> = {}) {
  const done: unknown[] = [];
  const note =
    (what: string) =>
    (...given: unknown[]) =>
      void done.push([what, ...given]);
  const jobs = [running, applied, ready];
  const shown = render(
    <HistoryView
      {...{ jobs, found: jobs, chosen: applied, typed: '', dropped: 3, news: null, who: '' }}
      {...{ onType: note('type'), onChoose: note('choose'), onWho: note('who'), onCopy: note('copy') }}
      {...{ onRestore: () => void done.push(['restore']), onExport: note('export'), onDelete: note('delete') }}
      {...{ onExportAll: () => void done.push(['export-all']), onDeleteAll: note('delete-all') }}
      {...change}
    />,
  );
  return { ...shown, done };
}

describe('the history', () => {
  test('nothing yet: says what comes here, and offers nothing to delete', () => {
    const { getByTestId, queryByTestId } = show({ jobs: [], found: [], chosen: null, dropped: 0 });
    expect(getByTestId('history-empty').textContent).toContain('Rien dans l’historique');
    expect(queryByTestId('delete-all')).toBeNull();
  });

  test('tells its limit, and that older ones have gone', () => {
    const text = show().getByTestId('limit').textContent ?? '';
    expect(text).toContain('Les 100 dernières réécritures sont gardées, 30\u00A0Mo au plus');
    expect(text).toContain('3 plus anciennes sont déjà parties.');
  });

  test('the arrows go through the list', () => {
    const { getAllByTestId, done } = show();
    const entries = getAllByTestId('history-entry');
    expect(entries.map((one) => one.tabIndex)).toEqual([-1, 0, -1]);
    entries[1]?.focus();
    fireEvent.keyDown(entries[1] ?? missing(), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(entries[2]);
    expect(done).toEqual([['choose', 'ready']]);
  });

  test('what is typed and not found is said', () => {
    const { getByTestId, done } = show({ typed: 'élections', found: [], chosen: null });
    expect(getByTestId('count').textContent).toBe('0 sur 3');
    expect(getByTestId('none-found').textContent).toContain('élections');
    fireEvent.input(getByTestId('search'), { target: { value: 'Kremlin' } });
    expect(done).toEqual([['type', 'Kremlin']]);
  });
});

describe('one rewrite', () => {
  test('is read again, copied as HTML, as Markdown, and as it was, and exported', () => {
    const { getByTestId, done } = show();
    expect(getByTestId('history-text').textContent).toContain('Le Kremlin');
    for (const what of ['html', 'markdown', 'original']) fireEvent.click(getByTestId(`copy-${what}`));
    for (const what of ['export-html', 'export-md', 'export']) fireEvent.click(getByTestId(what));
    expect(done).toEqual([
      ['copy', 'html'],
      ['copy', 'markdown'],
      ['copy', 'original'],
      ['export', 'html'],
      ['export', 'md'],
      ['export', 'rewrite'],
    ]);
  });

  test('has the model’s opinions beside the checks, to read only', () => {
    const { getAllByTestId, queryByTestId } = show({ chosen: { ...jobOf('ready-opinions'), id: 'read' } });
    expect(getAllByTestId('opinion').map((one) => one.querySelector('button'))).toEqual([null, null]);
    expect(queryByTestId('second-look')).toBeNull();
  });

  test('its original is offered back only while it is inserted', () => {
    const first = show();
    fireEvent.click(first.getByTestId('restore'));
    expect(first.done).toEqual([['restore']]);
    cleanup();
    expect(show({ chosen: ready }).queryByTestId('restore')).toBeNull();
  });

  test('who accepted what, what was open, and the statement', () => {
    const { getByTestId, done } = show({ who: 'Paul Durand' });
    const entry = getByTestId('trail-entry').textContent ?? '';
    for (const part of ['par Claire Martin', 'Titre', '812 mots', '1 erreur', 'vu et gardé', '2 phrases corrigées à la main'])
      expect(entry).toContain(part);
    expect(getByTestId('statement').textContent).toContain('article 50, paragraphe 4');
    fireEvent.change(getByTestId('reviewer'), { target: { value: 'Anne Petit' } });
    fireEvent.click(getByTestId('copy-statement'));
    fireEvent.click(getByTestId('export-review'));
    expect(done).toEqual([
      ['who', 'Anne Petit'],
      ['copy', 'statement'],
      ['export', 'review'],
    ]);
  });
});

describe('deleting', () => {
  test.each(['delete', 'delete-all'])('%s asks once, begins on the harmless answer, and can be left', (id) => {
    const { getByTestId, done } = show();
    fireEvent.click(getByTestId(id));
    expect(document.activeElement).toBe(getByTestId(`${id}-no`));
    fireEvent.click(getByTestId(`${id}-no`));
    expect(done).toEqual([]);
    fireEvent.click(getByTestId(id));
    fireEvent.click(getByTestId(`${id}-yes`));
    expect(done).toEqual([[id]]);
  });

  test('one that is being written cannot be deleted', () => {
    expect(show({ chosen: running }).getByTestId('delete').matches(':disabled')).toBe(true);
  });
});
