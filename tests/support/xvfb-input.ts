/** Keys and mouse of a real X display, for what no browser driver can press: context menus and permission prompts. */
import { aptInstall, canAptInstall, isOnPath, run } from './run-command.ts';

export interface DisplayInput {
  /** X key names: `Up`, `Return`, `ctrl+z`, `alt+shift+r`; pressed one after the other. */
  press(...keys: string[]): Promise<void>;
  /** Moves the pointer to a point of the screen, then presses a button (1 left, 3 right). */
  clickAt(x: number, y: number, button?: 1 | 3): Promise<void>;
  /** Presses the left button at one point and lets go at another: selects text. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void>;
  /** The whole screen as a PNG file. */
  screenshot(file: string): Promise<void>;
}

/** `display`: `:n`, as `launchChromium({ headed: true })` gives it. */
export async function displayInput(display: string): Promise<DisplayInput> {
  await need('xdotool', 'xdotool');
  const env = { ...process.env, DISPLAY: display };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    async press(...keys) {
      for (const key of keys) {
        await run('xdotool', ['key', '--clearmodifiers', key], { env });
        await pause(150);
      }
    },
    async clickAt(x, y, button = 1) {
      await run('xdotool', ['mousemove', '--sync', String(Math.round(x)), String(Math.round(y))], { env });
      await pause(100);
      await run('xdotool', ['click', String(button)], { env });
      await pause(400);
    },
    async drag(from, to) {
      const at = (point: { x: number; y: number }) => [String(Math.round(point.x)), String(Math.round(point.y))];
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      await run('xdotool', ['mousemove', '--sync', ...at(from), 'mousedown', '1'], { env });
      for (const point of [middle, to, { x: to.x - 1, y: to.y }]) {
        await pause(150);
        await run('xdotool', ['mousemove', '--sync', ...at(point)], { env });
      }
      await pause(150);
      await run('xdotool', ['mouseup', '1'], { env });
      await pause(400);
    },
    async screenshot(file) {
      await need('import', 'imagemagick');
      await run('import', ['-window', 'root', file], { env });
    },
  };
}

async function need(command: string, debianPackage: string): Promise<void> {
  if (isOnPath(command)) return;
  if (!canAptInstall()) throw new Error(`${command} is missing: install ${debianPackage}`);
  await aptInstall([debianPackage]);
}
