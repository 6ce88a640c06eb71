/**
 * Retrieval beside its peers, in one run, on CMRC 2018 (848 passages, 3,219 questions; CC BY-SA, not part of this
 * repository): accuracy, time to index, time of a query. `BENCH_DIR` says where `cmrc2018/` is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import MiniSearch from 'minisearch';
import { chunksOfText } from '../dist/src/knowledge/search/chunks.js';
import { buildIndex } from '../dist/src/knowledge/search/index.js';
import { search } from '../dist/src/knowledge/search/search.js';

const DEPTH = 5;
const WARM_UP = 200;
/** Targets of the retriever, for 0.9 million characters. */
const LIMITS = { 'p95 ms': 5, 'index ms': 5000 };

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function yiwen(documents) {
  const index = buildIndex(documents.flatMap(({ id, text }) => chunksOfText(id, text)));
  return (question) => {
    const hits = search(index, { text: question }, { limit: 5 * DEPTH });
    return {
      ranked: [...new Set(hits.map(({ chunk }) => chunk.documentId))],
      passages: hits.slice(0, DEPTH).map(({ chunk }) => chunk.text),
    };
  };
}

function miniSearch(documents, options = {}) {
  const index = new MiniSearch({ fields: ['text'], ...options });
  index.addAll(documents);
  return (question) => ({ ranked: index.search(question).map(({ id }) => id) });
}

function miniSearchJieba(documents) {
  const jieba = Jieba.withDict(dict);
  const tokenize = (text) => jieba.cutForSearch(text, true).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return miniSearch(documents, { tokenize });
}

async function orama(documents) {
  const index = create({
    schema: { id: 'string', text: 'string' },
    components: { tokenizer: createTokenizer({ language: 'mandarin' }) },
  });
  await insertMultiple(index, documents);
  return async (question) => {
    const { hits } = await searchOrama(index, {
      term: question,
      properties: ['text'],
      limit: DEPTH,
      threshold: 1,
    });
    return { ranked: hits.map(({ id }) => id) };
  };
}

const SYSTEMS = [
  ['yiwen', yiwen],
  ['MiniSearch', miniSearch],
  ['MiniSearch, jieba', miniSearchJieba],
  ['Orama, mandarin', orama],
];

const percent = (count, of) => Number(((100 * count) / of).toFixed(2));

async function measure([name, build], documents, questions) {
  const before = performance.now();
  const ask = await build(documents);
  const indexed = performance.now() - before;
  for (const { question } of questions.slice(0, WARM_UP)) await ask(question);
  const times = [];
  let first = 0;
  let five = 0;
  let answered = 0;
  for (const { question, docid, answer } of questions) {
    const start = performance.now();
    const { ranked, passages } = await ask(question);
    times.push(performance.now() - start);
    const rank = ranked.indexOf(docid);
    if (rank === 0) first++;
    if (rank >= 0 && rank < DEPTH) five++;
    if (passages?.some((text) => text.includes(answer))) answered++;
  }
  times.sort((a, b) => a - b);
  const quantile = (share) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
  return {
    name,
    'first %': percent(first, questions.length),
    'in five %': percent(five, questions.length),
    'answer in five passages %': name === 'yiwen' ? percent(answered, questions.length) : null,
    'index ms': Math.round(indexed),
    'p50 ms': quantile(0.5),
    'p95 ms': quantile(0.95),
    'rss MB': Math.round(process.memoryUsage.rss() / 1e6),
  };
}

/** One row a system; none where the data is not there. `sample` takes every nth question. */
export async function run({ directory = process.env.BENCH_DIR ?? '../shared/bench', sample = 1 } = {}) {
  const home = join(directory, 'cmrc2018');
  if (!existsSync(join(home, 'docs.jsonl'))) return [];
  const documents = readLines(join(home, 'docs.jsonl'));
  const questions = readLines(join(home, 'questions.jsonl')).filter((_, i) => i % sample === 0);
  const rows = [];
  for (const system of SYSTEMS) {
    const { name, ...figures } = await measure(system, documents, questions);
    for (const [figure, value] of Object.entries(figures)) {
      if (value === null) continue;
      const [unit = ''] = figure.match(/\S+$/) ?? [];
      const limit = name === 'yiwen' ? LIMITS[figure] : undefined;
      rows.push({ name: `${name}: ${figure}`, value, unit, ...(limit === undefined ? {} : { limit }) });
    }
  }
  return rows;
}
