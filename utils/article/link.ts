/** The one allow-list for links: `http`, `https` and `mailto`, absolute. */
const ALLOWED = new Set(['http:', 'https:', 'mailto:']);
/** Longer ones are tracking or attack, never a reference of an article. */
const MAX_LENGTH = 2048;

/**
 * The link to write for `href`, or null where it must not be one (another scheme, relative without a base, credentials
 * in it). An absolute one comes back as it was written, a relative one resolved against `base`.
 */
export function allowedHref(href: string, base?: string | null): string | null {
  const written = href.trim();
  if (!written || written.length > MAX_LENGTH || written.startsWith('#')) return null;
  const url = parsed(written, base ?? undefined);
  if (!url || !ALLOWED.has(url.protocol) || url.username || url.password) return null;
  if (url.protocol !== 'mailto:' && !url.hostname) return null;
  // As written where that is unambiguous; the parser's form where it holds blanks, controls or quotes.
  return /^(?:https?:\/\/|mailto:)[^\s\p{C}"'<>\\^`{|}]+$/iu.test(written) ? written : url.href;
}

function parsed(href: string, base: string | undefined): URL | null {
  try {
    return new URL(href, base);
  } catch {
    return null;
  }
}
