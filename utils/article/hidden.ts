/** What a reader of the page does not see, and what must never be read as the article. */

/** Elements whose content is not text of the article. */
export const UNREAD_TAGS = new Set(
  'script style noscript template head title textarea select option input datalist del s strike figcaption rp rt'.split(' '),
);

/** The usual class names of text kept off the screen. */
const HIDDEN_CLASS = /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden)(?:\s|$)/;

/** Hidden by its own attributes. Style sheets are not known here; the page's script sees what they hide. */
export function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden']?.toLowerCase() === 'true' ||
    HIDDEN_CLASS.test(attributes.class ?? '') ||
    hiddenByStyle(attributes.style ?? '')
  );
}

function hiddenByStyle(style: string): boolean {
  const declared = declarations(style);
  const is = (name: string, pattern: RegExp) => pattern.test(declared.get(name) ?? 'unset');
  return (
    is('display', /^none/) ||
    is('visibility', /^(?:hidden|collapse)/) ||
    is('opacity', /^0*\.?0+%?(?:$|\s)/) ||
    is('font-size', /^0*\.?(?:0*[01]?(?:px|pt)?(?:$|\s|!)|0+\D*$)/) ||
    is('text-indent', /^-\d{3,}/) ||
    (is('position', /^(?:absolute|fixed)/) && ['left', 'top', 'right'].some((side) => is(side, /^-\d{3,}/))) ||
    is('clip', /^rect\(\s*0/) ||
    is('clip-path', /inset\(\s*(?:50|100)%/) ||
    (is('overflow', /^hidden/) && ['height', 'max-height'].some((side) => is(side, /^[01](?:px)?(?:$|\s)/))) ||
    unreadableColour(declared)
  );
}

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of style.replace(/\/\*[\s\S]*?\*\//g, '').split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return found;
}

/** Transparent, the colour of its own background, or white where no background is set. */
function unreadableColour(declared: ReadonlyMap<string, string>): boolean {
  const colour = normalColour(declared.get('color') ?? '');
  if (!colour) return false;
  if (colour === 'transparent') return true;
  const background = normalColour(declared.get('background-color') ?? declared.get('background') ?? '');
  return background ? background === colour : colour === '#ffffff';
}

function normalColour(value: string): string {
  const colour = value.replace(/\s*!important$/, '').replace(/\s+/g, '');
  if (colour === 'white') return '#ffffff';
  if (/^rgba?\(255,255,255/.test(colour)) return '#ffffff';
  if (/^rgba\(.*,0?\.?0+\)$/.test(colour)) return 'transparent';
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(colour);
  return short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : colour;
}
