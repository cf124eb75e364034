/** Links: an address that no source gives. */
import type { Finding } from '../article/report.ts';
import type { FactSheet } from '../facts/fact.ts';
import { linksOf } from '../facts/links.ts';
import type { DraftReading } from './read-draft.ts';

/** `own` = addresses the user allows besides (their site). */
export function checkLinks(reading: DraftReading, sheet: FactSheet, own: (href: string) => boolean = () => false): Finding[] {
  const known = new Map<string, string>();
  for (const fact of sheet.facts) for (const link of fact.links) known.set(sameAddress(link.href), link.href);
  const findings: Finding[] = [];
  const reported = new Set<string>();
  reading.units.forEach((unit, i) => {
    for (const link of linksOf(unit)) {
      if (known.has(sameAddress(link.href)) || own(link.href) || reported.has(link.href)) continue;
      reported.add(link.href);
      const sentence = reading.sentences.findIndex(
        (candidate) => candidate.unit === i && candidate.start + candidate.analysis.text.length > link.start,
      );
      const near = [...known.values()].find((href) => hostOf(href) === hostOf(link.href));
      findings.push({
        kind: 'link',
        severity: 'error',
        excerpt: link.href,
        message: near ? 'L’adresse de ce lien n’est pas celle de la source.' : 'Ce lien n’est pas dans la source.',
        ...(near ? { source: near } : {}),
        ...(sentence === -1 ? {} : { sentence }),
      });
    }
  });
  return findings;
}

/** Scheme and a final slash make no other address. */
function sameAddress(href: string): string {
  return href.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
}

function hostOf(href: string): string {
  return (/^https?:\/\/(?:www\.)?([^/?#]+)/iu.exec(href)?.[1] ?? href).split('.').slice(-2, -1).join('');
}
