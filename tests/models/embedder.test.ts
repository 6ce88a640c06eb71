import { afterEach, describe, expect, it } from 'vitest';
import { connectEmbedder } from '../../src/models/embedder-remote.js';
import { ollamaServer } from '../support/models/ollama-server.js';
import { openaiServer } from '../support/models/openai-server.js';
import { type ModelServer, vectorOf } from '../support/models/scripted.js';

const open: ModelServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const KINDS = [
  { kind: 'ollama' as const, start: ollamaServer },
  { kind: 'openai' as const, start: openaiServer },
];

describe.each(KINDS)('an embedder over $kind', ({ kind, start }) => {
  async function begin() {
    const server = await start();
    open.push(server);
    return { server, endpoint: { kind, url: server.url, name: 'bge-m3' } };
  }

  it('learns the dimension, and gives unit vectors in the order of the texts, asking in batches', async () => {
    const { server, endpoint } = await begin();
    const embedder = await connectEmbedder(endpoint);
    expect(embedder).toMatchObject({ id: 'bge-m3', dimension: 16 });
    const texts = Array.from({ length: 40 }, (_, i) => `第${i}条\n养老`);
    const vectors = await embedder.embed(texts);
    expect(server.embedded.slice(1).map((batch) => batch.length)).toEqual([32, 8]);
    expect(vectors).toHaveLength(40);
    for (const [i, vector] of vectors.entries()) {
      const expected = vectorOf(texts[i] ?? '', 16);
      const length = Math.hypot(...expected);
      expect([...vector]).toEqual(expected.map((v) => Math.fround(v / length)));
    }
  });

  it('rejects, naming the fault, where the server fails, changes its dimension or is gone', async () => {
    const { server, endpoint } = await begin();
    const embedder = await connectEmbedder(endpoint);
    server.embeds = false;
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ fault: 'failing' });
    server.embeds = true;
    server.dimension = 8;
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ fault: 'malformed' });
    await server.close();
    open.splice(0);
    await expect(embedder.embed(['a'])).rejects.toMatchObject({ fault: 'away' });
    await expect(connectEmbedder(endpoint)).rejects.toMatchObject({ fault: 'away' });
  });
});
