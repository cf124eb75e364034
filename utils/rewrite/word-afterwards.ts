/**
 * Title, subheadings and fields by a local model, once its text stands: until then the code's do. In one request that
 * begins like those for the text, so that the server has read most of it already.
 */
import type { Desk } from './desk.ts';
import type { Plan } from './plan.ts';
import type { RewriteEvent } from './progress.ts';
import type { Reporter } from './reporter.ts';
import { wordByModel } from './word-by-model.ts';

/**
 * A model whose sentences had to be cut is not asked: of a 1.5B model's subheadings
 * 5 of 36 were right, of its descriptions none was of the length asked for, and its titles carried most of its errors.
 * @throws CodedError when the model fails otherwise than in this one answer
 */
export async function* wordAfterwards(
  desk: Desk,
  plan: Plan,
  reporter: Reporter,
  siteTags: readonly string[],
): AsyncGenerator<RewriteEvent, void> {
  const { sheet, manuscript, client, claims, nonce, signal } = desk;
  if (!desk.trust.good) {
    reporter.notice('fields_by_code');
    return;
  }
  const worded = yield* wordByModel({
    ...{ sheet, claims, client, nonce, signal, siteTags, plan },
    code: { ...reporter.titles, fields: reporter.fields },
    options: { ...desk.options, keyphrase: plan.keyphrase },
    afterwards: true,
  });
  if (worded.fieldsByCode) reporter.notice('fields_by_code');
  reporter.title(worded.title, worded.variants);
  reporter.fields = worded.fields;
  yield reporter.titleEvent();
  yield { kind: 'fields', fields: worded.fields };
  for (const { id, heading, headingBy } of worded.plan.sections) {
    const index = manuscript.sections.findIndex((section) => section.planned.id === id);
    const section = manuscript.sections[index];
    // What the model has headed itself while writing, or what has gone, stays so.
    if (headingBy !== 'model' || !section || section.heading === null || section.headingBy === 'model') continue;
    Object.assign(section, { heading, headingBy });
    yield { kind: 'section', index, section: manuscript.section(index), state: section.state };
  }
}
