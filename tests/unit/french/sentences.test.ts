import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../utils/french/sentences.ts';

const texts = (text: string): string[] => splitSentences(text).map((span) => span.text);

describe('splitSentences', () => {
  it('splits at full stops, question and exclamation marks', () => {
    expect(texts('Il pleut. Va-t-il neiger ? Peut-être !')).toEqual(['Il pleut.', 'Va-t-il neiger ?', 'Peut-être !']);
  });

  it('survives titles, numbers, months, initials and decimals', () => {
    const text = 'M. Macron et Mme J. Dupont ont lu l’art. 12 du texte n° 5, le 1er janv. 2024, à 3.5 %.';
    expect(texts(text)).toEqual([text]);
  });

  it('ends a sentence after a short form that no figure follows', () => {
    expect(texts('Il est né en janv. Son frère aussi.')).toEqual(['Il est né en janv.', 'Son frère aussi.']);
  });

  it('keeps a quotation of several sentences with what introduces it', () => {
    const text = 'Il a dit : « Nous partons. Rien ne nous retient. » Puis il est sorti.';
    expect(texts(text)).toEqual(['Il a dit : « Nous partons. Rien ne nous retient. »', 'Puis il est sorti.']);
  });

  it('keeps the incise after a quotation that ends with a mark', () => {
    const text = '« Non ! », a-t-il répondu. « Jamais ! » a-t-elle ajouté.';
    expect(texts(text)).toEqual(['« Non ! », a-t-il répondu.', '« Jamais ! » a-t-elle ajouté.']);
  });

  it('loses and invents no character but spaces, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('M. ', 'Le', ' chat', '. ', ' ? ', '«\u00A0', '\u00A0»', ', ', '12', ' (', ') ', '…', '"', 'a-t-il '),
          { maxLength: 40 },
        ),
        (parts) => {
          const text = parts.join('');
          const spans = splitSentences(text);
          for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(
            spans
              .map((span) => span.text)
              .join('')
              .replace(/\s/gu, ''),
          ).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});
