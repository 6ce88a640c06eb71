import type { ChatModel } from './chat.js';
import type { Endpoint, JsonWay } from './endpoint.js';

/** The chat model on a server, by the adapter of its kind, whose SDK is loaded now: no turn waits for it. */
export async function remoteChat(endpoint: Endpoint, way: JsonWay): Promise<ChatModel> {
  return endpoint.kind === 'ollama'
    ? (await import('./adapters/ollama.js')).ollamaChat(endpoint)
    : (await import('./adapters/openai.js')).openaiChat(endpoint, way);
}
