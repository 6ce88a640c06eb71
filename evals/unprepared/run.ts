import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { House } from '../../src/bot/house.js';
import { ingestFile } from '../../src/knowledge/ingest.js';
import { openHouse } from '../../src/open-house.js';
import { ROOT } from '../../src/root.js';
import { askAll, failuresOf, harmsOf, type Scored, shareOf } from '../answers/ask.js';
import { type AnswerCase, answerCase } from '../answers/case.js';
import { answerCases } from '../answers/run.js';
import { isRight } from '../answers/score.js';
import { loadCases } from '../support/cases.js';
import { type ComponentReport, measure } from '../support/report.js';

/** Of the questions about each document that is left out, every so many: all of them take a minute. */
const EVERY = 3;
/** Of so many sets of `evals/answers` its floors are. */
const SETS = 15;

/**
 * How documents are answered from that nobody has prepared: three that are only ingested, as a user would, a few
 * samples of other matters, and each of the five with its provisions and rules left out, asked what `evals/answers` asks
 * of it.
 */
export async function run(): Promise<ComponentReport> {
  const folder = await mkdtemp(join(tmpdir(), 'yiwen-unprepared-'));
  try {
    const ingested = await askAll(
      { house: await ingestedHouse(folder, 'documents') },
      loadCases('unprepared/questions.jsonl', answerCase),
    );
    const samples = await askAll(
      { house: await ingestedHouse(folder, 'unprepared/samples') },
      loadCases('unprepared/samples/questions.jsonl', answerCase),
    );
    const leftOut = await askLeftOut(folder);
    return reportOf(ingested, samples, leftOut);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The corpus with the documents of a folder of `evals`, each by the name of its file. */
async function ingestedHouse(folder: string, from: string): Promise<House> {
  const corpus = join(folder, basename(from));
  await cp(join(ROOT, 'corpus'), corpus, { recursive: true });
  const files = (await readdir(join(ROOT, 'evals', from))).filter((file) => file.endsWith('.txt'));
  for (const file of files.sort()) {
    const id = basename(file, '.txt');
    const path = join(ROOT, 'evals', from, file);
    const { outcome, message } = await ingestFile(path, { id }, { dir: join(corpus, 'documents') });
    if (outcome !== 'added') throw new Error(message);
  }
  return openHouse(corpus, `${corpus}-index`);
}

async function askLeftOut(folder: string): Promise<Scored[]> {
  const cases = answerCases(SETS).filter(({ kind }) => kind === 'answer' || kind === 'refuse');
  const scored: Scored[] = [];
  for (const file of await readdir(join(ROOT, 'corpus/provisions'))) {
    const id = basename(file, '.yaml');
    const ofIt = cases.filter(({ documents: [only, ...more] }) => only === id && more.length === 0);
    scored.push(
      ...(await askWithout(
        id,
        folder,
        ofIt.filter((_, i) => i % EVERY === 0),
      )),
    );
  }
  return scored;
}

/** Asks of a document as though it had just been ingested. */
async function askWithout(id: string, folder: string, cases: readonly AnswerCase[]): Promise<Scored[]> {
  const corpus = join(folder, id);
  await cp(join(ROOT, 'corpus'), corpus, { recursive: true });
  await rm(join(corpus, 'provisions', `${id}.yaml`));
  const house = await openHouse(corpus, join(folder, `${id}-index`));
  const region = house.library.document(id)?.meta.region;
  return askAll(
    { house: { ...house, benefits: house.benefits.filter((b) => b.region.adcode !== region?.adcode) } },
    cases,
  );
}

function reportOf(
  ingested: readonly Scored[],
  samples: readonly Scored[],
  leftOut: readonly Scored[],
): ComponentReport {
  const of = (scored: readonly Scored[], kind: AnswerCase['kind']): Scored[] =>
    scored.filter((s) => s.asked.kind === kind);
  const all = [...ingested, ...samples, ...leftOut];
  const right = (s: Scored): boolean => isRight(s.faults);
  const wrong = (s: Scored): boolean => !isRight(s.faults) && s.reply.kind !== 'not_found';
  const lower = { better: 'lower' } as const;
  return {
    component: 'unprepared',
    about: '没有人整理过、只是收进来的文件：用它自己的话答得对不对，没写的拒不拒',
    cases: all.length,
    measures: [
      measure('新收的三份文件：该答的答对', shareOf(of(ingested, 'answer'), right), FLOORS.ingested),
      measure('新收的三份文件：该拒的拒了', shareOf(of(ingested, 'refuse'), right), FLOORS.ingestedRefused),
      measure('别的事项的样例：该答的答对', shareOf(of(samples, 'answer'), right), FLOORS.samples),
      measure('别的事项的样例：答错', shareOf(of(samples, 'answer'), wrong), FLOORS.samplesWrong, lower),
      measure('别的事项的样例：该拒的拒了', shareOf(of(samples, 'refuse'), right), FLOORS.samplesRefused),
      measure('抽掉整理的五份：该答的答对', shareOf(of(leftOut, 'answer'), right), FLOORS.leftOut),
      measure('抽掉整理的五份：答错', shareOf(of(leftOut, 'answer'), wrong), FLOORS.leftOutWrong, lower),
      measure('抽掉整理的五份：该拒的拒了', shareOf(of(leftOut, 'refuse'), right), FLOORS.leftOutRefused),
      ...harmsOf(all),
    ],
    failures: failuresOf([...ingested, ...samples]),
  };
}

/** What was reached when they were set; CI fails below. */
const FLOORS = {
  ingested: 0.87,
  ingestedRefused: 0.94,
  samples: 0.88,
  samplesWrong: 0.03,
  samplesRefused: 0.94,
  leftOut: 0.78,
  leftOutWrong: 0.085,
  leftOutRefused: 0.94,
};
