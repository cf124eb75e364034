/** Pages of the extension in Firefox as tests see them, popup, sidebar or tab: by the browser's own scope, which sees them all. */
import { writeFileSync } from 'node:fs';
import { callOf, until, type View } from './extension-view.ts';
import type { ChromeScope } from './firefox-chrome-scope.ts';

/** Where the browser's window keeps the page: an expression of its own scope, null while there is none. */
export const POPUP = `document.querySelector('.webextension-popup-browser')`;
export const SIDEBAR = `(document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser') ?? null)`;

/** The tab of that `browserId`. */
export const tabFrame = (id: number) => `(gBrowser.browsers.find((tab) => tab.browserId === ${id}) ?? null)`;

/** `hide`: statements of the browser's own scope that close it. */
export function frameView(chrome: ChromeScope, frame: string, hide: string): View {
  let open = true;
  const inFrame = async (statements: string) => {
    const answer = (await chrome.run(`
      const frame = ${frame};
      if (!frame) return { closed: true };
      const name = 'test-view-' + Math.random();
      const script = '(' + ${JSON.stringify(frameScript(statements))} + ')(' + JSON.stringify(name) + ')';
      return new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error('the page does not answer')), 10000);
        frame.messageManager.addMessageListener(name, (message) => { clearTimeout(late); done(message.data); });
        frame.messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(script), false);
      });`)) as { closed?: true; value?: string; error?: string };
    open = !answer.closed;
    if (answer.value === undefined) throw new Error(answer.closed ? 'the page is closed' : answer.error);
    return answer.value;
  };
  return {
    run: async <Args extends unknown[], Result>(action: (...args: Args) => Result | Promise<Result>, ...args: Args) => {
      const source = `(async () => JSON.stringify({ value: await ${callOf(action, args)} }))()`;
      const answer = await inFrame(`
        const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        return Cu.evalInSandbox(${JSON.stringify(source)}, sandbox);`);
      return (JSON.parse(answer) as { value: Result }).value;
    },
    click: (selector) => untilClicked(selector, async () => (await inFrame(mousePress(selector))) === 'pressed'),
    async screenshot(file) {
      const image = await chrome.run(`
        const shot = await ${frame}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = new OffscreenCanvas(shot.width, shot.height);
        canvas.getContext('2d').drawImage(shot, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return bytes.toBase64();`);
      writeFileSync(file, Buffer.from(String(image), 'base64'));
    },
    isOpen: () => open,
    async close() {
      open = false;
      await chrome.run(hide);
    },
  };
}

/**
 * Runs in the page's process with the browser's rights: `content` is the page's window, which the page's own policy would
 * not let evaluate anything.
 */
function frameScript(statements: string): string {
  return `async (name) => {
    try {
      const value = await (async () => { ${statements} })();
      sendAsyncMessage(name, { value });
    } catch (error) {
      sendAsyncMessage(name, { error: String(error) });
    }
  }`;
}

/**
 * The left button in the middle of an element that stands still, as the user's gesture that some of the API asks for.
 * A page that has just grown may not know its new places yet: where the click went elsewhere, it says so.
 */
function mousePress(selector: string): string {
  return `
    const element = content.document.querySelector(${JSON.stringify(selector)});
    if (!element || element.matches(':disabled') || element.getClientRects().length === 0) return 'absent';
    element.scrollIntoView({ block: 'nearest' });
    const place = () => { const box = element.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; };
    const before = String(place());
    await new Promise((resolve) => content.setTimeout(resolve, 50));
    if (String(place()) !== before) return 'moving';
    let hit = false;
    const onClick = () => { hit = true; };
    element.addEventListener('click', onClick, true);
    for (const type of ['mousemove', 'mousedown', 'mouseup'])
      content.synthesizeMouseEvent(type, ...place(), { button: 0, clickCount: 1 }, {});
    element.removeEventListener('click', onClick, true);
    return hit ? 'pressed' : 'missed';`;
}

async function untilClicked(selector: string, click: () => Promise<boolean>): Promise<void> {
  await until(click, 10_000, () => selector);
}
