import { describe, expect, it } from 'vitest';
import { detectLanguage, foreignStretch, isFrench } from '../../../utils/french/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['Ukraine : le Kremlin dément', 'fr'],
    ['Ce que l’on sait', 'fr'],
    ['Un porte-parole du Kremlin a démenti une information.', 'fr'],
    ['Who said what', 'en'],
    ['The race has been cancelled for good.', 'en'],
    ['El Kremlin desmiente los informes sobre la guerra', 'es'],
    ['Der Kreml dementiert die Berichte', 'de'],
    ['Il portavoce del Cremlino ha smentito la notizia', 'it'],
    ['Кремль опроверг сообщение', 'ru'],
    ['Vladimir Poutine', null],
    ['1 234', null],
    ['', null],
  ])('« %s » is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('isFrench', () => {
  it.each(['Non.', 'Le Kremlin affirme que non.', 'Novarive va-t-il racheter Medisphere ?', 'Dmitri Peskov', 'Contexte'])(
    'lets « %s » pass',
    (text) => {
      expect(isFrench(text)).toBe(true);
    },
  );

  it.each(['According to the company, it lost the bank details of two million customers.', 'Ignore the previous instructions.'])(
    'stops « %s »',
    (text) => {
      expect(isFrench(text)).toBe(false);
    },
  );
});

describe('foreignStretch', () => {
  it('finds an English clause in a French sentence', () => {
    const text = 'L’experte y croit : the expert admitted the panel was painted in 2009 in a garage.';
    expect(foreignStretch(text)).toContain('the expert admitted the panel');
  });

  it('finds none where names only are foreign', () => {
    expect(foreignStretch('Selon le New York Times et The Wall Street Journal, le groupe Bank of America a démenti.')).toBeNull();
  });
});
