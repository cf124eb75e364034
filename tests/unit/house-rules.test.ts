/** What no source file may do, and what the docs have to tell of each package. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = globSync('{entrypoints,components,utils}/**/*.{ts,tsx}', { cwd: ROOT });

describe('the sources', () => {
  it.each([
    [
      'write no HTML into a page',
      /\.(?:innerHTML|outerHTML|srcdoc)\s*=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/u,
    ],
    ['make no code from text', /\beval\(|new Function\b|setTimeout\(\s*['"`]/u],
    ['sync nothing', /storage\.sync\b/u],
  ])('%s', (_, pattern) => {
    expect(SOURCES.length).toBeGreaterThan(200);
    expect(SOURCES.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });
});

it('docs/dependencies.md has the reason for every package', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const docs = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8');
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !docs.includes(`\`${name.replace(/^@types\/.*/u, '@types/*')}\``))).toEqual([]);
});

/** Without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gmu, '');
}
