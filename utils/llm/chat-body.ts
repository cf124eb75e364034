/** The JSON body of a request, as far as this server takes it. Pure. */
import type { ChatMessage, ChatRequest } from './llm-client.ts';
import type { Quirks } from './quirks.ts';

export interface ChatBody {
  model: string;
  messages: ChatMessage[];
  stream?: true;
  stream_options?: { include_usage: true };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  response_format?:
    | { type: 'json_schema'; json_schema: { name: string; schema: Record<string, unknown>; strict: true } }
    | { type: 'json_object' };
}

export function chatBody(model: string, request: ChatRequest, quirks: Quirks): ChatBody {
  const { json } = request;
  const streams = quirks.streams && (!json || quirks.format === 'none' || quirks.streamsJson);
  return {
    model,
    messages: json && quirks.format !== 'json_schema' ? withSchema(request.messages, json.schema) : request.messages,
    ...(streams ? { stream: true as const } : {}),
    ...(streams && quirks.streamOptions ? { stream_options: { include_usage: true as const } } : {}),
    [quirks.limit]: request.maxTokens,
    ...(quirks.temperature && request.temperature !== undefined ? { temperature: request.temperature } : {}),
    ...(json && quirks.format === 'json_schema'
      ? { response_format: { type: 'json_schema' as const, json_schema: { ...json, strict: true as const } } }
      : {}),
    ...(json && quirks.format === 'json_object' ? { response_format: { type: 'json_object' as const } } : {}),
  };
}

/** Where the server does not enforce a schema, the model is told it. (`json_object` wants the word « JSON » in the prompt.) */
function withSchema(messages: ChatMessage[], schema: Record<string, unknown>): ChatMessage[] {
  const last = messages.at(-1);
  const told = `Réponds par un seul objet JSON, dans un bloc \`\`\`json, conforme à ce schéma :\n${JSON.stringify(schema)}`;
  if (last?.role !== 'user') return [...messages, { role: 'user', content: told }];
  return [...messages.slice(0, -1), { role: 'user', content: `${last.content}\n\n${told}` }];
}
