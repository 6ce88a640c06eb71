import type { House } from '../../src/bot/house.js';
import { loadCases } from '../support/cases.js';
import { misheard, seeded } from '../support/recogniser.js';
import { type ComponentReport, type Failure, measure } from '../support/report.js';
import type { Subject } from '../support/subject.js';
import { type BookingCase, bookingCase } from './case.js';
import { opening } from './opening.js';
import { type Played, play } from './play.js';
import { turnCase } from './turn.js';
import { type Answered, answerOne } from './turns.js';
import { wishOf } from './wish.js';

/** Callers with a script, who cannot answer what a mishearing makes the bot ask. */
const SCRIPTED = ['conversations', 'conversations-2'];
/** Callers with a card, who answer what they are asked. */
const CARDED = [
  'conversations-3',
  'conversations-4',
  'conversations-5',
  'conversations-6',
  'conversations-7',
  'conversations-8',
  'conversations-9',
  'conversations-10',
  'conversations-11',
  'conversations-12',
  'conversations-13',
  'conversations-14',
  'conversations-15',
  'conversations-16',
  'conversations-17',
  'conversations-18',
  'conversations-19',
  'conversations-20',
  'conversations-21',
  'conversations-22',
  'conversations-23',
  'conversations-24',
  'conversations-25',
  'conversations-26',
  'conversations-27',
  'conversations-28',
  'conversations-29',
  'conversations-30',
  'conversations-31',
  'conversations-32',
  'conversations-33',
  'conversations-34',
  'conversations-35',
  'conversations-36',
  'conversations-37',
  'conversations-38',
  'conversations-39',
  'conversations-40',
  'conversations-41',
];
const SEEDS = [11, 23];

/** What was reached when they were set; CI fails below. */
const FLOORS = { scripted: 0.97, clean: 0.95, noisy: 0.94, wishes: 0.92, others: 0.97, answers: 0.95 };
/** The share of single answers of which something else was taken that was there when it was set. */
const TAKEN_WRONGLY = 0.02;
/** Misheard: of some 1,100 conversations. */
const MOST_WRONG = { clean: 1, noisy: 9 };

interface Judged {
  call: BookingCase;
  seed: number | null;
  played: Played;
}

/** Callers against the bot and the booking service over SQLite, as said and as a recogniser mishears them. */
export async function run(subject: Subject): Promise<ComponentReport> {
  const scripted = await playAll(SCRIPTED, null, subject);
  const clean = await playAll(CARDED, null, subject);
  const noisy: Judged[] = [];
  for (const seed of SEEDS) noisy.push(...(await playAll(CARDED, seed, subject)));
  const { wishes, others } = openingsHeard(subject.house);
  const answered = await answerAll(subject);
  const answers = (verdict: Answered['verdict']): number =>
    answered.filter((one) => one.verdict === verdict).length / answered.length;
  const none = { unit: 'count', better: 'lower' } as const;
  return {
    component: 'booking',
    about: '约号的对话，对着约号服务（SQLite）；识别每八个词错一个',
    cases: scripted.length + clean.length + answered.length,
    measures: [
      measure('约对（照着脚本说）', share(scripted), FLOORS.scripted),
      measure('约对（问什么答什么，听写无误）', share(clean), FLOORS.clean),
      measure('约对（问什么答什么，八词错一）', share(noisy), FLOORS.noisy),
      measure('第一句话要约、要退、要改、要查，听得出', wishes, FLOORS.wishes),
      measure('第一句话不是这些，不当成这些', others, FLOORS.others),
      measure('单独一句回答，听对', answers('right'), FLOORS.answers),
      measure('单独一句回答，听成别的', answers('wrong'), TAKEN_WRONGLY, { better: 'lower' }),
      measure('约错（听写无误）', wrongs([...scripted, ...clean]), MOST_WRONG.clean, none),
      measure('约错（八词错一）', wrongs(noisy), MOST_WRONG.noisy, none),
      measure('话少的人超过轮数', [...scripted, ...clean].filter(isOver).length, 0, none),
      measure('轮数（问什么答什么，中位数）', median(clean.map(({ played }) => played.turns)), 9, none),
    ],
    failures: [
      ...[...scripted, ...clean, ...noisy].filter((j) => j.played.verdict !== 'right').map(failure),
      ...answered.flatMap(({ failure: failed }) => failed ?? []),
    ],
  };
}

/** Shares of first sentences, none of which was learned from, that are taken for what they are. */
function openingsHeard(house: House): { wishes: number; others: number } {
  const said = loadCases('booking/openings-2.jsonl', opening).map(({ text, task }) => {
    const wanted = task === 'policy' || task === 'other' ? null : task;
    return { wanted, right: wishOf(text, house) === wanted };
  });
  const heard = (all: typeof said): number => all.filter(({ right }) => right).length / all.length;
  return {
    wishes: heard(said.filter(({ wanted }) => wanted !== null)),
    others: heard(said.filter(({ wanted }) => wanted === null)),
  };
}

/** Single answers to each question of the booking desk. */
async function answerAll(
  subject: Subject,
): Promise<{ verdict: Answered['verdict']; failure: Failure | null }[]> {
  const all = [];
  for (const one of loadCases('booking/turns.jsonl', turnCase)) {
    const { verdict, why, reply } = await answerOne(one, subject);
    const { id, at, said } = one;
    const failed = {
      id,
      asked: `${at}：${said}`,
      why: `${verdict === 'wrong' ? '听成别的' : '没听出'}，${why}`,
      got: reply.text,
    };
    all.push({ verdict, failure: verdict === 'right' ? null : failed });
  }
  return all;
}

async function playAll(files: readonly string[], seed: number | null, subject: Subject): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const file of files)
    for (const [i, call] of loadCases(`booking/${file}.jsonl`, bookingCase).entries()) {
      // Who reads from a script cannot answer what a mishearing makes the bot ask.
      if (seed !== null && 'turns' in call) continue;
      const random = seed === null ? null : seeded(seed * 1000 + i);
      const mishear = (text: string): string => (random === null ? text : misheard(text, random));
      judged.push({ call, seed, played: await play(call, subject, mishear) });
    }
  return judged;
}

const share = (all: readonly Judged[]): number =>
  all.filter(({ played }) => played.verdict === 'right').length / all.length;

const wrongs = (all: readonly Judged[]): number =>
  all.filter(({ played }) => played.verdict === 'wrong').length;

const isOver = ({ call: { most }, played: { turns } }: Judged): boolean => most !== undefined && turns > most;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const failure = ({ call, seed, played: { verdict, lines } }: Judged): Failure => ({
  id: seed === null ? call.id : `${call.id}/${seed}`,
  asked: call.about,
  why: verdict === 'wrong' ? '约错了' : '没有约成',
  got: lines.slice(-6).join(' | '),
});
