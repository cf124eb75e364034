/**
 * A page of the extension as a test sees it: the real popup, the side panel or the options, in Chromium or Firefox.
 * The functions below speak of it in `data-testid`s only.
 */

export interface View {
  /** Runs a self-contained function in the page; arguments and result travel as JSON. */
  run<Args extends unknown[], Result>(action: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result>;
  /** As a user's mouse does it, where the browser's driver can. */
  click(selector: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}

/** The source of a call of `action`, for drivers that take an expression. */
export function callOf(action: (...args: never[]) => unknown, args: readonly unknown[]): string {
  return `(${String(action)})(...${JSON.stringify(args)})`;
}

export const byTestId = (id: string) => `[data-testid="${id}"]`;

export function click(view: View, id: string): Promise<void> {
  return view.click(byTestId(id));
}

/** Null when there is no such element. */
export function textOf(view: View, id: string): Promise<string | null> {
  return view.run((selector) => document.querySelector(selector)?.textContent ?? null, byTestId(id));
}

export function attributeOf(view: View, id: string, attribute: string): Promise<string | null> {
  return view.run((selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null, byTestId(id), attribute);
}

/** Value of a field; `true`/`false` as text for a checkbox. */
export function valueOf(view: View, id: string): Promise<string | null> {
  return view.run((selector) => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (!field) return null;
    return field.type === 'checkbox' ? String(field.checked) : field.value;
  }, byTestId(id));
}

/** Puts a value into a field as typing or choosing would: with its `input` and `change` events. */
export async function fill(view: View, id: string, value: string): Promise<void> {
  const found = await view.run(
    (selector, text) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (!field) return false;
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    byTestId(id),
    value,
  );
  if (!found) throw new Error(`no field ${id}`);
}

export function stateOf(view: View): Promise<string | null> {
  return attributeOf(view, 'job', 'data-state');
}

export function errorOf(view: View): Promise<string | null> {
  return attributeOf(view, 'error', 'data-code');
}

export async function wordsOf(view: View): Promise<number> {
  return Number((await attributeOf(view, 'word-count', 'data-words')) ?? Number.NaN);
}

/** Resolves with the state once it is one of `wanted`; says what the page showed when it never was. */
export async function untilState(view: View, wanted: string | readonly string[], timeoutMs = 60_000): Promise<string> {
  const list = [wanted].flat();
  return until(
    async () => {
      const state = await stateOf(view);
      return state !== null && list.includes(state) ? state : null;
    },
    timeoutMs,
    async () => `state ${list.join(' or ')}; it is ${await stateOf(view)}, error ${await errorOf(view)}`,
  );
}

/** The times given to `until` are a quiet machine's with room to spare; a shared one may need this many times as long. */
const PATIENCE = 3;

/** Polls until `read` gives something other than null, false or undefined. */
export async function until<T>(
  read: () => Promise<T | null | false | undefined>,
  timeoutMs = 30_000,
  missing: () => Promise<string> | string = () => 'the expected',
): Promise<T> {
  const start = Date.now();
  for (;;) {
    const value = await read();
    if (value !== null && value !== false && value !== undefined) return value;
    const waited = Date.now() - start;
    if (waited > PATIENCE * timeoutMs) throw new Error(`after ${waited} ms there was no ${await missing()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether the page shows the state within that time, however briefly. */
export function seenState(view: View, state: string, withinMs: number): Promise<boolean> {
  return view.run(
    (selector, wanted, ms) =>
      new Promise<boolean>((resolve) => {
        const job = document.querySelector(selector);
        const isThere = (): boolean => job?.getAttribute('data-state') === wanted;
        if (!job || isThere()) return resolve(isThere());
        const observer = new MutationObserver(() => isThere() && end(true));
        const timer = setTimeout(() => end(false), ms);
        const end = (found: boolean): void => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(found);
        };
        observer.observe(job, { attributes: true });
      }),
    byTestId('job'),
    state,
    withinMs,
  );
}
