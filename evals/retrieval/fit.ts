import { chunksOfText } from '../../src/knowledge/search/chunks.js';
import { buildIndex, type SearchIndex } from '../../src/knowledge/search/index.js';
import { queryTerms } from '../../src/knowledge/search/question.js';
import { featuresOf } from '../../src/knowledge/search/rerank.js';
import { FEATURE_NAMES, type Features } from '../../src/knowledge/search/rerank-weights.js';
import { candidatesOf, firstStage, lexicalScores } from '../../src/knowledge/search/search.js';
import type { Chunk } from '../../src/knowledge/search/types.js';
import type { FitSet } from './fit-data.js';

/** A question's candidates: a row of features each, and whether it is right. */
export interface Example {
  rows: number[][];
  right: boolean[];
  /** How much it counts: sets of few questions count as much as sets of many. */
  weight: number;
}

const CANDIDATES = 30;

/** Examples over plain text documents. */
export function examplesOf(set: FitSet): Example[] {
  return examplesIn(
    buildIndex(set.documents.flatMap(({ id, text }) => chunksOfText(id, text))),
    set.questions,
  );
}

/** Right is a chunk of the right document with the answer in it; one with no such candidate teaches nothing. */
export function examplesIn(index: SearchIndex, questions: FitSet['questions']): Example[] {
  const bare = (text: string): string => text.replace(/\s/gu, '');
  return questions.flatMap(({ question, docid, answer }) => {
    const terms = queryTerms({ text: question }, index.vocabulary);
    const first = firstStage(index, terms, null);
    const found = candidatesOf(index, first, lexicalScores(index, first), null, CANDIDATES);
    const features = featuresOf(index, question, terms, first);
    const isRight = (chunk: Chunk | undefined): boolean =>
      chunk?.documentId === docid && bare(chunk.text).includes(bare(answer));
    const right = found.map((i) => isRight(index.chunks[i]));
    const rows = found.map((i) => {
      const of = features(i);
      return FEATURE_NAMES.map((name) => of[name]);
    });
    return right.includes(true) ? [{ rows, right, weight: 1 / questions.length }] : [];
  });
}

const ROUNDS = 150;
const STEP = 0.4;
const L2 = 3e-4;

/**
 * Weights that make the right candidates likely: the loss is -log of their share in the softmax of the scores, with
 * L2, minimised by RMSprop; a weight never falls below zero.
 */
export function fitWeights(examples: readonly Example[]): Features {
  const weights = FEATURE_NAMES.map(() => 1);
  const speed = FEATURE_NAMES.map(() => 0);
  const mass = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => L2 * weight);
    for (const example of examples) addGradient(example, weights, gradient, mass);
    const step = round < ROUNDS * 0.6 ? STEP : STEP / 8;
    for (const [f, slope] of gradient.entries()) {
      speed[f] = 0.9 * (speed[f] ?? 0) + 0.1 * slope * slope;
      weights[f] = Math.max(0, (weights[f] ?? 0) - (step * slope) / Math.sqrt((speed[f] ?? 0) + 1e-10));
    }
  }
  const entries = FEATURE_NAMES.map((name, f) => [name, weights[f] ?? 0] as const);
  const of = (name: keyof Features): number =>
    Number(entries.find(([other]) => other === name)?.[1].toFixed(2));
  return {
    text: of('text'),
    document: of('document'),
    dense: of('dense'),
    documentCoverage: of('documentCoverage'),
    stretches: of('stretches'),
    contextCoverage: of('contextCoverage'),
    characters: of('characters'),
    characterWindow: of('characterWindow'),
    contextCharacters: of('contextCharacters'),
    kind: of('kind'),
  };
}

function addGradient(
  { rows, right, weight }: Example,
  weights: number[],
  gradient: number[],
  mass: number,
): void {
  const scores = rows.map((row) => row.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), 0));
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const good = powers.reduce((sum, power, i) => sum + (right[i] ? power : 0), 0);
  for (const [i, power] of powers.entries()) {
    const wanted = right[i] ? power / Math.max(good, 1e-30) : 0;
    const pull = ((power / all - wanted) * weight) / mass;
    for (const [f, value] of (rows[i] ?? []).entries()) gradient[f] = (gradient[f] ?? 0) + pull * value;
  }
}

/** Shares of examples whose first candidate, and one of whose first five, is right. */
export function accuracy(examples: readonly Example[], weights: Features): { first: number; five: number } {
  let first = 0;
  let five = 0;
  for (const { rows, right } of examples) {
    const score = (row: readonly number[]): number =>
      FEATURE_NAMES.reduce((sum, name, f) => sum + weights[name] * (row[f] ?? 0), 0);
    const order = rows
      .map((row, i) => ({ score: score(row), i }))
      .sort((a, b) => b.score - a.score || a.i - b.i);
    const ranks = order.flatMap(({ i }, rank) => (right[i] ? [rank] : []));
    if (ranks[0] === 0) first++;
    if ((ranks[0] ?? 5) < 5) five++;
  }
  const share = (count: number): number => count / Math.max(1, examples.length);
  return { first: share(first), five: share(five) };
}
