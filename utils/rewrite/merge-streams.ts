/** Several generators as one: their items as they come, so many at a time. */

/**
 * The first failure stops the others (`stop` is called, for their requests) and is thrown once what they had is given.
 * @param limit how many run at a time; the others wait for their turn, in order
 */
export async function* mergeStreams<T>(
  starts: readonly (() => AsyncGenerator<T, void>)[],
  limit: number,
  stop: () => void,
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
      if (failures.length === 0) stop();
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
    if (state.running > 0) stop();
  }
  if (failures.length > 0) throw failures[0];
}
