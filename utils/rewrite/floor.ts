/** The floor: each planned section written by code from its facts alone. What stands until better text has passed. */
import type { Block } from '../article/block.ts';
import type { FactSheet } from '../facts/fact.ts';
import { bodyFloor } from './floor/body.ts';
import { chapoFloor } from './floor/chapo.ts';
import { chronologyFloor } from './floor/chronology.ts';
import { essentielFloor } from './floor/essentiel.ts';
import { figuresFloor } from './floor/figures.ts';
import { knownFloor } from './floor/known.ts';
import { nextFloor } from './floor/next.ts';
import { peopleFloor } from './floor/people.ts';
import { proseOf } from './floor/prose.ts';
import { questionsFloor } from './floor/questions.ts';
import { whoFloor } from './floor/who.ts';
import type { RewriteOptions } from './options.ts';
import type { PlannedSection } from './plan.ts';
import { type ReadFact, readingOf } from './reading.ts';
import { isEnglish } from './small-words.ts';

/**
 * The section's blocks, from its facts and quotations only: no new name, number or claim. Deterministic.
 * Empty for a source that is not in French: code cannot translate, and another language's sentences are no French text.
 */
export function composeFloor(section: PlannedSection, sheet: FactSheet, options: RewriteOptions): Block[] {
  if (!floorCan(sheet)) return [];
  const reading = readingOf(sheet);
  const facts = section.facts.map((id) => reading.of(id)).filter((read): read is ReadFact => read !== undefined);
  const prose = proseOf(sheet, options);
  switch (section.form) {
    case 'chapo':
      return chapoFloor(facts, reading, prose);
    case 'essentiel':
      return essentielFloor(facts, reading, prose);
    case 'body':
    case 'reactions':
      return bodyFloor(facts, reading, prose);
    case 'who-said-what':
      return whoFloor(section.quotations, sheet, reading, prose);
    case 'known-denied-unknown':
      return knownFloor(facts, reading, prose);
    case 'figures':
      return figuresFloor(facts, reading, prose);
    case 'chronology':
      return chronologyFloor(facts, prose);
    case 'questions':
      return questionsFloor(facts, reading, prose);
    case 'people':
      return peopleFloor(reading, prose);
    case 'next':
      return nextFloor(facts, reading, prose);
  }
}

/** Whether code can write from this source at all: its language must be French (or not known). */
export function floorCan(sheet: FactSheet): boolean {
  if (isEnglish(sheet.facts.map((fact) => fact.text).join(' '))) return false;
  return sheet.language === '' || /^fr/iu.test(sheet.language) || /^(?:und|unknown)/iu.test(sheet.language);
}
