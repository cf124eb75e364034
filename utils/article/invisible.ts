/**
 * Characters that a reader does not see: controls, zero-width spaces and marks, bidirectional controls, soft hyphens,
 * fillers and the « tag » characters, all of them used to hide text from an editor and not from a model; and halves of
 * characters, with which WordPress refuses to save a post. Blanks stay, and so do what emoji are joined and chosen with.
 */
const INVISIBLE = /(?![\t\n\f\r]|\u200D|\uFE0E|\uFE0F)[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\uFFF9-\uFFFB]/gv;
/** A zero-width joiner is wanted inside an emoji sequence only. */
const LOOSE_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gv;

/** Some character is none that French is printed with: only then one of those above can be there. */
const UNUSUAL = /[^\t\n\f\r -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20AC]/;

export function withoutInvisible(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(LOOSE_JOINER, '');
}
