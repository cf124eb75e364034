import { describe, expect, it } from 'vitest';
import { attemptNoted, noteAttempt } from '../../../utils/editor/attempt.ts';
import type { EditorAnswer } from '../../../utils/editor/editor-protocol.ts';

const done: EditorAnswer = { kind: 'failed', code: 'place_changed', detail: 'as it stands' };

describe('an insertion whose worker died', () => {
  it('is answered by the page that made it, also while it is still being made', async () => {
    let finish: (answer: EditorAnswer) => void = () => undefined;
    void noteAttempt('a', new Promise((resolve) => (finish = resolve)));
    const asked = attemptNoted('a');
    finish(done);
    expect(await asked).toEqual(done);
    expect(await attemptNoted('a')).toEqual(done);
  });

  it('is not known to a page that made another, or none', async () => {
    void noteAttempt('b', Promise.resolve(done));
    await expect(attemptNoted('a')).rejects.toMatchObject({ code: 'page_reloaded' });
  });
});
