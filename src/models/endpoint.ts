/** A model on a server, as configured. */
export interface Endpoint {
  kind: 'ollama' | 'openai';
  /** Ollama: its root, `http://127.0.0.1:11434`; others up to and with the version, `https://host/v1`. */
  url: string;
  name: string;
  key?: string | undefined;
}

/** How the server is asked for JSON: by schema (vLLM, OpenAI, Ollama), a tool to call, or JSON of any shape. */
export type JsonWay = 'json_schema' | 'tools' | 'json_object';

/** Ollama's own port without a version in the path speaks Ollama; all else is taken for OpenAI's protocol. */
export function kindOf(url: string): Endpoint['kind'] {
  const { port, pathname } = new URL(url);
  return port === '11434' && !/\/v\d/u.test(pathname) ? 'ollama' : 'openai';
}
