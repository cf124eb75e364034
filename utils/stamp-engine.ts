/**
 * Build step: writes a hash of `engine.js` into the address by which the background imports it. A browser keeps an
 * extension's worker as long as its own script is the same byte for byte; so a new engine changes that script too.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const MARK = '__ENGINE__';

/** @param folder the unpacked build */
export function stampEngine(folder: string): void {
  const hash = createHash('sha256')
    .update(readFileSync(`${folder}/engine.js`))
    .digest('hex')
    .slice(0, 12);
  const file = `${folder}/background.js`;
  const background = readFileSync(file, 'utf8');
  if (!background.includes(MARK)) throw new Error(`${file} does not import the engine by ${MARK}`);
  writeFileSync(file, background.replaceAll(MARK, hash));
}
