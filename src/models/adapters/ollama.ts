import { ChatOllama, OllamaEmbeddings } from '@langchain/ollama';
import { z } from 'zod';
import { type ChatModel, ModelError } from '../chat.js';
import type { Endpoint } from '../endpoint.js';
import { asModelError, modelFetch, until } from '../transport.js';
import { asLangChain, piecesOf } from './messages.js';

/** The model stays loaded for so long after a call: loading it again takes longer than an answer may. */
const KEEP_ALIVE = '30m';

function jsonLine(line: string): void {
  if (line.trim() === '') return;
  try {
    JSON.parse(line);
  } catch {
    throw new ModelError('malformed', 'a line that is no JSON');
  }
}

const headersOf = ({ key }: Endpoint): Headers =>
  new Headers(key === undefined ? [] : [['Authorization', `Bearer ${key}`]]);

/** Ollama's chat (`POST /api/chat`, NDJSON), by LangChain. The client is made for the call: its fetch ends with it. */
export function ollamaChat(endpoint: Endpoint): ChatModel {
  const { url, name } = endpoint;
  return {
    id: name,
    async *stream({ messages, shape, most }, signal) {
      const model = new ChatOllama({
        baseUrl: url,
        model: name,
        temperature: 0,
        numPredict: most,
        keepAlive: KEEP_ALIVE,
        // An old person does not wait for it, and the gates judge the words.
        think: false,
        maxRetries: 0,
        fetch: modelFetch(signal, jsonLine),
        headers: headersOf(endpoint),
      });
      try {
        const options = shape ? { format: z.toJSONSchema(shape.schema), signal } : { signal };
        const chunks = model._streamResponseChunks(asLangChain(messages), options);
        for await (const { message } of until(chunks, signal)) yield* piecesOf(message);
      } catch (error) {
        throw asModelError(error, signal, 'cut');
      }
    },
  };
}

/** One batch of vectors (`POST /api/embed`), by LangChain. */
export async function ollamaVectors(
  endpoint: Endpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> {
  const model = new OllamaEmbeddings({
    baseUrl: endpoint.url,
    model: endpoint.name,
    truncate: true,
    keepAlive: KEEP_ALIVE,
    maxRetries: 0,
    fetch: modelFetch(signal),
    headers: headersOf(endpoint),
  });
  return model.embedDocuments([...texts]);
}
