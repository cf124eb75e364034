/** Vite aliases for `yoastseo` 3.6.0 in a bundle (build time only): its index, and three Node modules that it asks for. */
import { fileURLToPath } from 'node:url';

export const seoAliases = [
  { find: /^yoastseo$/, replacement: shim('yoastseo') },
  { find: /^url$/, replacement: shim('url') },
  { find: /^buffer$/, replacement: shim('buffer') },
  { find: /^events$/, replacement: shim('events') },
];

function shim(name: string): string {
  return fileURLToPath(new URL(`./shims/${name}.ts`, import.meta.url));
}
