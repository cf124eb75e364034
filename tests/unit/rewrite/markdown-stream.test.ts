import { describe, expect, it } from 'vitest';
import { MarkdownStream, type StreamUnit } from '../../../utils/rewrite/markdown-stream.ts';

function read(markdown: string, size = 5): StreamUnit[] {
  const stream = new MarkdownStream();
  const units: StreamUnit[] = [];
  for (let at = 0; at < markdown.length; at += size) units.push(...stream.push(markdown.slice(at, at + size)));
  return [...units, ...stream.end()];
}

const said = (units: StreamUnit[]): string[] => units.map((unit) => unit.text);

describe('a streamed answer', () => {
  it('gives a sentence as soon as the next one has begun', () => {
    const stream = new MarkdownStream();
    expect(stream.push('Le Kremlin dément. Reu')).toEqual([{ kind: 'sentence', text: 'Le Kremlin dément.', opens: 'paragraph' }]);
    expect(stream.open).toBe('Reu');
    expect(stream.end()).toEqual([{ kind: 'sentence', text: 'Reu', opens: null }]);
  });

  it('knows subheadings, also those in disguise', () => {
    const units = read('## Ce que dit Moscou\n\nRien.\n\n**La réponse de Kiev**\n\nNon plus.');
    expect(units.filter((unit) => unit.kind === 'heading').map((unit) => [unit.text, unit.level])).toEqual([
      ['Ce que dit Moscou', 2],
      ['La réponse de Kiev', 3],
    ]);
  });

  it('keeps list items apart', () => {
    const units = read('Trois points.\n- Le premier.\n* Le deuxième. Et sa suite.\n2. Le troisième.');
    expect(units.map((unit) => (unit.kind === 'sentence' ? unit.opens : ''))).toEqual([
      'paragraph',
      'item',
      'item',
      null,
      'item',
    ]);
  });

  it('does not cut a quotation of several sentences', () => {
    expect(said(read('« Oui. Et je reviendrai. Demain », a-t-il dit. Puis il est parti.'))).toEqual([
      '« Oui. Et je reviendrai. Demain », a-t-il dit.',
      'Puis il est parti.',
    ]);
  });

  it('joins a line that a model has wrapped', () => {
    expect(said(read('Le texte va\nà la ligne sans finir.'))).toEqual(['Le texte va à la ligne sans finir.']);
  });

  it('gives the same sentences however the answer is cut into pieces', () => {
    const markdown =
      '# Un\n\nPremière phrase. Deuxième phrase [C1].\n\n- Point un.\n- Point deux, M. Durand. Suite.\n\n## Deux\nFin « sans point »';
    const whole = read(markdown, markdown.length);
    for (let size = 1; size <= 40; size++) expect({ size, units: read(markdown, size) }).toEqual({ size, units: whole });
  });
});
