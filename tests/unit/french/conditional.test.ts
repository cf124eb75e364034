import { expect, it } from 'vitest';
import { isConditionalForm } from '../../../utils/french/conditional.ts';

it.each(
  'serait aurait pourrait devrait viendrait mettrait paraîtrait enverrait suivrait finirait céderait ouvrirait rentrerait considérerait faudrait conclurait romprait boirait seraient'.split(
    ' ',
  ),
)('« %s » is a conditional', (word) => expect(isConditionalForm(word)).toBe(true));

it.each(
  'rentrait montrait rencontrait considérait espérait ignorait assurait figurait tirait attirait déclarait comparait ouvrait souffrait livrait instaurait portrait retrait parait rentraient'.split(
    ' ',
  ),
)('« %s » is none', (word) => expect(isConditionalForm(word)).toBe(false));
