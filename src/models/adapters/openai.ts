import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { z } from 'zod';
import type { ChatModel, ChatRequest } from '../chat.js';
import type { Endpoint, JsonWay } from '../endpoint.js';
import { asModelError, modelFetch, until } from '../transport.js';
import { asLangChain, piecesOf } from './messages.js';

/** Servers without keys want one in the header all the same. */
const NO_KEY = 'none';

const clientOf = (endpoint: Endpoint, signal: AbortSignal) => ({
  apiKey: endpoint.key ?? NO_KEY,
  maxRetries: 0,
  configuration: { baseURL: endpoint.url, fetch: modelFetch(signal) },
});

/** OpenAI's chat (`POST /chat/completions`, SSE), by LangChain, as vLLM, DeepSeek, Qwen and gateways speak it. */
export function openaiChat(endpoint: Endpoint, way: JsonWay): ChatModel {
  return {
    id: endpoint.name,
    async *stream({ messages, shape, most }, signal) {
      const model = new ChatOpenAI({
        model: endpoint.name,
        temperature: 0,
        maxTokens: most,
        useResponsesApi: false,
        ...clientOf(endpoint, signal),
      });
      try {
        const options = { ...(shape ? asking(shape, way) : {}), signal };
        const chunks = model._streamResponseChunks(asLangChain(messages), options);
        for await (const { message } of until(chunks, signal)) yield* piecesOf(message);
      } catch (error) {
        throw asModelError(error, signal, 'cut');
      }
    },
  };
}

/** The options by which the server is asked for JSON of the shape. */
function asking({ name, schema }: NonNullable<ChatRequest['shape']>, way: JsonWay) {
  if (way === 'json_object') return { response_format: { type: 'json_object' as const } };
  const json = z.toJSONSchema(schema);
  if (way === 'json_schema') {
    return {
      response_format: { type: 'json_schema' as const, json_schema: { name, schema: json, strict: true } },
    };
  }
  return {
    tools: [{ type: 'function' as const, function: { name, parameters: json } }],
    tool_choice: { type: 'function' as const, function: { name } },
  };
}

/** One batch of vectors (`POST /embeddings`), by LangChain. */
export async function openaiVectors(
  endpoint: Endpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  const model = new OpenAIEmbeddings({
    model: endpoint.name,
    batchSize: texts.length,
    encodingFormat: 'float',
    stripNewLines: false,
    ...clientOf(endpoint, signal),
  });
  return model.embedDocuments([...texts]);
}
