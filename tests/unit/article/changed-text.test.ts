import { describe, expect, it } from 'vitest';
import { changedTexts } from '../../../utils/article/changed-text.ts';
import type { DraftSection } from '../../../utils/article/draft.ts';

const section = (heading: string | null, ...texts: string[]): DraftSection => ({
  ...{ id: 'P1', form: 'body', level: 2, heading },
  blocks: texts.map((text) => ({ kind: 'paragraph', inlines: [{ text }] })),
});

describe('what has changed in a draft', () => {
  it('is the paragraphs between those that stayed the same', () => {
    const before = [section(null, 'Chapô.'), section('Deux', 'A.', 'B.', 'C.')];
    const after = [section(null, 'Chapô.'), section('Deux', 'A.', 'Bb.', 'C.')];
    expect(changedTexts(before, after)).toEqual([{ heading: 'Deux', old: 'B.', new: 'Bb.' }]);
  });

  it('is nothing where the text is the same', () => {
    expect(changedTexts([section('Un', 'A.')], [section('Un', 'A.')])).toEqual([]);
  });

  it('holds what came, and what went, whole', () => {
    expect(changedTexts([section('Un', 'A.', 'A.')], [section('Un', 'A.'), section('Deux', 'B.')])).toEqual([
      { heading: 'Un', old: 'A.', new: '' },
      { heading: 'Deux', old: '', new: 'Deux\nB.' },
    ]);
  });
});
