import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setImmediate as immediate, setTimeout as wait } from 'node:timers/promises';

/** What a scripted model does with one chat request. Replies are cut into pieces of a few characters. */
export type Script =
  | { kind: 'reply'; text: string; everyMs?: number }
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  /** Accepts the connection and says nothing for so long. */
  | { kind: 'silent'; ms: number }
  /** Sends this much, then nothing more. */
  | { kind: 'stall'; text: string }
  /** Sends this much, then drops the connection; `bytes`: cuts the last character in two. */
  | { kind: 'cut'; text: string; halfCharacter?: boolean }
  /** Sends these bytes as they are, as a success. */
  | { kind: 'raw'; body: string };

export interface ChatCall {
  model: string;
  messages: { role: string; content: string }[];
  /** The JSON schema asked for, wherever the protocol has it; null where none was. */
  schema: unknown;
  body: Record<string, unknown>;
}

export interface ModelServer {
  /** As it is configured. */
  url: string;
  calls: ChatCall[];
  embedded: string[][];
  /** Decides each chat; throws where it was not told. */
  script: (call: ChatCall) => Script;
  /** False makes `embed` fail. */
  embeds: boolean;
  /** Changes the dimension of the vectors. */
  dimension: number;
  /** Errors of requests that nobody scripted. */
  unscripted: string[];
  close(): Promise<void>;
}

export const reply = (value: unknown): Script => ({
  kind: 'reply',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});

/** Answers every chat by the list, one after the other; fails when it is used up. */
export function inTurn(...scripts: Script[]): (call: ChatCall) => Script {
  const left = [...scripts];
  return () => {
    const next = left.shift();
    if (next === undefined) throw new Error('a chat that nobody scripted');
    return next;
  };
}

/** A vector that is the same for the same text and near for like texts: counts of characters. */
export function vectorOf(text: string, dimension: number): number[] {
  const vector = new Array<number>(dimension).fill(0);
  for (const c of text) {
    const at = (c.codePointAt(0) ?? 0) % dimension;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}

export const PIECE = 7;

export function piecesOf(text: string): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, i) =>
    characters.slice(i * PIECE, (i + 1) * PIECE).join(''),
  );
}

/** How a protocol writes its stream. */
export interface Protocol {
  contentType: string;
  piece(text: string, model: string): string;
  end(model: string, words: number): string;
}

/** Plays a script as a stream of the protocol. */
export async function play(
  script: Script,
  { contentType, piece, end }: Protocol,
  model: string,
  response: ServerResponse,
): Promise<void> {
  if (script.kind === 'silent') {
    await wait(script.ms, undefined, { ref: false });
    response.destroy();
    return;
  }
  if (script.kind === 'status') {
    response.writeHead(script.status, { 'content-type': 'application/json', ...script.headers });
    response.end(script.body ?? JSON.stringify({ error: `scripted ${script.status}` }));
    return;
  }
  response.writeHead(200, { 'content-type': contentType });
  if (script.kind === 'raw') {
    response.end(script.body);
    return;
  }
  const pieces = piecesOf(script.text);
  let written = 0;
  for (const text of pieces) {
    if (response.destroyed) return;
    response.write(piece(text, model));
    // So that whoever hangs up is heard.
    if (written++ % 64 === 63) await immediate();
    if (script.kind === 'reply' && script.everyMs) await wait(script.everyMs, undefined, { ref: false });
  }
  if (script.kind === 'reply') response.end(end(model, pieces.length));
  else if (script.kind === 'cut') {
    // 年 without its last byte.
    if (script.halfCharacter) response.write(Buffer.from(piece('年', model)).subarray(0, -4));
    await wait(20);
    response.destroy();
  }
}

export async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
}

export interface Listening {
  server: Server;
  origin: string;
  close(): Promise<void>;
}

/** Listens on a port of its own, or on `port` (a server that comes back). */
export async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  unscripted: string[],
  port = 0,
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      unscripted.push(error instanceof Error ? error.message : String(error));
      if (!response.headersSent) response.writeHead(599, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: String(error) }));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    server,
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const never = (): Script => {
  throw new Error('a chat that nobody scripted');
};
