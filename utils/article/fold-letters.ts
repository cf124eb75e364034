/** Letters without case, accents and ligatures: for comparing French words. Not for showing. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ð: 'd', þ: 'th' };

/** « L’Œuvre d’Éric » → « l’oeuvre d’eric ». Length may change. */
export function foldedLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđıðþ]/g, (letter) => LIGATURES[letter] ?? letter);
}
