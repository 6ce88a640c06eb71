import { z } from 'zod';
import type { SearchIndex } from '../../src/knowledge/search/index.js';
import type { Chunk } from '../../src/knowledge/search/types.js';
import { loadCases } from '../support/cases.js';
import { type ComponentReport, type Failure, type Measure, measure } from '../support/report.js';
import { type Stage, stages } from './stages.js';

const caseSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  documentId: z.string(),
  /** Words of the clause that answers; white space aside. */
  answer: z.string(),
  source: z.string(),
});

const STAGES: readonly Stage[] = ['lexical', 'dense', 'fused', 'reranked'];
const DEPTH = 10;
/** What the whole retriever reaches must not fall below these; set a little under what was measured. */
const FLOORS: Record<string, number> = {
  'document@1': 0.95,
  'clause@1': 0.6,
  'clause@5': 0.88,
  'clause MRR': 0.72,
};

/** Recall@1, recall@5 and MRR of the right clause, and the right document first, for each part of the retriever. */
export function run({ library }: { library: { index: SearchIndex } }): Promise<ComponentReport> {
  const cases = loadCases('retrieval/questions.jsonl', caseSchema);
  const bare = (text: string): string => text.replace(/\s/gu, '');
  const ranks = new Map<string, number[]>();
  const failures: Failure[] = [];
  for (const { id, question, documentId, answer } of cases) {
    const found = stages(library.index, question, DEPTH);
    const right = (chunk: Chunk): boolean =>
      chunk.documentId === documentId && bare(chunk.text).includes(bare(answer));
    for (const stage of STAGES) {
      const document = found[stage].findIndex((chunk) => chunk.documentId === documentId);
      record(ranks, `${stage} document`, document);
      record(ranks, `${stage} clause`, found[stage].findIndex(right));
    }
    const rank = found.reranked.findIndex(right);
    if (rank >= 0 && rank < 5) continue;
    const got = found.reranked[0];
    failures.push({
      id,
      asked: question,
      why: `「${answer}」不在前五条`,
      got: got ? `${got.context} ${got.text.slice(0, 60)}` : '',
    });
  }
  const measures = STAGES.flatMap((stage) => measuresOf(stage, ranks));
  return Promise.resolve({
    component: 'retrieval',
    about: '五份文件上，按百姓口吻提问，各部分单独能找到什么',
    cases: cases.length,
    measures,
    failures,
  });
}

function record(ranks: Map<string, number[]>, name: string, rank: number): void {
  ranks.set(name, [...(ranks.get(name) ?? []), rank]);
}

function measuresOf(stage: Stage, ranks: ReadonlyMap<string, number[]>): Measure[] {
  const clause = ranks.get(`${stage} clause`) ?? [];
  const share = (list: readonly number[], worth: (rank: number) => number): number =>
    list.reduce((sum, rank) => sum + (rank < 0 ? 0 : worth(rank)), 0) / Math.max(1, list.length);
  const values: [string, number][] = [
    ['document@1', share(ranks.get(`${stage} document`) ?? [], (rank) => (rank === 0 ? 1 : 0))],
    ['clause@1', share(clause, (rank) => (rank === 0 ? 1 : 0))],
    ['clause@5', share(clause, (rank) => (rank < 5 ? 1 : 0))],
    ['clause MRR', share(clause, (rank) => 1 / (rank + 1))],
  ];
  return values.map(([name, value]) =>
    measure(`${stage} ${name}`, value, stage === 'reranked' ? (FLOORS[name] ?? null) : null),
  );
}
