import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { features } from '../../src/bot/guard/features.js';
import { normalise } from '../../src/bot/guard/normalise.js';
import { loadProvisions } from '../../src/knowledge/provisions/provision.js';
import { withPauses } from '../../src/language/pauses.js';
import { ROOT } from '../../src/root.js';
import { answerCase } from '../answers/case.js';
import { agreement, opening } from '../booking/opening.js';
import { loadCases } from '../support/cases.js';
import { type Example, learn } from '../support/regression.js';

const files = [
  'danger',
  'harmless',
  'kinds',
  'danger-2',
  'harmless-2',
  'danger-3',
  'harmless-3',
  'answers',
  'danger-4',
  'harmless-4',
  'danger-5',
  'harmless-5',
  'danger-6',
  'harmless-6',
  'danger-7',
  'harmless-7',
  'danger-8',
  'harmless-8',
  'danger-9',
  'harmless-9',
  'danger-10',
  'harmless-10',
  'danger-11',
  'harmless-11',
  'danger-12',
  'harmless-12',
  'danger-13',
  'harmless-13',
  'danger-14',
  'harmless-14',
  'danger-15',
  'harmless-15',
  'danger-16',
  'harmless-16',
  'danger-17',
  'harmless-17',
  'danger-18',
  'harmless-18',
  'practice',
  'dialogue',
  'dialogue-2',
];

const exampleOf = (text: string, expect: string): Example<number> => ({
  features: new Set(features(normalise(text))),
  expect,
});

const line = z.object({ text: z.string(), expect: z.string() });

/** All cases of the rounds that have been looked at. */
function load(): Example<number>[] {
  return files.flatMap((file) =>
    readFileSync(new URL(`${file}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((row) => line.parse(JSON.parse(row)))
      .map(({ text, expect }) => exampleOf(text, expect)),
  );
}

const dangers: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

/** What people ask of policies is no danger: the asks of all provisions, and the questions of evals/answers. */
async function policyQuestions(): Promise<Example<number>[]> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = ['', '-2', '-3', '-4']
    .flatMap((set) => loadCases(`answers/questions${set}.jsonl`, answerCase))
    .filter(({ kind }) => !dangers.has(kind))
    .flatMap(({ turns }) => turns);
  return [...provisions.flatMap(({ asks }) => asks), ...asked].map((text) => exampleOf(text, 'harmless'));
}

/** What is said to the booking desk is none either, but for the openings that `openings.jsonl` says are, or may be. */
function bookingTalk(): Example<number>[] {
  const told = new Map(
    loadCases('guard/openings.jsonl', line).map(({ text, expect }) => [text, expect] as const),
  );
  const openings = loadCases('booking/openings.jsonl', opening).map(({ text }) => text);
  const answers = loadCases('booking/agreements.jsonl', agreement).map(({ text }) => text);
  return [...openings, ...answers]
    .map((text) => ({ text, expect: told.get(text) ?? 'harmless' }))
    .filter(({ expect }) => expect !== 'unsure')
    .map(({ text, expect }) => exampleOf(withPauses(text), expect));
}

/** A danger missed weighs more than a false alarm; which danger it is less than whether one is. */
const MISSED = 5;
const MISNAMED = 3;
/** Which danger it is needs less detail than whether one is. */
const LEAST = 13;
const LEAST_NAMED = 30;

const named = (kind: string) => ({
  fits: (expect: string) => expect === kind,
  missed: MISNAMED,
  least: LEAST_NAMED,
});

/** How a key is written; see `keyOf`. */
function spell(key: number): string {
  const codes = [key % 0x10000, Math.floor(key / 0x10000) % 0x10000, Math.floor(key / 0x100000000)];
  const length = codes.findLastIndex((code) => code !== 0) + 1;
  return codes
    .slice(0, length)
    .map((code) => (code === 0 ? '_' : String.fromCharCode(code)))
    .join('');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const target = new URL('../../src/bot/guard/tables/likeness.json', import.meta.url);
  const sought = {
    danger: { fits: (expect: string) => dangers.has(expect), missed: MISSED, least: LEAST },
    crisis: named('crisis'),
    scam: named('scam'),
  };
  const { bias, features, weights } = learn(
    [...load(), ...bookingTalk(), ...(await policyQuestions())],
    sought,
    spell,
  );
  writeFileSync(target, `${JSON.stringify({ bias, features, ...weights }, null, 2)}\n`);
}
