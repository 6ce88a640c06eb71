import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { LIKELY_TASKS, taskFeatures } from '../../src/bot/book/likely-task.js';
import { taskIn } from '../../src/bot/book/task.js';
import { loadProvisions } from '../../src/knowledge/provisions/provision.js';
import { parseDomainWords } from '../../src/language/homophones/domain.js';
import { parseLexicon } from '../../src/language/lexicon.js';
import { createNormalize } from '../../src/language/normalize.js';
import { ROOT } from '../../src/root.js';
import { answerCase } from '../answers/case.js';
import { loadCases } from '../support/cases.js';
import { type Learned, learn } from '../support/regression.js';
import { type Opening, opening } from './opening.js';

/** A wish that is missed weighs more than one that is heard where there was none: it is read back. */
const MISSED = 4;
/** In hundredths. */
const LEAST_WEIGHT = 13;
const upTo = (last: number): string[] => Array.from({ length: last }, (_, i) => (i === 0 ? '' : `-${i + 1}`));
const ROUNDS = upTo(15);
const ANSWERED = upTo(11);

const line = z.object({ text: z.string() });

/** What asks nothing of the booking desk: questions of policy, and the dangers and everyday lines of the guard. */
async function others(): Promise<Opening[]> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = ANSWERED.flatMap((set) =>
    loadCases(`answers/questions${set}.jsonl`, answerCase).flatMap(({ turns }) => turns),
  );
  const told = ROUNDS.flatMap((round) =>
    ['danger', 'harmless'].flatMap((split) => loadCases(`guard/${split}${round}.jsonl`, line)),
  ).map(({ text }) => text);
  const texts = [...provisions.flatMap(({ asks }) => asks), ...asked, ...told];
  return texts
    .filter((text) => taskIn(text, false) === null)
    .map((text) => ({ text, task: 'other', writer: '' }));
}

/** Learns from those openings, and from all that is no opening of a booking. */
export async function trained(openings: readonly Opening[]): Promise<Learned> {
  const read = (file: string): string => readFileSync(join(ROOT, 'corpus', file), 'utf8');
  const lexicon = parseLexicon(read('lexicon.yaml'));
  const normalize = createNormalize(parseDomainWords(read('domain-words.yaml')));
  const examples = [...openings, ...(await others())].map(({ text, task }) => ({
    features: taskFeatures(normalize(text).normalized, lexicon),
    expect: task,
  }));
  const sought = LIKELY_TASKS.map(
    (task) => [task, { fits: (is: string) => is === task, missed: MISSED, least: LEAST_WEIGHT }] as const,
  );
  return learn(examples, Object.fromEntries(sought), (feature) => feature);
}

export const loadOpenings = (): Opening[] => loadCases('booking/openings.jsonl', opening);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const target = new URL('../../src/bot/book/tables/tasks.json', import.meta.url);
  const { bias, features, weights } = await trained(loadOpenings());
  writeFileSync(target, `${JSON.stringify({ bias, features, ...weights }, null, 2)}\n`);
}
