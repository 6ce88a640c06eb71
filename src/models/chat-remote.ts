import type { ChatModel } from './chat.js';
import type { Endpoint, JsonWay } from './endpoint.js';

/** The chat model on a server, by the adapter of its kind; the adapter's SDK is loaded at the first call. */
export function remoteChat(endpoint: Endpoint, way: JsonWay): ChatModel {
  const load = async (): Promise<ChatModel> =>
    endpoint.kind === 'ollama'
      ? (await import('./adapters/ollama.js')).ollamaChat(endpoint)
      : (await import('./adapters/openai.js')).openaiChat(endpoint, way);
  let loaded: Promise<ChatModel> | undefined;
  return {
    id: endpoint.name,
    async *stream(request, signal) {
      loaded ??= load();
      yield* (await loaded).stream(request, signal);
    },
  };
}
