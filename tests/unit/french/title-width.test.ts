import { describe, expect, it } from 'vitest';
import { titleWidth } from '../../../utils/french/title-width.ts';

describe('titleWidth', () => {
  it('is the width of Arial at 20 pixels', () => {
    expect(titleWidth('Mil')).toBe(Math.round(((833 + 222 + 222) * 20) / 1000));
    expect(titleWidth('')).toBe(0);
  });

  it('does not widen accented letters', () => {
    expect(titleWidth('ÉÀçôï')).toBe(titleWidth('EAcoi'));
  });

  it('lets about 65 characters of French into 600 pixels', () => {
    const title = 'Négociations sur l’Ukraine : le Kremlin dément tout contact secret';
    expect(title).toHaveLength(66);
    expect(titleWidth(title)).toBeGreaterThan(540);
    expect(titleWidth(title)).toBeLessThan(640);
  });
});
