/**
 * A second look by the model, where the user asks for one: which sentences of the draft say something else than the source
 * sentences beside them. Its opinion and nothing more: no check, no count and no text depends on it.
 */
import { CodedError } from '../errors.ts';
import { typographText } from '../french/typography.ts';
import { jsonAnswer } from '../llm/json-answer.ts';
import type { ChatMessage } from '../llm/llm-client.ts';
import { z } from '../zod.ts';
import { batchesOf, type LookItem, lookMessages, sentencesToLookAt } from './look-requests.ts';
import type { OnDemandInput } from './on-demand.ts';
import { nonceFor } from './open-desk.ts';
import type { Opinion, RewriteEvent } from './progress.ts';
import { tokensFor } from './prompt.ts';
import { isForeign } from './small-words.ts';
import { wholeAnswer } from './whole-answer.ts';

/**
 * One request after the other; what one has answered stays, whatever becomes of the next.
 * @param model whose opinion it is, as it is shown
 * @throws what `LlmClient.stream` throws, and CodedError `bad_answer` where no JSON came, asked for twice
 */
export async function* secondLook(input: OnDemandInput, model: string): AsyncGenerator<RewriteEvent, void> {
  const { report } = input.progress;
  if (!report || !input.client) return;
  const nonce = nonceFor(report);
  const batches = batchesOf(sentencesToLookAt(input.progress));
  for (const [done, batch] of batches.entries()) {
    yield { kind: 'stage', stage: 'checking', done, total: batches.length };
    const remarks = yield* remarksOn(input, input.client, lookMessages(batch, nonce), tokensFor(25 * batch.length));
    const opinions = opinionsOf(remarks, batch).map(({ sentence, reason }): Opinion => ({
      sentence,
      reason: typographText(reason, input.options),
      model,
    }));
    yield { kind: 'opinions', looked: batch.map((item) => item.sentence), opinions };
  }
}

async function* remarksOn(
  { signal }: OnDemandInput,
  client: NonNullable<OnDemandInput['client']>,
  messages: ChatMessage[],
  maxTokens: number,
): AsyncGenerator<RewriteEvent, unknown[]> {
  const json = { name: 'avis', schema: SCHEMA };
  const ask = (asked: ChatMessage[]) =>
    wholeAnswer(client, { purpose: 'opinion', messages: asked, maxTokens, temperature: 0, json }, signal);
  const said = yield* ask(messages);
  const first = Answer.safeParse(jsonAnswer(said));
  if (first.success) return first.data.ecarts;
  const again: ChatMessage[] = [
    { role: 'assistant', content: said.slice(0, 2000) },
    { role: 'user', content: 'Ce n’est pas l’objet JSON demandé. Redonne ta réponse : un objet dont la clé est « ecarts ».' },
  ];
  const second = Answer.safeParse(jsonAnswer(yield* ask([...messages, ...again])));
  if (!second.success) throw new CodedError('bad_answer', 'no JSON object with « ecarts »');
  return second.data.ecarts;
}

/** Each remark by itself may be nothing. */
const Answer = z.object({ ecarts: z.array(z.unknown()) });
const Remark = z.object({ phrase: z.coerce.number(), raison: z.string() });
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['ecarts'],
  properties: {
    ecarts: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['phrase', 'raison'],
        properties: { phrase: { type: 'integer' }, raison: { type: 'string' } },
      },
    },
  },
};

/** Without those on a sentence that was not sent, a second one on the same, and those that give no reason in French. */
function opinionsOf(remarks: readonly unknown[], batch: readonly LookItem[]): { sentence: string; reason: string }[] {
  const opinions = new Map<string, string>();
  for (const given of remarks) {
    const { success, data } = Remark.safeParse(given);
    const sentence = success ? batch[data.phrase - 1]?.sentence : undefined;
    const reason = success ? reasonOf(data.raison) : null;
    if (sentence !== undefined && reason !== null && !opinions.has(sentence)) opinions.set(sentence, reason);
  }
  return [...opinions].map(([sentence, reason]) => ({ sentence, reason }));
}

/** Characters: some 20 words are asked for. */
const MOST_REASON = 240;
/** Some models have a remark on each sentence, to say that there is none. */
const NOTHING = /^(?:rien|aucune?|ok|conforme|fidèle|identique|pas d[e'’])(?![\p{L}\p{N}])/iu;
const MARKUP = /https?:|www\.|[<>{}]/u;

function reasonOf(given: string): string | null {
  const text = given.replace(/\s+/gu, ' ').trim();
  const own = text.replace(/«[^»]*»|"[^"]*"/gu, ' ');
  if (!/\p{L}/u.test(text) || NOTHING.test(text) || MARKUP.test(text) || isForeign(own)) return null;
  return text.length <= MOST_REASON ? text : `${text.slice(0, MOST_REASON).replace(/\s\S*$/u, '')}…`;
}
