import { readFileSync } from 'node:fs';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { chunksOfPolicy } from '../../src/knowledge/search/chunks.js';
import { buildIndex } from '../../src/knowledge/search/index.js';
import { RERANK_WEIGHTS } from '../../src/knowledge/search/rerank-weights.js';
import { accuracy, type Example, examplesIn, examplesOf, fitWeights } from './fit.js';
import { dropped, type FitSet, inOtherPlaces, joined, readCmrc, seeded, withLookAlikes } from './fit-data.js';

// npx tsx evals/retrieval/fit-cli.ts DIRECTORY-WITH-cmrc2018: fits the re-ranker on half of the documents, tells how
// the old and the new weights do on the other half, and prints the new.

const half = (id: string): number => {
  let hash = 7;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash >>> 4) & 1;
};

const cmrc = readCmrc(process.argv[2] ?? '../shared/bench');
/** The halves are of the original documents, whatever they were made into. */
const originals = new Map(cmrc.questions.map(({ id, docid }) => [id, docid]));
const split = (set: FitSet, side: number): FitSet['questions'] =>
  set.questions.filter(({ id, docid }) => half(originals.get(id) ?? docid) === side);

const sets = [cmrc, joined(cmrc, seeded(1)), dropped(cmrc, 0.3, seeded(2)), withLookAlikes(cmrc, seeded(3))];
const tables: { name: string; tune: Example[]; test: Example[] }[] = sets.map((set) => ({
  name: set.name,
  tune: examplesOf({ ...set, questions: split(set, 0) }),
  test: examplesOf({ ...set, questions: split(set, 1) }),
}));

const documents = await loadCorpus('corpus/documents');
const policies = buildIndex(documents.flatMap(chunksOfPolicy));
const own = readFileSync('evals/retrieval/questions.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line))
  .map(({ id, documentId, question, answer }) => ({ id, docid: documentId, question, answer }));
tables.push({
  name: 'policies',
  tune: examplesIn(
    policies,
    own.filter(({ id }) => half(id) === 0),
  ),
  test: examplesIn(
    policies,
    own.filter(({ id }) => half(id) === 1),
  ),
});

const placed = documents.map(({ meta, text }) => ({
  id: meta.id,
  title: meta.title,
  text,
  // 怀化市鹤城区 is also called 鹤城区 and 鹤城.
  places: (meta.region.name.match(/[^省市县区]+(?=[省市县区])/gu) ?? []).sort((x, y) => y.length - x.length),
}));
const moved = inOtherPlaces(placed, own, seeded(4));
tables.push({
  name: moved.name,
  tune: examplesOf({ ...moved, questions: moved.questions.filter(({ id }) => half(id) === 0) }),
  test: examplesOf({ ...moved, questions: moved.questions.filter(({ id }) => half(id) === 1) }),
});

const fitted = fitWeights(tables.flatMap(({ tune }) => tune));
for (const { name, test } of tables) {
  const [old, now] = [accuracy(test, RERANK_WEIGHTS), accuracy(test, fitted)];
  const show = ({ first, five }: { first: number; five: number }): string =>
    `${(100 * first).toFixed(1)} ${(100 * five).toFixed(1)}`;
  process.stdout.write(`${name.padEnd(12)} ${test.length}  old ${show(old)}  new ${show(now)}\n`);
}
process.stdout.write(`${JSON.stringify(fitted, null, 2)}\n`);
