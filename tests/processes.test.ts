import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/desk.js';
import { type Served, serveProgram, yiwen } from './support/program.js';

const PATIENCE = 60_000;

describe('two processes behind one port', () => {
  let server: Served;

  beforeAll(async () => {
    server = await serveProgram({ YIWEN_DATA: temporaryFolder(), PROCESSES: '2', LOG_LEVEL: 'info' });
    await until(() => listening().length === 2);
  }, PATIENCE);

  afterAll(() => server.end('SIGKILL'));

  /** Process ids, as they began to listen. */
  const listening = (): number[] =>
    server
      .printed()
      .split('\n')
      .filter((line) => line.includes('Server listening'))
      .map((line) => Number(JSON.parse(line).pid));

  async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`it never came to that: ${server.printed()}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Over a connection of its own, so that either process may be handed it. */
  async function ask(text: string, sessionId?: string) {
    const response = await fetch(`${server.url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ text, ...(sessionId === undefined ? { region: '370829' } : { sessionId }) }),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as { sessionId: string; reply: { text: string } };
  }

  const turnsCounted = async (): Promise<number> =>
    (await (await fetch(`${server.url}/metrics`)).text())
      .split('\n')
      .filter((line) => line.startsWith('yiwen_turns_total{'))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);

  test('the metrics are those of both', async () => {
    for (let i = 0; i < 8; i++) await ask('六十五岁以上体检要钱吗');
    expect(await turnsCounted()).toBe(8);
  });

  test('a conversation goes on, whichever of them answers', async () => {
    const { sessionId, reply } = await ask('六十五岁以上体检要钱吗');
    for (let i = 0; i < 4; i++) expect((await ask('再说一遍', sessionId)).reply.text).toBe(reply.text);
  });

  test(
    'where one is killed another takes its place',
    async () => {
      const [killed = 0] = listening();
      process.kill(killed, 'SIGKILL');
      await until(() => listening().length === 3);
      expect(server.printed()).toContain('SIGKILL');
      for (let i = 0; i < 4; i++) await ask('六十五岁以上体检要钱吗');
    },
    PATIENCE,
  );

  test('all end in order when they are told to', async () => {
    expect(await server.end('SIGTERM')).toBe(0);
    for (const pid of listening()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

test(
  'what keeps the first from starting is said once and ends the program',
  async () => {
    const { code, stderr } = await yiwen(['serve'], {
      YIWEN_DATA: temporaryFolder(),
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      PROCESSES: '2',
    });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  },
  PATIENCE,
);
