import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { SERVICE_IDS } from '../../src/appointments/types.js';
import { agreementFeatures } from '../../src/bot/book/hear/agreement.js';
import { leavingFeatures } from '../../src/bot/book/hear/leaving.js';
import { wishFeatures } from '../../src/bot/book/hear/service.js';
import { LATER_TASKS, LIKELY_TASKS, taskFeatures } from '../../src/bot/book/wish/likely-task.js';
import { loadProvisions } from '../../src/knowledge/provisions/provision.js';
import { parseDomainWords } from '../../src/language/homophones/domain.js';
import { parseLexicon } from '../../src/language/lexicon.js';
import { createNormalize } from '../../src/language/normalize.js';
import { withPauses } from '../../src/language/pauses.js';
import { ROOT } from '../../src/root.js';
import { answerCase } from '../answers/case.js';
import { loadCases } from '../support/cases.js';
import { misheard, seeded } from '../support/recogniser.js';
import { type Example, type Learned, learn, type Sought } from '../support/regression.js';
import { afterward, agreement, leaving, type Opening, opening } from './opening.js';

/** Weights below it are left out, in hundredths. */
const LEAST = 15;
const upTo = (last: number): string[] => Array.from({ length: last }, (_, i) => (i === 0 ? '' : `-${i + 1}`));
const GUARDED = upTo(15);
const ASKED = upTo(11);

const line = z.object({ text: z.string() });
const openings = loadCases('booking/openings.jsonl', opening);
const wishes = new Set(
  openings.filter(({ task }) => task !== 'other' && task !== 'policy').map(({ text }) => text),
);
const agreements = loadCases('booking/agreements.jsonl', agreement);
const afterwards = loadCases('booking/afterwards.jsonl', afterward);
const leavings = loadCases('booking/leavings.jsonl', leaving);
/** Told round about and at length, as wishes are too: they tell questions from wishes, not wishes from all else. */
const policyQuestions = loadCases('booking/policy-questions.jsonl', line).map(({ text }) => text);

const read = (file: string): string => readFileSync(join(ROOT, 'corpus', file), 'utf8');
const lexicon = parseLexicon(read('lexicon.yaml'));
const normalizer = createNormalize(parseDomainWords(read('domain-words.yaml')));
const normalize = (text: string): string => normalizer(withPauses(text)).normalized;

/** One model for each name. `missed`: how much more one of it that is missed weighs than a false alarm. */
const models = (names: readonly string[], missed: (name: string) => number): Record<string, Sought> =>
  Object.fromEntries(
    names.map((name) => [name, { fits: (is: string) => is === name, missed: missed(name), least: LEAST }]),
  );

const spell = (feature: string): string => feature;

/** What asks nothing of the booking desk: questions of policy, and the dangers and everyday lines of the guard, wishes among them aside. */
async function others(): Promise<Pick<Opening, 'text' | 'task'>[]> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = ASKED.flatMap((set) =>
    loadCases(`answers/questions${set}.jsonl`, answerCase).flatMap(({ turns }) => turns),
  );
  const told = GUARDED.flatMap((round) =>
    ['danger', 'harmless'].flatMap((split) => loadCases(`guard/${split}${round}.jsonl`, line)),
  ).map(({ text }) => text);
  return [...provisions.flatMap(({ asks }) => asks), ...asked, ...told]
    .filter((text) => !wishes.has(text))
    .map((text) => ({ text, task: 'other' }));
}

const examplesOf = (lines: readonly { text: string; task: string }[]): Example<string>[] =>
  lines.map(({ text, task }) => ({ features: taskFeatures(normalize(text), lexicon), expect: task }));

/** A wish that is missed weighs more than one that is heard where there was none: it is read back. */
const tasks = (notAsked: readonly { text: string; task: string }[]): Learned =>
  learn(
    examplesOf([...openings, ...notAsked]),
    models(LIKELY_TASKS, () => 4),
    spell,
  );

/** Once an appointment is booked most that is said is no wish. */
const laterTasks = (): Learned =>
  learn(
    examplesOf([...openings, ...afterwards]),
    models(LATER_TASKS, () => 1),
    spell,
  );

/** What is asked of the policies beside all that is wished of the desk, or asked of an appointment. */
async function questions(): Promise<Learned> {
  const provisions = await loadProvisions(join(ROOT, 'corpus/provisions'));
  const asked = [...provisions.flatMap(({ asks }) => asks), ...policyQuestions].map((text) => ({
    text,
    task: 'policy',
  }));
  const examples = examplesOf([...openings.filter(({ task }) => task !== 'other'), ...asked]);
  const desk = { fits: (task: string) => task !== 'policy', missed: 2, least: LEAST };
  return learn(examples, { desk }, spell);
}

/** Most wish to be seen by a doctor: the other services weigh more. */
function services(): Learned {
  const examples = openings.flatMap(({ text, service }) =>
    service === undefined ? [] : [{ features: wishFeatures(normalize(text), lexicon), expect: service }],
  );
  return learn(
    examples,
    models(SERVICE_IDS, (id) => (id === 'green-channel' ? 1 : 8)),
    spell,
  );
}

/** 约一个, 给我挂上: in so few words a wish may be a yes as well. */
const FEW = 12;
const mayAgree = ({ text }: Opening): boolean => text.length <= FEW && wishes.has(text);

/** How often each answer is heard wrong, besides as it was said. */
const MISHEARD = 3;

/** A yes that is not heard is only asked for again. What is no answer at all, the first sentences, is no yes either. */
function assents(): Learned {
  const random = seeded(5);
  const answered = agreements.flatMap(({ to, text, means }) =>
    [text, ...Array.from({ length: MISHEARD }, () => misheard(text, random))].map((heard) => ({
      features: agreementFeatures(heard, to, lexicon),
      expect: means,
    })),
  );
  const beside = openings
    .filter((said) => !mayAgree(said))
    .map(({ text }, i) => ({
      features: agreementFeatures(text, (['book', 'cancel', 'move'] as const)[i % 3] ?? 'book', lexicon),
      expect: 'other',
    }));
  return learn(
    [...answered, ...beside],
    models(['yes', 'no'], () => 1),
    spell,
  );
}

/** The question as the booking desk knows it. */
const ABOUT: Readonly<Record<string, string>> = { slots: 'slot', morning: 'slot' };

function leaves(): Learned {
  const told = leavings.map(({ at, text, ends }) => ({ at: ABOUT[at] ?? at, text, ends }));
  // A no to the read-back may be either.
  const agreed = agreements
    .filter(({ to, means }) => to === 'book' && means !== 'no')
    .map(({ text }) => ({ at: 'confirm', text, ends: false }));
  const examples = [...told, ...agreed].map(({ at, text, ends }) => ({
    features: leavingFeatures(normalize(text), at, lexicon),
    expect: ends ? 'ends' : 'stays',
  }));
  return learn(
    examples,
    models(['ends'], () => 1),
    spell,
  );
}

function write(table: string, { bias, features, weights }: Learned): void {
  const target = new URL(`../../src/bot/book/tables/${table}.json`, import.meta.url);
  writeFileSync(target, `${JSON.stringify({ bias, features, ...weights }, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  write('tasks', tasks(await others()));
  write('afterwards', laterTasks());
  write('questions', await questions());
  write('services', services());
  write('agreements', assents());
  write('leavings', leaves());
}
