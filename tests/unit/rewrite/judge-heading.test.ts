import { describe, expect, it } from 'vitest';
import { judgeHeading } from '../../../utils/rewrite/judge-heading.ts';

const rules = { others: ['Le Kremlin dément tout contact'], faults: () => [] };

describe('a subheading', () => {
  it.each(['Introduction', 'Contexte', 'Les faits', 'Subheading 7: the war', 'Conclusion :', 'Section 2'])(
    '« %s » says nothing',
    (heading) => {
      expect(judgeHeading(heading, rules)).toBe('generic');
    },
  );

  it.each(['Le kilo de porc a', 'Les versions divergent sur les changements de', 'Le maire :'])(
    '« %s » is broken off',
    (heading) => {
      expect(judgeHeading(heading, rules)).toBe('broken');
    },
  );

  it('may not say what another one says', () => {
    expect(judgeHeading('Le Kremlin dément tout contact', rules)).toBe('double');
  });

  it('is refused for a doubt of the checks, and for English', () => {
    const fault = { kind: 'hedge-lost' as const, severity: 'warning' as const, excerpt: 'envisage', message: '' };
    expect(judgeHeading('Nordibox envisage la fermeture du site', { others: [], faults: () => [fault] })).toBe('hedge');
    expect(judgeHeading('What the Kremlin said about the war', rules)).toBe('language');
  });

  it.each(['Dmitri Peskov dénonce un « faux rapport »', 'La Russie renonce-t-elle à ses exigences ?', 'Ce que dit Bloomberg'])(
    '« %s » is good',
    (heading) => {
      expect(judgeHeading(heading, rules)).toBeNull();
    },
  );
});
