/** « de l’anglais », « du russe »: what a text was translated from, by its BCP 47 language. */
export function fromLanguage(language: string): string {
  const name = new Intl.DisplayNames('fr', { type: 'language' }).of(language) ?? language;
  return /^[aeéiouh]/iu.test(name) && name !== 'hindi' ? `de l’${name}` : `du ${name}`;
}

/** What stands at the end of an article whose quotations are not in the words in which they were said. */
export function translationNote(language: string): string {
  return `Citations traduites ${fromLanguage(language)}.`;
}
