import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chunksOfText } from '../../../src/knowledge/search/chunks.js';
import { EmbeddedIndex } from '../../../src/knowledge/search/embedded-index.js';
import { connectEmbedder } from '../../../src/models/embedder-remote.js';
import { type OllamaServer, ollamaServer } from '../../support/models/ollama-server.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const CHUNKS = chunksOfText('a', '老人每月补贴\n三无老人每月二百元。').concat(
  chunksOfText('b', '体检\n每年体检一次。'),
);
const SOON = { timeout: 5000, interval: 20 };

async function begin(server: OllamaServer | null, url: string, errors: unknown[] = []) {
  if (server) open.push(server);
  const index = new EmbeddedIndex({
    folder: join(mkdtempSync(join(tmpdir(), 'yiwen-embedded-')), 'index'),
    connect: () => connectEmbedder({ kind: 'ollama', url, name: 'bge-m3' }),
    onError: (error) => errors.push(error),
    retryMs: 50,
  });
  open.push(index);
  return index;
}

describe('the index by a model’s embeddings', () => {
  it('is built in the background, and then searched with the question’s vector', async () => {
    const server = await ollamaServer();
    const index = await begin(server, server.url);
    index.follow(CHUNKS);
    expect(index.queryOf('补贴多少')).toBeNull();
    await expect.poll(() => index.isReady, SOON).toBe(true);
    await index.embed('补贴多少', AbortSignal.timeout(2000));
    const query = index.queryOf('补贴多少');
    expect(query?.index.dense).toMatchObject({ embedderId: 'bge-m3', dimension: 16 });
    expect(query?.vector).toHaveLength(16);
  });

  it('has no vectors while its embedder is away, and tries again until it is back', async () => {
    const server = await ollamaServer();
    const { port } = new URL(server.url);
    await server.close();
    const errors: unknown[] = [];
    const index = await begin(null, server.url, errors);
    index.follow(CHUNKS);
    await expect.poll(() => errors.length, SOON).toBeGreaterThan(0);
    await index.embed('补贴', AbortSignal.timeout(100));
    expect(index.queryOf('补贴')).toBeNull();
    open.push(await ollamaServer(Number(port)));
    await expect.poll(() => index.isReady, SOON).toBe(true);
  });

  it('is made anew when the model changes its dimension, and keeps nothing of the old corpus', async () => {
    const server = await ollamaServer();
    const index = await begin(server, server.url);
    index.follow(CHUNKS);
    await expect.poll(() => index.isReady, SOON).toBe(true);
    await index.embed('补贴', AbortSignal.timeout(2000));
    server.dimension = 8;
    index.follow(CHUNKS.slice(0, 1));
    expect(index.queryOf('补贴')).toBeNull();
    await expect.poll(() => index.isReady, SOON).toBe(true);
    await index.embed('补贴', AbortSignal.timeout(2000));
    expect(index.queryOf('补贴')?.index.dense?.dimension).toBe(8);
  });
});
