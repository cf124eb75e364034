/** What the source has and the draft lacks: told, never held against it. */
import type { Finding } from '../article/report.ts';
import type { FactSheet } from '../facts/fact.ts';
import { linksOf } from '../facts/links.ts';
import { looseWords } from '../french/fold.ts';
import type { DraftReading } from './read-draft.ts';

/** Quotations of three words or more, and links, that stand nowhere in the draft. Their excerpt is empty. */
export function checkLost(reading: DraftReading, sheet: FactSheet): Finding[] {
  const verbatim = reading.units.map((unit) => unit.text).join('\n');
  let folded: string | null = null;
  const isKept = (words: string): boolean => {
    if (verbatim.includes(`« ${words} »`) || verbatim.includes(`«\u00A0${words}\u00A0»`)) return true;
    folded ??= ` ${reading.units.map((unit) => looseWords(unit.text)).join(' ')} `;
    return folded.includes(` ${looseWords(words)} `);
  };
  const lost = (message: string, source: string): Finding => ({ kind: 'lost', severity: 'info', excerpt: '', message, source });
  const hrefs = new Set(reading.units.flatMap((unit) => linksOf(unit).map((link) => link.href)));
  const links = new Set(sheet.facts.flatMap((fact) => fact.links.map((link) => link.href)));
  return [
    ...sheet.quotations
      .filter(({ whole, text: words }) => whole && !isKept(words))
      .map(({ text: words }) => lost('Cette citation de la source n’est pas reprise.', words)),
    ...[...links].filter((href) => !hrefs.has(href)).map((href) => lost('Ce lien de la source n’est pas repris.', href)),
  ];
}
