import { groundOf, type Item } from '../../src/bot/compose/worded/ground.js';
import { partsOf } from '../../src/bot/compose/worded/items.js';
import { piecesOf, sentencesOf } from '../../src/bot/compose/worded/pieces.js';
import { createVerifier, type Draft } from '../../src/bot/compose/worded/verify.js';
import { newConversation } from '../../src/bot/conversation.js';
import type { House } from '../../src/bot/house.js';
import { createBot } from '../../src/bot/turn.js';
import { answerCase } from '../answers/case.js';
import { loadCases } from '../support/cases.js';
import { type ComponentReport, type Failure, measure } from '../support/report.js';
import { ADDED, LIES, NEVER, RARELY } from './corrupt.js';
import { honestCase } from './honest-case.js';
import { seeded } from './random.js';
import { rephrased } from './rephrase.js';

/** Any day will do that is after all policies and does not move. */
const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };
const SEED = 20261122;
/** Honest rephrasings of each answer by code. */
const REPHRASINGS = 2;

/** A right plain answer: what may be put in other words, and to what it was said. */
interface Told {
  id: string;
  asked: string;
  items: Item[];
  places: string[];
}

/** The gates against a liar: right answers corrupted by code, and honest ones in other words. */
export async function run(house: House): Promise<ComponentReport> {
  const told = await plainAnswers(house);
  const random = seeded(SEED);
  const failures: Failure[] = [];
  const clock = { ms: 0, judged: 0 };
  const judge = (answer: Told, drafts: readonly Draft[]): string | null =>
    judged(house, answer, drafts, clock);

  const honest: (string | null)[] = [];
  const keep = (id: string, answer: Told, drafts: readonly Draft[]): void => {
    const why = judge(answer, drafts);
    honest.push(why);
    if (why !== null)
      failures.push({ id, asked: plainOf(answer), why: `诚实的话没放行：${why}`, got: wordsOf(drafts) });
  };
  for (const answer of told)
    for (let n = 0; n < REPHRASINGS; n++)
      keep(
        answer.id,
        answer,
        answer.items.flatMap((i, at) => draftsOf(rephrased(sentencesOf(i.plain), random), at)),
      );
  const byHand = loadCases('models/honest.jsonl', honestCase);
  for (const { id, of, says } of byHand) {
    const answer = told.find(({ items }) => items.length === 1 && items[0]?.plain === of);
    if (answer) keep(id, answer, draftsOf(says, 0));
  }

  const lies = new Map<string, { told: number; out: number }>();
  for (const [kind, lie] of Object.entries(LIES)) {
    const count = { told: 0, out: 0 };
    lies.set(kind, count);
    for (const answer of told) {
      const drafts = answer.items.flatMap((i, at) => draftsOf(sentencesOf(i.plain), at));
      const place = answer.items.flatMap((i) => [
        i.region?.name ?? '',
        ...i.citations.map((c) => c.region + c.title),
      ]);
      const from = Math.floor(random() * drafts.length);
      const order = drafts.map((_, i) => (from + i) % drafts.length);
      for (const at of order) {
        const right = drafts[at]?.text ?? '';
        const wrong = lie(right, random, plainOf(answer), [...place, ...answer.places].join(''));
        if (wrong === null || wrong === right) continue;
        const said = ADDED.has(kind)
          ? [...drafts, { text: wrong, items: [1] }]
          : drafts.map((d, i) => (i === at ? { ...d, text: wrong } : d));
        count.told++;
        if (judge(answer, said) === null) {
          count.out++;
          failures.push({ id: answer.id, asked: right, why: `谎话放行了：${kind}`, got: wrong });
        }
        break;
      }
    }
  }
  const out = (kinds: readonly string[]): number => kinds.reduce((n, k) => n + (lies.get(k)?.out ?? 0), 0);
  const all = (kinds: readonly string[]): number => kinds.reduce((n, k) => n + (lies.get(k)?.told ?? 0), 0);
  const kinds = [...lies.keys()];
  return {
    component: 'models',
    about: `模型的话过不过得了关：${told.length} 个对的回答，改坏 ${all(kinds)} 次，照实换说法 ${honest.length} 次`,
    cases: all(kinds) + honest.length,
    measures: [
      measure('放行的错数、错地方、错日期、错条款', out(NEVER), FLOORS.never, {
        unit: 'count',
        better: 'lower',
      }),
      ...RARELY.map((kind) =>
        measure(`拦住的${kind}`, 1 - out([kind]) / Math.max(1, all([kind])), FLOORS.rarely),
      ),
      measure('拦住的全部谎话', 1 - out(kinds) / Math.max(1, all(kinds)), FLOORS.all),
      measure('误拦的诚实说法', honest.filter((why) => why !== null).length / honest.length, FLOORS.lost, {
        better: 'lower',
      }),
      // Held to its limit by `npm run bench -- gates`: how fast a machine is says nothing of the program.
      measure(GATE_TIME, clock.ms / clock.judged, null, { unit: 'ms', better: 'lower' }),
    ],
    failures,
  };
}

/** Processor time of the gates, in milliseconds. */
export const GATE_TIME = '一个回答过关的时间（CPU）';

const FLOORS = { never: 0, rarely: 0.95, all: 0.98, lost: 0.03 };

const draftsOf = (texts: readonly string[], item: number): Draft[] =>
  texts.map((text) => ({ text, items: [item + 1] }));
const plainOf = ({ items }: Told): string => items.map((i) => i.plain).join('');
const wordsOf = (drafts: readonly Draft[]): string => drafts.map((d) => d.text).join('');

/** What the built bot answers to every one-turn question of `evals/answers`, as a model would be given it. */
async function plainAnswers(house: House): Promise<Told[]> {
  const told: Told[] = [];
  let asking = { id: '', text: '' };
  const bot = createBot({
    house: () => house,
    clock: () => NOW,
    model: {
      understand: (work) => work,
      word(work, now) {
        const parts = work.reply === null ? null : partsOf(work, work.reply, now);
        const places = work.places.map((p) => p.name);
        if (parts) told.push({ id: asking.id, asked: asking.text, items: parts.items, places });
        return work;
      },
    },
  });
  for (const { id, turns, region } of FILES.flatMap((file) => loadCases(file, answerCase))) {
    const [text] = turns;
    if (turns.length !== 1 || text === undefined) continue;
    asking = { id, text };
    await bot.handle({ text, region: region === '' ? null : region, conversation: newConversation() });
  }
  return told;
}

const FILES = ['', '-2', '-3', '-4'].map((n) => `answers/questions${n}.jsonl`);

function judged(
  { lexicon, hotlines }: House,
  { asked, items }: Told,
  drafts: readonly Draft[],
  clock: { ms: number; judged: number },
): string | null {
  // What an answer rests on is read once, when it is first worded.
  for (const item of items) groundOf(item, lexicon);
  const naming = new Set(items.map((i) => i.region?.adcode)).size > 1;
  const begun = process.cpuUsage();
  const heard = { text: asked, pieces: piecesOf(asked, lexicon), places: new Set<string>() };
  const verifier = createVerifier(items, { lexicon, hotlines, naming, heard, prompt: '' });
  let stopped: string | null = null;
  for (const draft of drafts) {
    stopped = verifier.take(draft);
    if (stopped !== null) break;
  }
  stopped ??= verifier.whole();
  const { user, system } = process.cpuUsage(begun);
  clock.ms += (user + system) / 1000;
  clock.judged++;
  return stopped;
}
