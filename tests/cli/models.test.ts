import { afterEach, describe, expect, it } from 'vitest';
import { type OllamaServer, ollamaServer } from '../support/models/ollama-server.js';
import { openaiServer } from '../support/models/openai-server.js';
import { reply } from '../support/models/scripted.js';
import { yiwen } from '../support/program.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function ollama(): Promise<OllamaServer> {
  const server = await ollamaServer();
  open.push(server);
  server.script = ({ schema }) => (schema === null ? reply('您好') : reply({ 省: '河南' }));
  return server;
}

describe('yiwen models', () => {
  it('says that none is configured', async () => {
    const { code, stdout } = await yiwen(['models'], {});
    expect(code).toBe(0);
    expect(stdout).toContain('没有配置');
  });

  it('says what can be reached, which models are there, and how fast the first token comes', async () => {
    const { url } = await ollama();
    const env = { MODEL_URL: url, MODEL_KIND: 'ollama', MODEL_NAME: 'qwen3:4b' };
    const { code, stdout } = await yiwen(['models'], {
      ...env,
      EMBEDDING_URL: url,
      EMBEDDING_KIND: 'ollama',
      EMBEDDING_NAME: 'bge-m3',
      MODEL_RERANK: 'qwen3:4b',
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/重排模型：qwen3:4b/);
    expect(stdout).toMatch(/能连上，有 2 个模型（qwen3:4b、bge-m3:latest）/);
    expect(stdout).toMatch(/第一个字：\d+ 毫秒/);
    expect(stdout).toContain('16 维');
  });

  it('says that a model is not there, and how to get it', async () => {
    const { url } = await ollama();
    const { code, stdout, stderr } = await yiwen(['models'], {
      MODEL_URL: url,
      MODEL_KIND: 'ollama',
      MODEL_NAME: 'llama4',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('ollama pull llama4');
    expect(stderr).not.toContain('    at ');
  });

  it('says which way of asking for JSON a gateway does not know, and never shows the key', async () => {
    const server = await openaiServer();
    open.push(server);
    server.key = 'sk-very-secret';
    server.knowsSchema = false;
    server.script = () => reply({ 省: '河南' });
    const env = { MODEL_URL: server.url, MODEL_NAME: 'qwen3-8b', MODEL_KEY: 'sk-very-secret' };
    const strict = await yiwen(['models'], env);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('json_schema');
    const loose = await yiwen(['models'], { ...env, MODEL_JSON: 'json_object' });
    expect(loose.code).toBe(0);
    const wrong = await yiwen(['models'], { ...env, MODEL_KEY: 'sk-other-secret' });
    expect(wrong.code).toBe(1);
    for (const { stdout, stderr } of [strict, loose, wrong]) expect(stdout + stderr).not.toContain('secret');
  });
});
