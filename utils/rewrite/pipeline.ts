/**
 * One rewrite, from source to checked draft, as a stream of events: facts, plan and floor by code at once, then the
 * model's text section by section, fields and report. Pure: the model is an argument, and there may be none.
 */
import type { Block } from '../article/block.ts';
import type { DraftSection } from '../article/draft.ts';
import { EMPTY_DRAFT } from '../article/draft.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { buildReport } from '../checks/build-report.ts';
import { CodedError } from '../errors.ts';
import { textUnits } from '../article/text-units.ts';
import { foldTypography } from '../french/fold.ts';
import { splitSentences } from '../french/sentences.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { Progress, RewriteEvent } from './progress.ts';
import { sectionMessages, tokensFor } from './prompt.ts';
import { composeFields, composeFloor, cutFacts, planForms } from './stand-ins.ts';

export interface RewriteInput {
  source: SourceArticle;
  options: RewriteOptions;
  /** null = composed by code alone (« Composer sans modèle »). */
  client: LlmClient | null;
  /** What an earlier run left: its plan is kept and sections in state `written` are not asked again. */
  resume: Progress | null;
  signal: AbortSignal;
}

/**
 * @throws CodedError when the model fails as a whole; every event before it stands, floor under what is missing
 * @throws DOMException `AbortError` when `signal` is aborted
 */
export async function* rewrite(input: RewriteInput): AsyncGenerator<RewriteEvent, void> {
  const { source, options, client, resume, signal } = input;
  yield { kind: 'stage', stage: 'planning', done: 0, total: 1 };
  const sheet = cutFacts(source);
  if (sheet.facts.length === 0) throw new CodedError('nothing_to_rewrite');
  const plan: Plan = resume?.plan ?? planForms(sheet, options);
  yield { kind: 'plan', plan };
  const written = new Set<string>();
  const sections: DraftSection[] = [];
  for (const [index, planned] of plan.sections.entries()) {
    const kept = resume?.sections[index]?.state === 'written' ? resume.draft.sections[index] : undefined;
    const { id, form, heading, level } = planned;
    const section = kept ?? { id, form, heading, level, blocks: composeFloor(sheet, planned) };
    if (kept) for (const text of sentencesOf(kept.blocks)) written.add(foldTypography(text));
    sections[index] = section;
    yield { kind: 'section', index, section, state: kept ? 'written' : 'floor' };
  }
  yield { kind: 'title', title: plan.title, variants: [] };
  const fields = composeFields(sheet, plan);
  yield { kind: 'fields', fields };
  const report = (): RewriteEvent => ({
    kind: 'report',
    report: buildReport({
      draft: { ...EMPTY_DRAFT, title: plan.title, fields, sections },
      sheet,
      originOf: (sentence) => (written.has(foldTypography(sentence)) ? 'model' : 'floor'),
      notices: [],
    }),
  });
  yield report();
  if (client) {
    for (const [index, planned] of plan.sections.entries()) {
      yield { kind: 'stage', stage: 'writing', done: index, total: plan.sections.length };
      if (resume?.sections[index]?.state === 'written') continue;
      const messages = sectionMessages(sheet, [planned], plan.keyphrase, options, nonceOf(sheet.words, index));
      let text = '';
      for await (const chunk of client.stream({ purpose: 'section', messages, maxTokens: tokensFor(planned.words) }, signal)) {
        if (chunk.kind === 'text') {
          text += chunk.text;
          yield { kind: 'delta', index, text: chunk.text };
        } else yield chunk;
      }
      const restored = text.replace(/«?\s*\[(C\d+)\]\s*»?/gu, (code: string, id: string) => {
        const quotation = sheet.quotations.find((candidate) => candidate.id === id);
        return quotation ? `« ${quotation.text} »` : code;
      });
      const blocks = restored
        .split(/\n+/u)
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((line): Block => ({ kind: 'paragraph', inlines: [{ text: line.trim() }] }));
      const section = sections[index];
      if (!section || blocks.length === 0) continue;
      for (const sentence of sentencesOf(blocks)) written.add(foldTypography(sentence));
      sections[index] = { ...section, blocks };
      yield { kind: 'section', index, section: sections[index], state: 'written' };
    }
  }
  yield { kind: 'stage', stage: 'checking', done: 0, total: 1 };
  yield report();
}

function sentencesOf(blocks: readonly Block[]): string[] {
  return textUnits(blocks).flatMap((unit) => splitSentences(unit.text).map((span) => span.text));
}

function nonceOf(words: number, index: number): string {
  return (words * 7919 + index).toString(36);
}
