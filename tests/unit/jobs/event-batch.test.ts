import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventBatch } from '../../../utils/jobs/event-batch.ts';
import type { RewriteEvent } from '../../../utils/rewrite/progress.ts';

const delta = (text: string, index = 0): RewriteEvent => ({ kind: 'delta', index, text });
let sent: RewriteEvent[][];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
});
afterEach(() => void vi.useRealTimers());

describe('events on their way to a page', () => {
  it('start at once, and then go every 30 ms', () => {
    const batch = eventBatch((events) => sent.push(events));
    batch.add(delta('Le '));
    expect(sent).toEqual([[delta('Le ')]]);
    batch.add(delta('Kremlin '));
    batch.add(delta('dément.'));
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(30);
    expect(sent[1]).toEqual([delta('Kremlin dément.')]);
  });

  it('join the deltas of a section, never those of two, nor across another event', () => {
    const batch = eventBatch((events) => sent.push(events));
    batch.add(delta('x'));
    const stage: RewriteEvent = { kind: 'stage', stage: 'writing', done: 1, total: 2 };
    for (const event of [delta('a'), delta('b'), delta('c', 1), stage, delta('d', 1)]) batch.add(event);
    vi.advanceTimersByTime(30);
    expect(sent[1]).toEqual([delta('ab'), delta('c', 1), stage, delta('d', 1)]);
  });

  it('start at once again after a silence', () => {
    const batch = eventBatch((events) => sent.push(events));
    batch.add(delta('a'));
    vi.advanceTimersByTime(100);
    batch.add(delta('b'));
    expect(sent).toHaveLength(2);
  });

  it('are forgotten when a snapshot that holds them goes out', () => {
    const batch = eventBatch((events) => sent.push(events));
    batch.add(delta('a'));
    batch.add(delta('b'));
    batch.drop();
    vi.advanceTimersByTime(100);
    expect(sent).toEqual([[delta('a')]]);
  });
});
