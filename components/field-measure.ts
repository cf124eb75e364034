/** How long a field may be, and how long it is. */
import type { FieldId } from './view.ts';

export interface Measure {
  unit: 'characters' | 'pixels';
  value: number;
  /** Below it the text is short; 0 = nothing asked. */
  min: number;
  max: number;
}

/**
 * Limits: title 65 characters; SEO title 600 px at Google's 20 px Arial (Yoast's page title width); meta description
 * 120-155 characters (Yoast reads more than 156 as too long); slug 75 characters; excerpt 300 characters.
 */
export function measureOf(field: FieldId, text: string, widthOf: (text: string) => number): Measure | null {
  switch (field) {
    case 'title':
      return { unit: 'characters', value: text.length, min: 0, max: 65 };
    case 'seoTitle':
      return { unit: 'pixels', value: Math.round(widthOf(text)), min: 0, max: 600 };
    case 'metaDescription':
      return { unit: 'characters', value: text.length, min: 120, max: 155 };
    case 'slug':
      return { unit: 'characters', value: text.length, min: 0, max: 75 };
    case 'excerpt':
      return { unit: 'characters', value: text.length, min: 0, max: 300 };
    case 'keyphrase':
    case 'tags':
      return null;
  }
}

export function verdictOf({ value, min, max }: Measure): 'fits' | 'too_long' | 'too_short' {
  return value > max ? 'too_long' : value < min ? 'too_short' : 'fits';
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** Pixels of a SERP title: Arial, 20 px. Half an em a character where there is no canvas. */
export function serpTitleWidth(text: string): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return text.length * 10;
  canvas.font = '20px Arial, "Liberation Sans", sans-serif';
  return canvas.measureText(text).width;
}
