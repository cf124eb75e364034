/** Where the findings of a report stand in the draft, so that the preview can underline them. Pure. */
import type { Draft } from '../utils/article/draft.ts';
import type { Finding, Report, SentenceEvidence } from '../utils/article/report.ts';
import { textUnits } from '../utils/article/text-units.ts';

export interface FindingPlace {
  /** Index into `report.findings`. */
  finding: number;
  severity: Finding['severity'];
  section: number;
  /** -1 = the section's subheading. */
  block: number;
  item: number;
  /** [start, end) in the unit's plain text. */
  start: number;
  end: number;
}

/** One place a finding; none for what is absent from the text (`lost`). `kept` findings are left out. */
export function placeFindings(draft: Draft, report: Report, isKept: (finding: Finding) => boolean): FindingPlace[] {
  return report.findings.flatMap((finding, index) => {
    if (!finding.excerpt || isKept(finding)) return [];
    const place =
      bySentence(finding, report, draft) ?? byText(finding, draft) ?? byHref(finding, draft) ?? bySubheading(finding, draft);
    return place ? [{ ...place, finding: index, severity: finding.severity }] : [];
  });
}

type Place = Omit<FindingPlace, 'finding' | 'severity'>;

function bySentence(finding: Finding, report: Report, draft: Draft): Place | null {
  const evidence = finding.sentence === undefined ? undefined : report.evidence[finding.sentence];
  const at = evidence?.sentence.indexOf(finding.excerpt) ?? -1;
  if (!evidence || at < 0 || !standsThere(evidence, draft)) return null;
  const start = evidence.place.start + at;
  return { ...evidence.place, start, end: start + finding.excerpt.length };
}

function standsThere({ sentence, place }: SentenceEvidence, draft: Draft): boolean {
  const units = textUnits(draft.sections[place.section]?.blocks ?? []);
  const unit = units.find((one) => one.block === place.block && one.item === place.item);
  return unit?.text.slice(place.start, place.end) === sentence;
}

function byText(finding: Finding, draft: Draft): Place | null {
  for (const [section, { blocks }] of draft.sections.entries())
    for (const unit of textUnits(blocks)) {
      const start = unit.text.indexOf(finding.excerpt);
      if (start >= 0) return { section, block: unit.block, item: unit.item, start, end: start + finding.excerpt.length };
    }
  return null;
}

function byHref(finding: Finding, draft: Draft): Place | null {
  for (const [section, { blocks }] of draft.sections.entries())
    for (const unit of textUnits(blocks)) {
      let start = 0;
      for (const run of unit.inlines) {
        const end = start + run.text.length;
        if (run.marks?.some((mark) => mark.kind === 'link' && mark.href === finding.excerpt))
          return { section, block: unit.block, item: unit.item, start, end };
        start = end;
      }
    }
  return null;
}

function bySubheading(finding: Finding, draft: Draft): Place | null {
  for (const [section, { heading }] of draft.sections.entries()) {
    const start = heading?.indexOf(finding.excerpt) ?? -1;
    if (start >= 0) return { section, block: -1, item: 0, start, end: start + finding.excerpt.length };
  }
  return null;
}
