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

interface Asked {
  model: string;
  messages: ChatCall['messages'];
  stream?: boolean;
  response_format?: { type: string; json_schema?: { schema: unknown } };
  tools?: { function: { name: string; parameters: unknown } }[];
}

const event = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;

/** Server-sent events of `/chat/completions`; a reply that a tool was asked for comes as the tool's arguments. */
function sse(tool: string | null): Protocol {
  const chunk = (model: string, delta: unknown, finish: string | null = null): string =>
    event({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1,
      model,
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
  return {
    contentType: 'text/event-stream; charset=utf-8',
    piece: (text, model) =>
      chunk(
        model,
        tool === null
          ? { role: 'assistant', content: text }
          : {
              role: 'assistant',
              content: null,
              tool_calls: [
                { index: 0, id: 'call_1', type: 'function', function: { name: tool, arguments: text } },
              ],
            },
      ),
    end: (model, words) =>
      [
        chunk(model, {}, tool === null ? 'stop' : 'tool_calls'),
        event({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          created: 1,
          model,
          choices: [],
          usage: { prompt_tokens: 20, completion_tokens: words, total_tokens: 20 + words },
        }),
        'data: [DONE]\n\n',
      ].join(''),
  };
}

export interface OpenaiServer extends ModelServer {
  /** The key that is asked for; null: none. */
  key: string | null;
  /** Whether `response_format: json_schema` is known here. */
  knowsSchema: boolean;
}

/** OpenAI's HTTP as gateways speak it: `/v1/chat/completions` (SSE, tools, JSON schema), `/v1/embeddings`, `/v1/models`. */
export async function openaiServer(port?: number): Promise<OpenaiServer> {
  const self: OpenaiServer = {
    url: '',
    calls: [],
    embedded: [],
    key: null,
    knowsSchema: true,
    script: never,
    embeds: true,
    dimension: 16,
    unscripted: [],
    close: async () => {},
  };
  const { origin, close } = await listening(
    async (request, response) => {
      const json = (status: number, value: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(value));
      };
      const fail = (status: number, message: string): void =>
        json(status, { error: { message, type: 'invalid_request_error', code: null, param: null } });
      if (self.key !== null && request.headers.authorization !== `Bearer ${self.key}`)
        return fail(401, 'Incorrect API key provided');
      const route = `${request.method} ${request.url}`;
      if (route === 'GET /v1/models')
        return json(200, {
          object: 'list',
          data: ['qwen3-8b', 'bge-m3'].map((id) => ({ id, object: 'model' })),
        });
      if (route === 'POST /v1/embeddings') {
        const { model, input } = (await bodyOf(request)) as { model: string; input: string[] };
        self.embedded.push(input);
        if (!self.embeds) return fail(503, 'overloaded');
        const data = input.map((text, index) => ({
          object: 'embedding',
          index,
          embedding: vectorOf(text, self.dimension),
        }));
        return json(200, { object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } });
      }
      if (route !== 'POST /v1/chat/completions') throw new Error(`a request that nobody scripted: ${route}`);
      const body = await bodyOf(request);
      const asked = body as unknown as Asked;
      const format = asked.response_format;
      if (format?.type === 'json_schema' && !self.knowsSchema)
        return fail(400, 'This response_format type is unavailable now');
      const [tool] = asked.tools ?? [];
      const call: ChatCall = {
        model: asked.model,
        messages: asked.messages,
        schema: format?.json_schema?.schema ?? tool?.function.parameters ?? null,
        body,
      };
      self.calls.push(call);
      if (asked.stream !== true) throw new Error('a chat that is not streamed');
      await play(self.script(call), sse(tool?.function.name ?? null), asked.model, response);
    },
    self.unscripted,
    port,
  );
  self.url = `${origin}/v1`;
  self.close = close;
  return self;
}
