import { describe, expect, it } from 'vitest';
import { httpEmbedder } from '../../src/models/embedder-http.js';

interface Call {
  url: string;
  body: { model: string; input: string[] };
}

/** Answers each text with a vector of its length, out of order, as a server may. */
function server(dimension: number, status = 200) {
  const calls: Call[] = [];
  const fake: typeof fetch = async (input, init) => {
    const body: Call['body'] = JSON.parse(String(init?.body));
    calls.push({ url: String(input), body });
    const data = body.input.map((text, index) => ({
      index,
      embedding: new Array(dimension).fill(text.length),
    }));
    return new Response(JSON.stringify({ data: data.reverse() }), { status });
  };
  return { calls, fetch: fake };
}

const options = { baseUrl: 'http://model/v1', model: 'bge', dimension: 4, timeout: 1000 };

describe('httpEmbedder', () => {
  it('gives unit vectors in the order of the texts, asking in batches', async () => {
    const { calls, fetch } = server(4);
    const vectors = await httpEmbedder({ ...options, fetch }).embed(
      Array.from({ length: 40 }, (_, i) => 'x'.repeat(i + 1)),
    );
    expect(vectors).toHaveLength(40);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(calls.map(({ url, body }) => [url, body.input.length])).toEqual([
      ['http://model/v1/embeddings', 32],
      ['http://model/v1/embeddings', 8],
    ]);
  });

  it('rejects an error of the server and vectors of another dimension, naming the model', async () => {
    await expect(httpEmbedder({ ...options, fetch: server(4, 503).fetch }).embed(['a'])).rejects.toThrow(
      'bge: HTTP 503',
    );
    await expect(httpEmbedder({ ...options, fetch: server(3).fetch }).embed(['a'])).rejects.toThrow(
      '3 dimensions',
    );
  });
});
