import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../src/root.js';
import { askAll, failuresOf, harmsOf, shareOf } from '../answers/ask.js';
import type { AnswerCase } from '../answers/case.js';
import { isRight } from '../answers/score.js';
import { loadCases } from '../support/cases.js';
import { type ComponentReport, measure } from '../support/report.js';
import type { Subject } from '../support/subject.js';

/** A question of a document, and whether it leaves open what is asked; its file is named after the document. */
const twin = z.strictObject({ id: z.string(), text: z.string(), open: z.boolean() });

const FOLDER = 'twins';
const TYPE = '.jsonl';

/** By which a reply says that something is not written. */
const SAYS_SO = ['没有写', '没写', '没有说', '没说', '没提', '未写', '查不到', '没找到', '没有查到'];

/**
 * Whether a document's silence is told from what it says: pairs of questions of one matter and in one manner, one of
 * which it answers. Of an answer it is only held that it comes from the document; which clause, evals/answers tells.
 */
export async function run(subject: Subject): Promise<ComponentReport> {
  const scored = await askAll(subject, casesOf(subject));
  const told = scored.filter(({ asked }) => asked.kind === 'answer');
  const open = scored.filter(({ asked }) => asked.kind === 'refuse');
  return {
    component: 'twins',
    about: '同一件事、同样问法的一对对问题，文件写了一个，没写另一个：写了的答不答，没写的认不认',
    cases: scored.length,
    measures: [
      measure(
        '写了的，答了',
        shareOf(told, ({ faults }) => isRight(faults)),
        FLOORS.told,
      ),
      measure(
        '没写的，说没写',
        shareOf(open, ({ faults }) => isRight(faults)),
        FLOORS.open,
      ),
      ...harmsOf(scored),
    ],
    failures: failuresOf(scored),
  };
}

function casesOf({ house }: Subject): AnswerCase[] {
  const files = readdirSync(join(ROOT, 'evals', FOLDER)).filter((name) => name.endsWith(TYPE));
  return files.sort().flatMap((file) => {
    const document = file.slice(0, -TYPE.length);
    const region = house.library.document(document)?.meta.region.name;
    if (region === undefined) throw new Error(`evals/${FOLDER}/${file}: there is no document ${document}`);
    return loadCases(`${FOLDER}/${file}`, twin).map(({ id, text, open }) => ({
      id,
      source: 'twins',
      kind: open ? ('refuse' as const) : ('answer' as const),
      region,
      turns: [text],
      documents: [document],
      must: open ? [SAYS_SO] : [],
      mustNot: [],
    }));
  });
}

/** What was reached when they were set; CI fails below. */
const FLOORS = { told: 0.95, open: 0.89 };
