import {
  bodyOf,
  type ChatCall,
  listening,
  type ModelServer,
  never,
  type Protocol,
  play,
  vectorOf,
} from './scripted.js';

const at = '2026-11-22T02:00:00Z';
const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

const NDJSON: Protocol = {
  contentType: 'application/x-ndjson',
  piece: (content, model) =>
    line({ model, created_at: at, message: { role: 'assistant', content }, done: false }),
  end: (model, words) =>
    line({
      model,
      created_at: at,
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: 'stop',
      prompt_eval_count: 20,
      eval_count: words,
    }),
};

export interface OllamaServer extends ModelServer {
  /** Models that are there, by name; `pulling` models answer 404 until they are. */
  models: string[];
}

/** Ollama's HTTP: `/api/chat` (NDJSON), `/api/embed`, `/api/tags`, `/api/pull`, `/api/version`, and its errors. */
export async function ollamaServer(port?: number): Promise<OllamaServer> {
  const self: OllamaServer = {
    url: '',
    calls: [],
    embedded: [],
    models: ['qwen3:4b', 'bge-m3:latest'],
    script: never,
    embeds: true,
    dimension: 16,
    unscripted: [],
    close: async () => {},
  };
  const held = (name: string): boolean => self.models.some((m) => m === name || m === `${name}:latest`);
  const { origin, close } = await listening(
    async (request, response) => {
      const json = (status: number, value: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(value));
      };
      const route = `${request.method} ${request.url}`;
      if (route === 'GET /api/version') return json(200, { version: '0.12.0' });
      if (route === 'GET /api/tags')
        return json(200, { models: self.models.map((name) => ({ name, model: name, size: 1 })) });
      if (route === 'POST /api/pull') {
        const { model } = await bodyOf(request);
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write(line({ status: 'pulling manifest' }));
        response.write(line({ status: 'pulling 1234', completed: 1, total: 2 }));
        self.models.push(String(model));
        response.end(line({ status: 'success' }));
        return;
      }
      if (route === 'POST /api/embed') {
        const { model, input } = (await bodyOf(request)) as { model: string; input: string[] };
        if (!held(model)) return json(404, { error: `model "${model}" not found, try pulling it first` });
        self.embedded.push(input);
        if (!self.embeds) return json(500, { error: 'llama runner process has terminated' });
        return json(200, { model, embeddings: input.map((text) => vectorOf(text, self.dimension)) });
      }
      if (route !== 'POST /api/chat') throw new Error(`a request that nobody scripted: ${route}`);
      const body = await bodyOf(request);
      const model = String(body.model);
      if (!held(model)) return json(404, { error: `model "${model}" not found, try pulling it first` });
      const call: ChatCall = {
        model,
        messages: body.messages as ChatCall['messages'],
        schema: body.format ?? null,
        body,
      };
      self.calls.push(call);
      if (body.stream !== true) throw new Error('a chat that is not streamed');
      await play(self.script(call), NDJSON, model, response);
    },
    self.unscripted,
    port,
  );
  self.url = origin;
  self.close = close;
  return self;
}
