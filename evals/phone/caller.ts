import type { House } from '../../src/bot/house.js';
import type { Reply } from '../../src/bot/reply.js';
import type { SimulatedCall } from '../../src/channels/phone/simulator/simulated-call.js';
import type { CallCase } from './case.js';
import { openLine } from './line.js';

export interface Called {
  replies: Reply[];
  /** All that was said, in order. */
  said: string[];
  call: SimulatedCall;
  /** What the caller said or pressed. */
  turns: number;
}

const ASKS_PLACE = /哪个市|哪个县|哪里的|住在哪|什么地方/u;
const MOST_TOLD = 8;

/** Makes the call as the script says, with `mishear` between caller and line; places and facts are told when asked. */
export async function makeCall(
  script: CallCase,
  house: House,
  mishear: (text: string) => string,
): Promise<Called> {
  const { call, replies } = openLine(house, script.dialled);
  let turns = 0;
  let placeTold = script.place === '';
  const told = new Set<string>();
  const last = (): string => call.said.slice(-3).join('');
  async function say(text: string): Promise<void> {
    turns++;
    await call.say(mishear(text));
    await call.listen();
  }
  async function answerQuestions(): Promise<void> {
    for (let i = 0; i < MOST_TOLD && !call.ended; i++) {
      if (!placeTold && ASKS_PLACE.test(last())) {
        placeTold = true;
        await say(script.place);
        continue;
      }
      const answer = script.told.find(
        ([pattern]) =>
          !told.has(pattern) && /[？?]/u.test(last()) && new RegExp(pattern, 'u').test(questionIn(last())),
      );
      if (answer === undefined) return;
      told.add(answer[0]);
      await say(answer[1]);
    }
  }
  await call.dial();
  await call.listen();
  for (const step of script.steps) {
    if (call.ended) break;
    if (typeof step === 'string') await say(step);
    else if ('key' in step) {
      turns++;
      await call.press(step.key);
      await call.listen();
    } else if ('silence' in step) {
      await call.silence();
      await call.listen();
    } else for (const part of step.pausing) await say(part);
    await answerQuestions();
  }
  return { replies, said: call.said, call, turns };
}

/** The last sentence that asks, but for the telephone's own. */
const questionIn = (said: string): string =>
  said
    .replace(/您还想问什么？/gu, '')
    .match(/[^。！？]*？/gu)
    ?.at(-1) ?? '';
