import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { chatEndpoint, embeddingEndpoint, rerankEndpoint } from '../src/config-models.js';

describe('config', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, YIWEN_DATA: './data' });
  });

  it('takes an empty variable as not set, and leaves others alone', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', HOME: '/root' })).toMatchObject({ PORT: 3000 });
  });

  it('gives the secrets of hospitals by the names that their settings use', () => {
    const { PROVIDER_SECRETS } = readConfig({
      PROVIDER_SECRET_ZZ: 'token',
      PROVIDER_SECRET_YY: '',
      OTHER: 'x',
    });
    expect(PROVIDER_SECRETS).toEqual({ ZZ: 'token' });
    expect(readConfig({ PROVIDER_SECRETS: 'x' }).PROVIDER_SECRETS).toEqual({});
  });

  it.each([
    ['PORT', 'eighty', /80|65535/],
    ['PORT', '70000', /65535/],
    ['PORT', '80.5', /65535/],
    ['YIWEN_NOW', 'tomorrow', /2026-11-21T10:00:00\+08:00/],
    ['YIWEN_NOW', '2026-11-21T10:00:00', /offset/],
    ['NODE_ENV', 'prod', /production/],
    ['LOG_LEVEL', 'loud', /warn/],
    ['RATE_PER_MINUTE', '0', /at least 1/],
    ['SESSION_DAYS', '-3', /at least 1/],
  ])('says in one line what %s=%s should be', (name, value, shouldBe) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).toContain(JSON.stringify(value));
    expect(message).toMatch(shouldBe);
    expect(message).not.toContain('\n');
  });

  it.each([
    ['YIWEN_KEY', 'my-secret'],
    ['DATABASE_URL', 'mysql://me:my-secret@host/db'],
  ])('never shows what %s holds', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain('my-secret');
  });

  it('reads what models there are', () => {
    expect(chatEndpoint(readConfig({}))).toBeNull();
    const ollama = readConfig({ MODEL_URL: 'http://127.0.0.1:11434/', MODEL_NAME: 'qwen3:4b' });
    expect(chatEndpoint(ollama)).toMatchObject({ kind: 'ollama', url: 'http://127.0.0.1:11434' });
    expect(rerankEndpoint(ollama)).toBeNull();
    const ranking = readConfig({
      MODEL_URL: 'http://127.0.0.1:11434',
      MODEL_NAME: 'qwen3:4b',
      MODEL_RERANK: 'qwen3:0.6b',
    });
    expect(rerankEndpoint(ranking)).toEqual({ ...chatEndpoint(ranking), name: 'qwen3:0.6b' });
    const others = readConfig({ MODEL_URL: 'https://api.deepseek.com/v1', MODEL_NAME: 'deepseek-chat' });
    expect(chatEndpoint(others)?.kind).toBe('openai');
    const sameServer = { EMBEDDING_URL: 'http://127.0.0.1:11434/v1', EMBEDDING_NAME: 'bge-m3' };
    expect(embeddingEndpoint(readConfig(sameServer))?.kind).toBe('openai');
    expect(embeddingEndpoint(readConfig({ ...sameServer, EMBEDDING_KIND: 'ollama' }))?.kind).toBe('ollama');
  });

  it.each([
    [{ MODEL_URL: 'http://127.0.0.1:11434' }, 'MODEL_NAME'],
    [{ MODEL_NAME: 'qwen3:4b' }, 'MODEL_URL'],
    [{ MODEL_URL: 'localhost:11434', MODEL_NAME: 'qwen3:4b' }, 'MODEL_URL'],
    [{ EMBEDDING_NAME: 'bge-m3' }, 'EMBEDDING_URL'],
    [{ MODEL_RERANK: 'qwen3:0.6b' }, 'MODEL_URL'],
    [{ MODEL_SECONDS: '0' }, 'MODEL_SECONDS'],
    [{ MODEL_JSON: 'xml' }, 'MODEL_JSON'],
  ])('says what is amiss with the models of %j', (env, name) => {
    const message = messageOf(env);
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  it('refuses a fixed clock in production', () => {
    const fixed = { YIWEN_NOW: '2026-11-21T10:00:00+08:00' };
    expect(readConfig(fixed).YIWEN_NOW).toBe(fixed.YIWEN_NOW);
    expect(messageOf({ ...fixed, NODE_ENV: 'production' })).toMatch(/YIWEN_NOW.*production/);
  });
});

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error('this configuration was taken');
}
