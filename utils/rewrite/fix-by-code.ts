/** What of a finding code puts right by itself. Each returns the sections that it changed. */
import type { Block } from '../article/block.ts';
import type { Finding, SentenceEvidence } from '../article/report.ts';
import { inlineText } from '../article/inlines.ts';
import { mapInlines } from '../article/text-units.ts';
import type { Remedy } from '../checks/remedy.ts';
import { splitSentences } from '../french/sentences.ts';
import { sliceInlines } from './floor-rest.ts';
import type { Manuscript } from './manuscript.ts';
import { replaceAt } from './repair.ts';
import { putBack } from './settle.ts';

type ByCode = Exclude<Remedy, 'reword' | 'lengthen'>;

export function fixByCode(
  remedy: ByCode,
  manuscript: Manuscript,
  finding: Finding,
  entry: SentenceEvidence | undefined,
): readonly number[] {
  switch (remedy) {
    case 'put-back': {
      const quotation = manuscript.sheet.quotations.find(({ text }) => text === finding.source);
      const section = quotation && putBack(quotation, manuscript);
      return section === undefined ? [] : [section];
    }
    case 'requote':
      return entry ? requoted(manuscript, entry, finding) : [];
    case 'split':
      return entry ? halved(manuscript, entry.place) : [];
    case 'unlink':
      return everywhere(manuscript, (blocks) => unlinked(blocks, finding.excerpt));
    case 'typography':
      // Each section is set anew whenever it is shown.
      return [...manuscript.sections.keys()];
  }
}

/** The source's own words between the same guillemets. */
function requoted(manuscript: Manuscript, { sentence, place }: SentenceEvidence, { excerpt, source = '' }: Finding): number[] {
  const at = sentence.indexOf(excerpt);
  const quoted = [...sentence.matchAll(/«[^»]*»|“[^”]*”|"[^"]*"/gu)].find(
    (match) => match.index <= at && at < match.index + match[0].length,
  );
  if (!quoted) return [];
  const rest = sentence.slice(quoted.index + quoted[0].length);
  const words = /^\s*[,;:]/u.test(rest) ? source.replace(/(?<![.…])\.$/u, '') : source;
  const text = `${sentence.slice(0, quoted.index)}« ${words} »${rest}`;
  return replaced(manuscript, place.section, (blocks) => replaceAt(blocks, place, text));
}

/** The paragraph in two, at the sentence nearest its middle. */
function halved(manuscript: Manuscript, { section, block }: SentenceEvidence['place']): number[] {
  return replaced(manuscript, section, (blocks) =>
    blocks.flatMap((one, index): Block[] => {
      if (index !== block || one.kind !== 'paragraph') return [one];
      const text = inlineText(one.inlines);
      const middle = (start: number): number => Math.abs(start - text.length / 2);
      const [cut] = splitSentences(text)
        .slice(1)
        .toSorted((a, b) => middle(a.start) - middle(b.start));
      if (!cut) return [one];
      const head = sliceInlines(one.inlines, 0, text.slice(0, cut.start).trimEnd().length);
      return [
        { ...one, inlines: head },
        { ...one, inlines: sliceInlines(one.inlines, cut.start, text.length) },
      ];
    }),
  );
}

function unlinked(blocks: readonly Block[], href: string): Block[] {
  return mapInlines(blocks, (inlines) =>
    inlines.map((run) => ({ ...run, marks: run.marks?.filter((mark) => mark.kind !== 'link' || mark.href !== href) })),
  );
}

function everywhere(manuscript: Manuscript, change: (blocks: Block[]) => Block[]): number[] {
  return [...manuscript.sections.keys()].flatMap((index) => replaced(manuscript, index, change));
}

function replaced(manuscript: Manuscript, index: number, change: (blocks: Block[]) => Block[]): number[] {
  const before = manuscript.section(index).blocks;
  const after = change(before);
  if (JSON.stringify(after) === JSON.stringify(before)) return [];
  manuscript.replace(index, after, []);
  return [index];
}
