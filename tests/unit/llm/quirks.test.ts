import { describe, expect, it } from 'vitest';
import { chatBody } from '../../../utils/llm/chat-body.ts';
import type { ChatRequest } from '../../../utils/llm/llm-client.ts';
import { knownQuirks, learn, NO_QUIRKS } from '../../../utils/llm/quirks.ts';

const sent = ['model', 'messages', 'stream', 'stream_options', 'max_tokens', 'temperature', 'response_format'];

describe('knownQuirks', () => {
  it('names the limit as OpenAI’s reasoning models want it, and sends them no temperature', () => {
    expect(knownQuirks('https://api.openai.com/v1', 'gpt-5-mini')).toMatchObject({
      limit: 'max_completion_tokens',
      temperature: false,
    });
    expect(knownQuirks('https://api.openai.com/v1', 'gpt-4o')).toMatchObject({ temperature: true });
  });

  it('does not stream schemas from Groq, and asks DeepSeek for a JSON object only', () => {
    expect(knownQuirks('https://api.groq.com/openai/v1', 'x').streamsJson).toBe(false);
    expect(knownQuirks('https://api.deepseek.com/v1', 'x').format).toBe('json_object');
  });

  it('goes by the host, not by a look-alike in the path', () => {
    expect(knownQuirks('https://proxy.example/api.openai.com/v1', 'gpt-5')).toEqual(NO_QUIRKS);
    expect(knownQuirks('https://notopenai.com/v1', 'gpt-5')).toEqual(NO_QUIRKS);
  });
});

describe('learn', () => {
  it('swaps the limit’s name, and back', () => {
    const once = learn(NO_QUIRKS, { sent, error: { param: 'max_tokens' } });
    expect(once?.limit).toBe('max_completion_tokens');
    expect(
      learn(
        { ...NO_QUIRKS, limit: 'max_completion_tokens' },
        { sent: ['max_completion_tokens'], error: { param: 'max_completion_tokens' } },
      )?.limit,
    ).toBe('max_tokens');
  });

  it('steps down the ladder of JSON', () => {
    const first = learn(NO_QUIRKS, { sent, error: { param: 'response_format.json_schema' } });
    expect(first?.format).toBe('json_object');
    expect(first && learn(first, { sent, error: { param: 'response_format' } })?.format).toBe('none');
  });

  it('tells « no streaming of schemas » from « no streaming »', () => {
    expect(learn(NO_QUIRKS, { sent, error: { param: 'stream' } })).toMatchObject({ streamsJson: false, streams: true });
    expect(learn(NO_QUIRKS, { sent: ['stream'], error: { param: 'stream' } })).toMatchObject({ streams: false });
  });

  it('reads where pydantic servers put the name', () => {
    expect(learn(NO_QUIRKS, { sent, error: { detail: [{ loc: ['body', 'stream_options'] }] } })?.streamOptions).toBe(false);
    expect(learn(NO_QUIRKS, { sent, error: { message: { detail: [{ loc: ['body', 'temperature'] }] } } })?.temperature).toBe(
      false,
    );
  });

  it('knows an identifier in a message from a word of prose', () => {
    expect(learn(NO_QUIRKS, { sent, error: { message: "Unknown field 'temperature'" } })?.temperature).toBe(false);
    expect(learn(NO_QUIRKS, { sent, error: { message: 'The stream was refused at this temperature' } })).toBeNull();
  });

  it('learns nothing of a parameter that was not sent, nor from no error', () => {
    expect(learn(NO_QUIRKS, { sent: ['model'], error: { param: 'temperature' } })).toBeNull();
    expect(learn(NO_QUIRKS, { sent, error: undefined })).toBeNull();
  });
});

describe('chatBody', () => {
  const request: ChatRequest = {
    purpose: 'plan',
    messages: [{ role: 'user', content: 'Planifie.' }],
    maxTokens: 300,
    temperature: 0.2,
    json: { name: 'plan', schema: { type: 'object' } },
  };

  it('asks for a strict schema where it can', () => {
    expect(chatBody('m', request, NO_QUIRKS)).toEqual({
      model: 'm',
      messages: request.messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 300,
      temperature: 0.2,
      response_format: { type: 'json_schema', json_schema: { name: 'plan', schema: { type: 'object' }, strict: true } },
    });
  });

  it('tells the schema in the prompt where the server enforces none', () => {
    const body = chatBody('m', request, { ...NO_QUIRKS, format: 'none' });
    expect(body.response_format).toBeUndefined();
    expect(body.messages.at(-1)?.content).toContain('{"type":"object"}');
  });

  it('does not stream a schema where that fails, and still streams text', () => {
    const quirks = { ...NO_QUIRKS, streamsJson: false };
    expect(chatBody('m', request, quirks)).not.toHaveProperty('stream');
    expect(chatBody('m', request, quirks)).not.toHaveProperty('stream_options');
    expect(chatBody('m', { ...request, json: undefined }, quirks).stream).toBe(true);
  });
});
