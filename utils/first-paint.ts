/**
 * Build plugin: a page paints without waiting for a second file. Its style sheets stand in it, so that what its HTML
 * shows is shown at once; its scripts are asked for together, not each when the one before has been read.
 */
import type { Plugin, Rollup } from 'vite';

export function firstPaint(): Plugin {
  const inlined = new Set<string>();
  return {
    name: 'first-paint',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk }) {
        if (!bundle || !chunk) return html;
        const styled = html.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)">/g, (tag, file: string) => {
          const sheet = bundle[file];
          if (sheet?.type !== 'asset') return tag;
          inlined.add(file);
          return `<style>${String(sheet.source).trim()}</style>`;
        });
        const preloads = importsOf(chunk, bundle).map((file) => `<link rel="modulepreload" crossorigin href="/${file}">\n    `);
        return styled.replace('<script type="module"', `${preloads.join('')}<script type="module"`);
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of inlined) delete bundle[file];
      },
    },
  };
}

/** Static imports, and theirs. */
function importsOf(entry: Rollup.OutputChunk, bundle: Rollup.OutputBundle): string[] {
  const found = new Set(entry.imports);
  for (const file of found) {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk') for (const next of chunk.imports) found.add(next);
  }
  return [...found];
}
