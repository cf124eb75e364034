/** Each way in which a provider has been seen to fail, or to be odd, as a script for the test model server. */
import type { Answer, LlmRequest, Script } from './llm-server.ts';

/** `text` is what the model would say if nothing happened. Times in ms, short where a test can shorten the patience. */
export type ChaosCase = (text: string) => Script;

const always =
  (answer: (text: string) => Answer): ChaosCase =>
  (text) =>
  () =>
    answer(text);

/** The first `times` requests get `bad`, the rest the text. */
const first =
  (times: number, bad: Answer): ChaosCase =>
  (text) =>
  (request) =>
    request.index < times ? bad : { text };

/** Refuses a parameter while it is there, as OpenAI words it. */
const refuses =
  (name: string, isThere: (request: LlmRequest) => boolean): ChaosCase =>
  (text) =>
  (request) =>
    isThere(request)
      ? apiError(400, { message: `Unsupported parameter: '${name}'.`, param: name, code: 'unsupported_parameter' })
      : { text };

/** Sentences that would do in the article, had they not been thought only: the source carries them. */
export const FRENCH_THINKING =
  'Le Kremlin a démenti mardi. Vladimir Poutine aurait contacté les États-Unis. Il faut maintenant placer les citations. ' +
  'Le Kremlin dément donc ces informations.';

export const CHAOS: Record<string, ChaosCase> = {
  '401': always(() =>
    apiError(401, { message: 'Incorrect API key provided: sk-secret-key-of-the-test.', code: 'invalid_api_key' }),
  ),
  '402': always(() => apiError(402, { message: 'Insufficient Balance' })),
  '403 empty': always(() => ({ status: 403, body: '' })),
  '404 of a model': always(() => apiError(404, { message: 'The model does not exist', code: 'model_not_found' })),
  '404 that names nothing': always(() => apiError(404, { message: 'not found', code: null })),
  '404 web page': always(() => ({ status: 404, body: '<!doctype html><title>404</title>' })),
  '400 max_tokens': refuses('max_tokens', (request) => request.body.max_tokens !== undefined),
  '400 temperature': refuses('temperature', (request) => request.body.temperature !== undefined),
  '400 stream_options': refuses('stream_options', (request) => request.body.stream_options !== undefined),
  '400 response_format': refuses('response_format', (request) => request.body.response_format !== undefined),
  '400 json_schema only': refuses('response_format', (request) => request.body.response_format?.type === 'json_schema'),
  '400 stream with a schema': refuses(
    'stream',
    (request) => request.body.stream === true && request.body.response_format !== undefined,
  ),
  '422 of a pydantic server': (text) => (request) =>
    request.body.stream_options
      ? { status: 422, body: { detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'], msg: 'Extra inputs' }] } }
      : { text },
  '400 unexplained': always(() => apiError(400, { message: 'Bad request', code: null })),
  '429 short': first(1, {
    ...apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' }),
    headers: { 'retry-after': '1' },
  }),
  '429 long': first(1, {
    ...apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' }),
    headers: { 'retry-after': '90' },
  }),
  '429 absurd': always(() => ({
    ...apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' }),
    headers: { 'retry-after': '86400' },
  })),
  '429 for ever': always(() => apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' })),
  '429 insufficient_quota': always(() => apiError(429, { message: 'You exceeded your quota', code: 'insufficient_quota' })),
  '500 once': first(1, apiError(500, { message: 'Internal error' })),
  '502 once': first(1, { status: 502, body: '<html>Bad gateway</html>' }),
  '503 twice': first(2, apiError(503, { message: 'Overloaded' })),
  '500 for ever': always(() => apiError(500, { message: 'Internal error' })),
  'late head': always((text) => ({ text, headersAfterMs: 300 })),
  'late first byte': always((text) => ({ text, firstByteAfterMs: 300 })),
  'no head': always((text) => ({ text, headersAfterMs: 60_000 })),
  'stalled after the head': always((text) => ({ text, stallAfter: 0 })),
  'stalled in mid-stream': always((text) => ({ text, stallAfter: text.length / 2 })),
  'cut in a character': always((text) => ({ text, cutAfter: text.length / 2 })),
  'cut before any text': always((text) => ({ text, cutAfter: 0 })),
  'end without finish_reason': always((text) => ({ text, finish: null })),
  'error in mid-stream': always((text) => ({
    text,
    errorAfter: { chars: text.length / 2, error: { message: 'Upstream died', code: 502 } },
  })),
  'quota in mid-stream': always((text) => ({
    text,
    errorAfter: { chars: text.length / 2, error: { message: 'Quota', code: 'insufficient_quota' } },
  })),
  'comments only': always(() => ({ comments: 5, delayMs: 5 })),
  'comments before the text': always((text) => ({ text, comments: 5 })),
  '200 web page': always(() => ({ status: 200, body: '<!doctype html><title>Portail</title>' })),
  '200 foreign JSON': always(() => ({ status: 200, body: { hello: 'world' } })),
  '200 JSON error': always(() => ({ status: 200, body: { error: { message: 'No', code: 'invalid_api_key' } } })),
  gzip: always((text) => ({ text, gzip: true })),
  CRLF: always((text) => ({ text, eol: '\r\n' })),
  'one byte a chunk': always((text) => ({ text: text.slice(0, 120), bytesPerWrite: 1 })),
  '64 kB a chunk': always((text) => ({ text, bytesPerWrite: 65_536 })),
  'think in the text': always((text) => ({ text: `<think>Hmm, let me see.</think>\n\n${text}`, chunkChars: 3 })),
  'think never opened': always((text) => ({ text: `Hmm, let me see.</think>\n\n${text}`, chunkChars: 3 })),
  'French thinking never opened': always((text) => ({ text: `${FRENCH_THINKING}</think>\n\n${text}`, chunkChars: 3 })),
  'reasoning and text': always((text) => ({ text, reasoning: 'Let me see.' })),
  'reasoning only': always(() => ({ text: '', reasoning: 'Let me see.' })),
  'finish length': always((text) => ({ text, finish: 'length' })),
  'finish content_filter': always((text) => ({ text: text.slice(0, 40), finish: 'content_filter' })),
  'no usage': always((text) => ({ text, usage: null })),
  'plain JSON body': always((text) => ({ text, plainJson: true })),
  'empty answer': always(() => ({ text: '' })),
  'endless answer': always((text) => ({ text, endless: true })),
  'JSON in a fence': always((text) => ({
    text: `Voici :\n\`\`\`json\n${JSON.stringify({ titre: text.slice(0, 20) })}\n\`\`\`\n`,
  })),
  'broken JSON': always((text) => ({ text: `{"titre": "${text.slice(0, 20)}` })),
  'answer in English': always(() => ({ text: 'The Kremlin denied on Tuesday that any talks had taken place with Washington.' })),
};

/** The JSON error answer of a provider. */
export function apiError(status: number, error: { message: string; code?: string | number | null; param?: string }): Answer {
  return { status, body: { error: { type: 'invalid_request_error', param: null, ...error } } };
}
