import { describe, expect, it } from 'vitest';
import { codeOfAnswer, detailOf, redact } from '../../../utils/llm/error-code.ts';

const hosted = { locality: 'hosted' as const };

describe('codeOfAnswer', () => {
  it('believes the provider’s code before the status', () => {
    expect(codeOfAnswer({ ...hosted, status: 429, error: { code: 'insufficient_quota' } })).toBe('quota');
    expect(codeOfAnswer({ ...hosted, status: 429, error: { code: null } })).toBe('rate_limited');
  });

  it('finds a bad key in Gemini’s details', () => {
    const error = { code: 400, message: 'x', details: [{ reason: 'API_KEY_INVALID' }] };
    expect(codeOfAnswer({ ...hosted, status: 400, error })).toBe('bad_key');
  });

  it('takes a 403 of a local server for a refused origin, of a hosted one for a refused key', () => {
    expect(codeOfAnswer({ locality: 'local', status: 403, error: undefined })).toBe('origin_refused');
    expect(codeOfAnswer({ ...hosted, status: 403, error: undefined })).toBe('bad_key');
  });

  it('does not guess what a bare 404 is about', () => {
    expect(codeOfAnswer({ ...hosted, status: 404, error: { message: 'not found' } })).toBe('ask_models');
    expect(codeOfAnswer({ ...hosted, status: 404, error: undefined })).toBe('bad_endpoint');
    expect(codeOfAnswer({ ...hosted, status: 404, error: { param: 'model' } })).toBe('model_not_found');
  });

  it('reads an upstream’s status out of an error in mid-stream', () => {
    expect(codeOfAnswer({ ...hosted, status: null, error: { code: 429 } })).toBe('rate_limited');
    expect(codeOfAnswer({ ...hosted, status: null, error: { code: 502 } })).toBe('server_error');
  });
});

describe('what is told of a failure', () => {
  it('never holds the key, whole or as the provider quotes it', () => {
    const error = {
      message: 'Incorrect API key provided: sk-proj-abc123****wxyz. Your key mistral-raw-key.',
      code: 'invalid_api_key',
    };
    const detail = detailOf({ status: 401, error }, 'mistral-raw-key');
    expect(detail).toContain('HTTP 401 · invalid_api_key');
    expect(detail).not.toContain('abc123');
    expect(detail).not.toContain('mistral-raw-key');
    expect(redact('gsk_aaaaaaaaaaaa', null)).toBe('•••');
  });
});
