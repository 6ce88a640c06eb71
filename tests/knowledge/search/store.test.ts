import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chunksOfText } from '../../../src/knowledge/search/chunks.js';
import { builtInEmbedder, searchEmbedded } from '../../../src/knowledge/search/embedded-search.js';
import { buildIndex } from '../../../src/knowledge/search/index.js';
import { indexSource, refreshIndex } from '../../../src/knowledge/search/refresh.js';
import { search } from '../../../src/knowledge/search/search.js';
import { isFresh, openIndex } from '../../../src/knowledge/search/store.js';
import type { Embedder } from '../../../src/models/embedder.js';

const chunks = [
  ...chunksOfText('a', '三门峡市实施方案。养老机构内设诊所实行备案管理。医疗机构设立养老机构享受补贴。'),
  ...chunksOfText('b', '鹤城区实施方案。三无老人居家养老，每人每月补贴200元。养老机构享受运营补贴。'),
];
const question = { text: '三无老人每月补贴多少' };
let root: string;
let directory: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yiwen-index-'));
  directory = join(root, 'index');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Two dimensions: does the text say 三无. */
function fakeEmbedder(): Embedder & { calls: string[][] } {
  const calls: string[][] = [];
  return {
    id: 'fake',
    dimension: 2,
    calls,
    embed: async (texts) => {
      calls.push([...texts]);
      return texts.map((text) => Float32Array.from(text.includes('三无') ? [1, 0] : [0, 1]));
    },
  };
}

describe('a stored index', () => {
  it('answers as the one that was built', async () => {
    await refreshIndex(directory, chunks);
    const opened = openIndex(directory);
    expect(opened && search(opened, question, { limit: 5 })).toEqual(
      search(buildIndex(chunks), question, { limit: 5 }),
    );
  });

  it('leaves what another process is writing, and takes away what a killed one left', async () => {
    const [writing, left] = ['.partial-0123', '.partial-4567'].map((name) => join(directory, name));
    for (const folder of [writing, left]) mkdirSync(folder ?? '', { recursive: true });
    utimesSync(left ?? '', 0, 0);
    await refreshIndex(directory, chunks);
    expect(existsSync(writing ?? '')).toBe(true);
    expect(existsSync(left ?? '')).toBe(false);
  });

  it('is taken as it is while nothing changes, and rebuilt when a text does', async () => {
    expect((await refreshIndex(directory, chunks)).rebuilt).toBe(true);
    expect((await refreshIndex(directory, chunks)).rebuilt).toBe(false);
    const changed = [...chunks, ...chunksOfText('c', '郑州市办法。')];
    expect(isFresh(directory, indexSource(changed))).toBe(false);
    expect((await refreshIndex(directory, changed)).rebuilt).toBe(true);
    expect(readdirSync(directory)).toHaveLength(2);
  });

  it('is never opened half written or damaged, but rebuilt', async () => {
    await refreshIndex(directory, chunks);
    const hash = readFileSync(join(directory, 'CURRENT'), 'utf8');
    const damages = ['manifest.json', 'arrays.bin', 'chunks.json', 'graph.hnsw'].map((name) => () => {
      truncateSync(join(directory, hash, name), 10);
    });
    for (const damage of [
      ...damages,
      () => rmSync(join(directory, hash), { recursive: true }),
      () => writeFileSync(join(directory, 'CURRENT'), '../../etc'),
    ]) {
      damage();
      expect(openIndex(directory)).toBeNull();
      expect((await refreshIndex(directory, chunks)).rebuilt).toBe(true);
      expect(openIndex(directory)).not.toBeNull();
    }
  });
});

describe('an embedder from outside', () => {
  it('is asked again only for documents that changed', async () => {
    const embedder = fakeEmbedder();
    expect((await refreshIndex(directory, chunks, { embedder })).embedded).toBe(2);
    const changed = [...chunks, ...chunksOfText('c', '郑州市办法。')];
    expect((await refreshIndex(directory, changed, { embedder })).embedded).toBe(1);
    expect(embedder.calls.at(-1)?.join()).toContain('郑州市办法');
  });

  it('adds its similarity to the hits, and is done without when it fails', async () => {
    const embedder = fakeEmbedder();
    const { index } = await refreshIndex(directory, chunks, { embedder });
    const [hit] = await searchEmbedded(index, embedder, question, { limit: 1 });
    expect(hit?.chunk.documentId).toBe('b');
    expect(hit?.parts.dense).toBe(1);
    const broken: Embedder = { ...embedder, embed: () => Promise.reject(new Error('down')) };
    expect((await searchEmbedded(index, broken, question, { limit: 1 }))[0]?.chunk.documentId).toBe('b');
  });

  it('leaves the stored index alone when it fails', async () => {
    await refreshIndex(directory, chunks);
    const broken: Embedder = { ...fakeEmbedder(), embed: () => Promise.reject(new Error('down')) };
    await expect(refreshIndex(directory, chunks, { embedder: broken })).rejects.toThrow('down');
    expect(openIndex(directory)).not.toBeNull();
    expect(existsSync(`${directory}.vectors`)).toBe(true);
  });
});

describe('builtInEmbedder', () => {
  it('gives unit vectors, the same each time', async () => {
    const embedder = builtInEmbedder(buildIndex(chunks));
    const [first] = await embedder.embed(['养老机构享受补贴']);
    const [second] = await builtInEmbedder(buildIndex(chunks)).embed(['养老机构享受补贴']);
    expect(first).toEqual(second);
    expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 4);
    expect(first?.length).toBe(embedder.dimension);
  });
});
