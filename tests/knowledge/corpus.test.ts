import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CorpusError, formatDocument, loadCorpus, parseDocument } from '../../src/knowledge/corpus.js';
import { factsOf } from '../../src/knowledge/reading/facts.js';
import { mend } from '../../src/knowledge/reading/layout.js';
import type { PolicyDocument } from '../../src/knowledge/types.js';

interface Correction {
  id: string;
  printed: string;
  corrected: string;
  why: string;
}
interface Listed {
  id: string;
  title: string;
  number: string | null;
  region: string;
  adcode: string;
  issued: string | null;
  effectiveFrom: string | null;
  status: string;
}

const SOURCES = 'tests/fixtures/corpus-sources';
const readJson = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(join(SOURCES, file), 'utf8'));
const sourceOf = async (id: string) => {
  let source = await readFile(join(SOURCES, `${id}.txt`), 'utf8');
  for (const { printed, corrected } of corrections.filter((c) => c.id === id)) {
    expect(source.split(printed)).toHaveLength(2);
    source = source.replace(printed, corrected);
  }
  return source;
};
/** White space and the marks of headings, bold and rules aside. */
const characters = (text: string) => text.replace(/^-{3,}$/gm, '').replace(/[\s#*]/g, '');

let corpus: PolicyDocument[];
let corrections: Correction[];
let manifest: Listed[];
beforeAll(async () => {
  corpus = await loadCorpus('corpus/documents');
  corrections = await readJson<Correction[]>('corrections.json');
  manifest = await readJson<Listed[]>('manifest.json');
});

describe('the five policies', () => {
  it('are all there, under the ids of the manifest', () => {
    expect(corpus.map(({ meta }) => meta.id).sort()).toEqual(manifest.map(({ id }) => id).sort());
  });

  it('hold every character of their sources, in order, but for the listed corrections', async () => {
    for (const { meta, text } of corpus) {
      expect(characters(text)).toBe(characters(await sourceOf(meta.id)));
    }
  });

  it('are what the layout code makes of the corrected sources, and front matter what it reads in them', async () => {
    for (const { meta, text } of corpus) {
      expect(mend(await sourceOf(meta.id))).toBe(text);
      const { id, source, ...facts } = meta;
      expect(factsOf(text)).toEqual(facts);
    }
  });

  it('have the front matter that the manifest states', () => {
    const stated = corpus.map(({ meta }) => ({
      id: meta.id,
      title: meta.title,
      number: meta.number,
      region: meta.region.name,
      adcode: meta.region.adcode,
      issued: meta.issued,
      effectiveFrom: meta.effectiveFrom,
      status: meta.status,
    }));
    expect(stated.sort((a, b) => a.id.localeCompare(b.id))).toEqual(
      manifest.sort((a, b) => a.id.localeCompare(b.id)),
    );
  });

  it('name the offices of the letterhead, also where a page of signatures is lost', () => {
    const issuers = new Map(corpus.map(({ meta }) => [meta.id, meta.issuers]));
    expect(issuers.get('hecheng-2021-3')).toEqual(['怀化市鹤城区人民政府']);
    expect(issuers.get('zhengzhou-2021-55')).toHaveLength(9);
    expect(issuers.get('sanmenxia-2020-1')).toHaveLength(11);
    expect(issuers.get('shaanxi-2024-6')).toHaveLength(11);
    expect(issuers.get('jiaxiang-2018')).toEqual([]);
  });

  it('have no paragraph that a page break cut', () => {
    const cut = corpus.flatMap(({ clauses }) =>
      clauses
        .filter(({ kind }) => kind === 'clause' || kind === 'preamble')
        .flatMap(({ text }) =>
          text.split('\n').filter((line) => line.length > 45 && !/[。；：）)]$/.test(line)),
        ),
    );
    expect(cut).toEqual([]);
  });
});

describe('a corpus file', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'corpus-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('reads back as it was written', () => {
    for (const { meta, text } of corpus) {
      expect(parseDocument('x.md', formatDocument(meta, text))).toMatchObject({ meta, text });
    }
  });

  it.each([
    ['no front matter', '一、总则', 'no front matter'],
    ['a day that is none', 'issued: 2021-02-30', 'issued'],
    ['a field that nobody knows', 'surprise: 1', 'surprise'],
    ['broken YAML', 'title: [', 'YAML'],
    ['another id than its name', 'id: other', 'other'],
  ])('with %s is refused, naming the file and the reason', async (_, change, reason) => {
    const [document] = corpus;
    if (document === undefined) throw new Error('no corpus');
    const key = /^(\w+):/.exec(change)?.[1] ?? '';
    const whole = formatDocument({ ...document.meta, id: 'one' }, document.text);
    const lines = whole.split('\n').filter((line) => key === '' || !line.startsWith(`${key}:`));
    const content = key === '' ? change : lines.toSpliced(1, 0, change).join('\n');
    await writeFile(join(dir, 'one.md'), content);
    const error = await loadCorpus(dir).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CorpusError);
    expect(String(error)).toContain('one.md');
    expect(String(error)).toContain(reason);
  });
});
