import { spellOut } from '../../src/bot/book/hear/name.js';
import type { Reply } from '../../src/bot/reply.js';
import type { Mend } from '../../src/channels/phone/index.js';
import type { SimulatedCall } from '../../src/channels/phone/simulator/simulated-call.js';
import type { World } from '../booking/world.js';
import type { Subject } from '../support/subject.js';
import type { CallCase } from './case.js';
import { openLine } from './line.js';
import { inWords, isRead, objection } from './read-back.js';

export interface Called {
  replies: Reply[];
  /** All that was said, in order. */
  said: string[];
  call: SimulatedCall;
  /** What the caller said or pressed. */
  turns: number;
}

const ASKS_PLACE = /哪个市|哪个县|哪里的|住在哪|什么地方|老人是[^，。？]+的吗/u;
const ASKS_AGAIN = /请您再说一遍|换个说法，再说一遍/u;
const MOST_TOLD = 14;
/** So often a caller says the same again before giving up. */
const MOST_SAID = 3;
/** So many read-backs are listened to: each may need a correction of its own. */
const MOST_READ = 5;

/**
 * Makes the call as the script says, with `mishear` between caller and line; places and facts are told when asked, and what
 * was not heard is said again.
 */
export async function makeCall(
  script: CallCase,
  subject: Subject,
  mishear: (text: string) => string,
  world: World,
  mend: Mend,
): Promise<Called> {
  const { call, replies } = openLine(subject, script.dialled, world, mend);
  let turns = 0;
  let placesTold = 0;
  let readBacks = 0;
  let spelled = 0;
  let numbersTold = 0;
  let heardSo = 0;
  let lately = '';
  let repeated = 0;
  const told = new Map<string, number>();
  /** All that was said since the caller spoke. */
  const last = (): string => call.said.slice(heardSo).join('');

  async function say(text: string): Promise<void> {
    turns++;
    heardSo = call.said.length;
    await call.say(mishear(text));
    await call.listen();
  }

  /** What is said to what was just asked; null where the script has nothing to say to it. */
  function answer(): string | null {
    if (ASKS_AGAIN.test(last()) && repeated < MOST_SAID) {
      repeated++;
      return lately;
    }
    const [wanted] = script.booked;
    if (wanted !== undefined && isRead(last())) {
      if (readBacks++ >= MOST_READ) return null;
      if (readBacks === 1 && script.corrects !== undefined) return script.corrects;
      return objection(last(), wanted) ?? '对，约吧';
    }
    if (wanted !== undefined && /位，手机号要|不像能打通/u.test(last()) && numbersTold++ < MOST_SAID)
      return `手机号是${inWords(wanted.phone)}`;
    if (wanted !== undefined && /是哪个字/u.test(last())) {
      if (spelled++ >= MOST_SAID) return null;
      return `${wanted.name}，${spellOut(wanted.name)}`;
    }
    const question = script.booked.length > 0 ? requestsIn(last()) : questionIn(last());
    if (script.place !== '' && placesTold < MOST_SAID && ASKS_PLACE.test(last())) {
      placesTold++;
      return script.place;
    }
    for (const [pattern, said] of script.told) {
      const times = told.get(pattern) ?? 0;
      if (question === '' || times >= MOST_SAID || !new RegExp(pattern, 'u').test(question)) continue;
      told.set(pattern, times + 1);
      return typeof said === 'string' ? said : (said[Math.min(times, said.length - 1)] ?? null);
    }
    return null;
  }

  /** Whether the line waits for the end of what was all that was to be said. */
  const waitsForMore = (): boolean => last().includes('您接着说');

  async function answerQuestions(isLast: boolean): Promise<void> {
    for (let i = 0; i < MOST_TOLD && !call.ended; i++) {
      const next = answer();
      if (next !== null) await say(next);
      else if (isLast && waitsForMore()) {
        heardSo = call.said.length;
        await call.silence();
        await call.listen();
      } else return;
    }
  }

  await call.dial();
  await call.listen();
  for (const step of script.steps) {
    if (call.ended) break;
    if (typeof step === 'string') {
      lately = step;
      await say(step);
    } else if ('key' in step) {
      turns++;
      heardSo = call.said.length;
      await call.press(step.key);
      await call.listen();
    } else if ('silence' in step) {
      await call.silence();
      await call.listen();
    } else {
      lately = step.pausing.join('');
      for (const part of step.pausing) await say(part);
    }
    await answerQuestions(step === script.steps.at(-1));
  }
  return { replies, said: call.said, call, turns };
}

const sentences = (said: string): string[] =>
  said.replace(/您还想问什么？/gu, '').match(/[^。！？]*[。！？]/gu) ?? [];

/** The last sentence that asks, but for the telephone's own. */
const questionIn = (said: string): string => sentences(said).findLast((s) => s.endsWith('？')) ?? '';

/** Every sentence that asks for something, with a question mark or without. */
const requestsIn = (said: string): string =>
  sentences(said)
    .filter((s) => /？$|请说|请再|请从头|慢慢说/u.test(s))
    .join('');
