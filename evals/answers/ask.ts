import { newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import { createBot } from '../../src/bot/turn.js';
import { type Failure, type Measure, measure } from '../support/report.js';
import { partsOf, type Subject } from '../support/subject.js';
import type { AnswerCase } from './case.js';
import { explain, type Faults, isRight, score } from './score.js';

/** Any day will do that is after all policies and does not move. */
const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

export interface Scored {
  asked: AnswerCase;
  reply: Reply;
  faults: Faults;
}

/** Asks every question of the subject, turn by turn, and scores the last reply of each. */
export async function askAll(subject: Subject, cases: readonly AnswerCase[]): Promise<Scored[]> {
  const bot = createBot({ ...partsOf(subject), clock: () => NOW });
  const scored: Scored[] = [];
  for (const asked of cases) {
    let conversation = newConversation();
    let reply: Reply | undefined;
    for (const text of asked.turns) {
      const settled = await bot.handle({
        text,
        region: asked.region === '' ? null : asked.region,
        conversation,
      });
      conversation = settled.conversation;
      reply = settled.reply;
    }
    if (reply) scored.push({ asked, reply, faults: score(asked, reply, subject.house.hotlines) });
  }
  return scored;
}

/** Share of them that are good, in [0, 1]. */
export const shareOf = (all: readonly Scored[], good: (s: Scored) => boolean): number =>
  all.filter(good).length / Math.max(1, all.length);

/** What may never be said: figures that stand nowhere, and other places' rules. */
export function harmsOf(scored: readonly Scored[]): Measure[] {
  const none = { unit: 'count', better: 'lower' } as const;
  return [
    measure('没有出处的数', scored.filter(({ faults }) => faults.figures.length > 0).length, 0, none),
    measure('用了别处的规定', scored.filter(({ faults }) => faults.wrongPlace).length, 0, none),
  ];
}

export const failuresOf = (scored: readonly Scored[]): Failure[] =>
  scored
    .filter((s) => !isRight(s.faults))
    .map((s) => ({
      id: s.asked.id,
      asked: s.asked.turns.join(' >> '),
      why: explain(s.faults),
      got: `[${s.reply.kind}] ${s.reply.text}`,
    }));
