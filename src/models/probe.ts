import { z } from 'zod';
import { type ChatModel, ModelError } from './chat.js';
import { connectEmbedder } from './embedder-remote.js';
import type { Endpoint } from './endpoint.js';
import { asModelError, modelFetch } from './transport.js';

/** A model may have to be loaded first. */
const PATIENCE_MS = 120_000;

/** What a server said when it was tried; times in milliseconds. */
export type Tried<T> = { ok: T; ms: number } | { fault: string };

async function tried<T>(job: (signal: AbortSignal) => Promise<T>): Promise<Tried<T>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const begun = performance.now();
  try {
    return { ok: await job(signal), ms: performance.now() - begun };
  } catch (error) {
    const { fault, message } = asModelError(error, signal, 'malformed');
    return { fault: `${fault}: ${message}` };
  }
}

const ollamaTags = z.looseObject({ models: z.array(z.looseObject({ name: z.string() })) });
const openaiModels = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** Names of the models that the server has (`/api/tags`, `/models`). */
export function listModels({ kind, url, key }: Endpoint): Promise<Tried<string[]>> {
  return tried(async (signal) => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const address = kind === 'ollama' ? `${url}/api/tags` : `${url}/models`;
    const body: unknown = await (await modelFetch(signal)(address, { headers })).json();
    return kind === 'ollama'
      ? ollamaTags.parse(body).models.map((m) => m.name)
      : openaiModels.parse(body).data.map((m) => m.id);
  });
}

/** Time to the first piece of a reply. */
export function tryChat(model: ChatModel): Promise<Tried<null>> {
  return tried(async (signal) => {
    const request = { messages: [{ role: 'user' as const, text: '你好' }], most: 16 };
    for await (const piece of model.stream(request, signal)) if ('text' in piece) return null;
    throw new ModelError('empty', 'nothing was replied');
  });
}

/** Whether the model answers in JSON of a shape when it is asked that way. */
export function tryJson(model: ChatModel): Promise<Tried<null>> {
  const schema = z.strictObject({ 省: z.string() });
  return tried(async (signal) => {
    const text = '郑州在哪个省？只回一个 JSON：{"省": "…"}';
    let said = '';
    const shape = { name: 'answer', schema };
    for await (const piece of model.stream({ messages: [{ role: 'user', text }], shape, most: 400 }, signal))
      if ('text' in piece) said += piece.text;
    schema.parse(JSON.parse(said.slice(said.indexOf('{'))));
    return null;
  });
}

/** The dimension of the vectors. */
export const tryEmbedder = (endpoint: Endpoint): Promise<Tried<number>> =>
  tried(async (signal) => (await connectEmbedder(endpoint, signal)).dimension);
