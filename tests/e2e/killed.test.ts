import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/desk.js';
import { serveProgram } from '../support/program.js';

const CLIENTS = 12;
const QUESTIONS = ['三无老人每个月能领多少', '那护理院呢', '再说一遍', '老人免费体检吗', '归谁管', '你好'];

interface Answered {
  messageId: string;
  text: string;
  reply: unknown;
}

interface Client {
  sessionId: string | undefined;
  answered: Answered[];
}

async function ask(url: string, sessionId: string | undefined, messageId: string, text: string) {
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(sessionId ? { sessionId } : {}), messageId, text, region: '431202' }),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()) as { sessionId: string; reply: unknown };
}

/** Asks until the server is gone. */
async function converse(url: string, client: Client): Promise<void> {
  for (;;) {
    const messageId = `m${client.answered.length}`;
    const text = QUESTIONS[client.answered.length % QUESTIONS.length] ?? '';
    try {
      const { sessionId, reply } = await ask(url, client.sessionId, messageId, text);
      client.sessionId = sessionId;
      client.answered.push({ messageId, text, reply });
    } catch {
      return;
    }
  }
}

it('loses nothing that was answered when it is killed in the middle of turns, three times over', async () => {
  const env = { YIWEN_DATA: temporaryFolder() };
  const clients: Client[] = Array.from({ length: CLIENTS }, () => ({ sessionId: undefined, answered: [] }));
  for (let round = 0; round < 3; round++) {
    const server = await serveProgram(env);
    const answeredBefore = clients.map(({ answered }) => answered.length);
    const talking = clients.map((client) => converse(server.url, client));
    while (clients.some(({ answered }, i) => answered.length < (answeredBefore[i] ?? 0) + 3))
      await new Promise((done) => setTimeout(done, 10));
    await server.end('SIGKILL');
    await Promise.all(talking);
  }

  const server = await serveProgram(env);
  try {
    for (const { sessionId, answered } of clients) {
      expect(answered.length).toBeGreaterThanOrEqual(9);
      for (const { messageId, text, reply } of answered)
        expect((await ask(server.url, sessionId, messageId, text)).reply).toEqual(reply);
      const next = await ask(server.url, sessionId, 'after', '你好');
      expect(next.sessionId).toBe(sessionId);
    }
  } finally {
    await server.end('SIGTERM');
  }
}, 180_000);

it('answers what was begun before it ends', async () => {
  const server = await serveProgram({ YIWEN_DATA: temporaryFolder() });
  const asked = Array.from({ length: 20 }, (_, i) =>
    ask(server.url, undefined, `m${i}`, '三无老人每个月能领多少'),
  );
  await Promise.race(asked);
  const [replies, code] = await Promise.all([Promise.all(asked), server.end('SIGTERM')]);
  expect(replies).toHaveLength(20);
  expect(code).toBe(0);
}, 60_000);
