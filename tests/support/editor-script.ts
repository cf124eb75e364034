/** The injected editor scripts, built as for the extension, and a page of WordPress to run its commands in. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { EditorAnswer, EditorCommand } from '../../utils/editor/editor-protocol.ts';
import { globalNameOf, scriptFor, type EditorScript } from '../../utils/editor/editor-scripts.ts';

const ENTRYPOINTS = resolve(import.meta.dirname, '../../entrypoints');
const built = new Map<EditorScript, Promise<string>>();

/** One minified classic script; running it sets its function on `globalThis`. Built once per process. */
export function editorScript(script: EditorScript): Promise<string> {
  const code = built.get(script) ?? builtScript(script);
  built.set(script, code);
  return code;
}

async function builtScript(script: EditorScript): Promise<string> {
  const entry = `${ENTRYPOINTS}/${script}.ts`;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'reecrireSeoScript' } },
  });
  const chunk = [result].flat().flatMap((output) => ('output' in output ? output.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${script} was not built`);
  return `${chunk.code}\nreecrireSeoScript.main();`;
}

/** Does what the background does: injects the command's script (again) and sends it the command. */
export async function command(page: Page, asked: EditorCommand): Promise<EditorAnswer> {
  const script = scriptFor(asked);
  await page.evaluate(await editorScript(script));
  return page.evaluate(
    (name, value) => {
      const run: unknown = Reflect.get(globalThis, name);
      return (run as (asked: EditorCommand) => Promise<EditorAnswer>)(value);
    },
    globalNameOf(script),
    asked,
  );
}
