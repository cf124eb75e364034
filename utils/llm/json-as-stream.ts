/** A `fetch` for servers that answer with one JSON body, asked to stream or not: their answer as a stream of one chunk. */
import { CodedError } from '../errors.ts';
import { z } from '../zod.ts';

/** @throws CodedError `bad_endpoint` when a JSON body is no answer of Chat Completions */
export function jsonAsStream(base: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await base(input, init);
    if (!response.ok || !/\bjson\b/i.test(response.headers.get('content-type') ?? '')) return response;
    const body: unknown = await response.json().catch(() => null);
    return new Response(`data: ${JSON.stringify(chunkOf(body))}\n\ndata: [DONE]\n\n`, {
      headers: { 'content-type': 'text/event-stream' },
    });
  };
}

function chunkOf(body: unknown): object {
  const failed = z.safeParse(Failed, Array.isArray(body) ? body[0] : body).data;
  if (failed) return failed;
  const completion = z.safeParse(Completion, body).data;
  if (!completion) throw new CodedError('bad_endpoint', 'a JSON body that is no chat completion');
  return {
    ...completion,
    choices: completion.choices.map(({ message, ...choice }) => ({ ...choice, delta: message })),
  };
}

const Failed = z.looseObject({ error: z.looseObject({}) });
const Completion = z.looseObject({ choices: z.array(z.looseObject({ message: z.looseObject({}) })) });
