import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BAD_TEXTS, GOOD } from '../support/bad-input.js';
import { temporaryFolder } from '../support/desk.js';
import { serveProgram, yiwen } from '../support/program.js';

const env = { YIWEN_DATA: temporaryFolder() };
/** An argument cannot hold NUL, and an empty line of `chat` is one too. */
const SAYABLE = Object.entries(BAD_TEXTS).map(
  ([name, text]) => [name, text.replaceAll('\u0000', '')] as const,
);

describe('yiwen', () => {
  it.each([
    [['--help'], 0],
    [['ask', '--help'], 0],
    [[], 2],
    [['ask'], 2],
    [['ask', '一', '二'], 2],
    [['ask', '一', '--loud'], 2],
    [['sing'], 2],
  ])('%j ends with %i', async (args, code) => {
    const ended = await yiwen(args, env);
    expect(ended.code).toBe(code);
    expect(code === 0 ? ended.stderr : ended.stdout).toBe('');
    expect(code === 0 ? ended.stdout : ended.stderr).not.toMatch(/\.js:\d|node:internal/);
  });

  it('says in one line which variable is wrong', async () => {
    const ended = await yiwen(['serve'], { ...env, PORT: 'x' });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toMatch(/PORT is "x"/);
  });

  it('says in one line that the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, '127.0.0.1', () => done(Number(Object(other.address()).port))),
    );
    const ended = await yiwen(['serve'], { ...env, PORT: String(port) });
    other.close();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toContain('EADDRINUSE');
  });
});

describe('yiwen ask', () => {
  it('answers on stdout, and nothing else', async () => {
    const ended = await yiwen(['ask', GOOD.text, '--region', GOOD.region], env);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/^颐问：[\s\S]*200/);
  });

  it('answers as JSON', async () => {
    const ended = await yiwen(['ask', GOOD.text, '--region', GOOD.region, '--json'], env);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      reply: { kind: expect.stringMatching(/^(answer|assessment)$/) },
      sessionId: expect.any(String),
    });
  });

  it.each(SAYABLE)('answers %s', async (_name, text) => {
    const ended = await yiwen(['ask', text, '--json'], env);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout).reply.text).not.toBe('');
  });

  it('refuses more than 64 KiB in one line', async () => {
    const ended = await yiwen(['ask', '养'.repeat(22_000)], env);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/64 KiB[^\n]*\n$/);
  });

  it('works for several who begin at once on a new folder', async () => {
    const fresh = { YIWEN_DATA: temporaryFolder() };
    const all = await Promise.all([1, 2, 3].map(() => yiwen(['ask', '你好'], fresh)));
    expect(all.map(({ code, stderr }) => [code, stderr])).toEqual(Array(3).fill([0, '']));
  });
});

describe('yiwen chat', () => {
  it('hears every line, bad ones too, and goes on to the next', async () => {
    const bad = SAYABLE.map(([, text]) => text.replaceAll(/[\r\n]/g, ' '));
    const lines = [...bad, '养'.repeat(22_000), GOOD.text];
    const ended = await yiwen(['chat', '--region', GOOD.region], env, `${lines.join('\n')}\n`);
    expect(ended.code).toBe(0);
    expect(ended.stdout.match(/^颐问：/gm)).toHaveLength(bad.length + 1);
    expect(ended.stdout.split('颐问：').at(-1)).toContain('200');
    expect(ended.stderr).toContain('太长');
  });

  it('hears what is not UTF-8', async () => {
    const ended = await yiwen(['chat'], env, Buffer.from([0xff, 0xfe, 0x80, 0x0a]));
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('颐问：');
  });
});

describe('yiwen serve', () => {
  it('says where it is, and ends when told to', async () => {
    const server = await serveProgram(env);
    expect(server.printed()).toContain(server.url);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
