/**
 * Build plugin: leaves out of the background what this project never calls of the `openai` package. Its client creates
 * every resource (admin, beta, realtime…) in its constructor, so that no bundler can drop them: 89 kB gzip, of which
 * sending requests, streaming and errors are a third. A part left out says so when it is used.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the file lists below were read from: with another version the build stops, and somebody looks. */
const VERSION = '7.57.0';
const LEFT_OUT =
  /\/node_modules\/openai\/(?:resources\/(?!index\.mjs).+|azure|bedrock|helpers\/computer|auth\/workload-identity-auth|internal\/auth\/x509-workload-identity-auth|internal\/(?:uploads|to-file|qs\/stringify))\.mjs$/;
/** Asked by the client of every request, also by one that has a key: the true answer for us. */
const ANSWERED: Record<string, string> = { isX509WorkloadIdentity: '() => false' };

export function openAiDiet(): Plugin {
  let stubs = 0;
  return {
    name: 'openai-diet',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      const file = id.split('?')[0] ?? id;
      if (file.endsWith('/node_modules/openai/version.mjs') && !readFileSync(file, 'utf8').includes(`'${VERSION}'`)) {
        throw new Error(`openai-diet was made for openai ${VERSION}: check what it leaves out, then change VERSION`);
      }
      if (!LEFT_OUT.test(file)) return null;
      stubs += 1;
      return stubOf(file);
    },
    buildEnd(error) {
      // A folder renamed in the package would let everything in again, silently.
      if (!error && stubs > 0 && stubs < 20) this.error(`openai-diet left out ${stubs} files only: has the package moved?`);
    },
  };
}

/** A module with the same exports; each can be made and passed on, and throws when something of it is used. */
function stubOf(file: string): string {
  const names = exportedNames(readFileSync(file, 'utf8'));
  return `
    const part = (name) => class {
      constructor() {
        return new Proxy(this, {
          get(_, key) {
            if (typeof key === 'symbol' || key === 'then') return undefined;
            throw new Error('openai: ' + name + ' was left out of this build');
          },
        });
      }
    };
    ${names.map((name) => `export const ${name} = ${ANSWERED[name] ?? `part('${name}')`};`).join('\n')}
  `;
}

function exportedNames(source: string): string[] {
  const declared = [...source.matchAll(/^export (?:async )?(?:class|function|const|let) (\w+)/gm)].map((match) => match[1] ?? '');
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map(
      (item) =>
        item
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    )
    .filter((name) => name !== '' && name !== 'default');
  return [...new Set([...declared, ...listed])];
}
