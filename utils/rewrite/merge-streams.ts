/** Several generators as one: their items as they come, so many at a time. */

/**
 * After the first failure no further one starts; those under way go on to their end, since they are paid for, and then
 * it is thrown.
 * @param limit how many run at a time; the others wait for their turn, in order
 * @param on `failure`: the first one has failed; `left`: the reader went away, and what runs is to stop
 */
export async function* mergeStreams<T>(
  starts: readonly (() => AsyncGenerator<T, void>)[],
  limit: number,
  on: { failure: () => void; left: () => void },
): AsyncGenerator<T, void> {
  const items: T[] = [];
  const failures: unknown[] = [];
  const state = { next: 0, running: 0, wake: (): void => {} };

  const run = async (start: () => AsyncGenerator<T, void>): Promise<void> => {
    try {
      for await (const item of start()) {
        items.push(item);
        state.wake();
      }
    } catch (error) {
      if (failures.length === 0) on.failure();
      failures.push(error);
    } finally {
      state.running--;
      fill();
      state.wake();
    }
  };
  const fill = (): void => {
    while (state.running < limit && failures.length === 0) {
      const start = starts[state.next++];
      if (!start) return;
      state.running++;
      void run(start);
    }
  };

  fill();
  try {
    while (state.running > 0 || items.length > 0) {
      if (items.length === 0) {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
      yield* items.splice(0);
    }
  } finally {
    // The reader went away: nothing more is paid for.
    if (state.running > 0) on.left();
  }
  if (failures.length > 0) throw failures[0];
}
