/** The injected editor script, built as for the extension, and a page of WordPress to run its commands in. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { EditorAnswer, EditorCommand } from '../../utils/editor/editor-protocol.ts';

const ENTRY = resolve(import.meta.dirname, '../../entrypoints/editor.ts');
let built: Promise<string> | null = null;

/** One minified classic script; running it sets `globalThis.reecrireSeoEditor`. Built once per process. */
export function editorScript(): Promise<string> {
  built ??= (async () => {
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'reecrireSeoEditorScript' } },
    });
    const chunk = [result].flat().flatMap((output) => ('output' in output ? output.output : []))[0];
    if (chunk?.type !== 'chunk') throw new Error('the editor script was not built');
    return `${chunk.code}\nreecrireSeoEditorScript.main();`;
  })();
  return built;
}

/** Does what the background does: injects the script (again) and sends it one command. */
export async function command(page: Page, asked: EditorCommand): Promise<EditorAnswer> {
  await page.evaluate(await editorScript());
  return page.evaluate((value) => {
    const { reecrireSeoEditor } = globalThis as unknown as { reecrireSeoEditor: (asked: EditorCommand) => Promise<EditorAnswer> };
    return reecrireSeoEditor(value);
  }, asked);
}
