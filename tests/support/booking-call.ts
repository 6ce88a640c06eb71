import type { Appointment } from '../../src/appointments/types.js';
import { type Conversation, newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import { createBot } from '../../src/bot/turn.js';
import { shanghaiTime } from '../../src/language/calendar.js';
import { GUIDE, MemoryAppointments } from './appointments.js';
import { realHouse } from './house.js';

/** Sunday 22 November 2026, ten in the morning. */
export const SUNDAY = '2026-11-22T10:00:00+08:00';

export interface Caller {
  say(text: string): Promise<Reply>;
  /** The same turn once more from the state before it, as after a crash. */
  sayAgain(): Promise<Reply>;
  hangUp(): void;
  appointments: MemoryAppointments;
  booked(): Appointment[];
  turns(): number;
  pass(minutes: number): void;
  last(): Reply | null;
}

/** A booking conversation over the real corpus and a service in memory; each `say` is a turn. */
export async function call({
  region = '怀化市鹤城区',
  caller,
}: {
  region?: string | null;
  caller?: string;
} = {}): Promise<Caller> {
  const house = await realHouse();
  let now = Date.parse(SUNDAY);
  let conversation: Conversation = newConversation();
  let before = conversation;
  let text = '';
  let turns = 0;
  let last: Reply | null = null;
  const appointments = new MemoryAppointments(() => new Date(now));
  const bot = createBot({
    house: () => house,
    clock: () => shanghaiTime(new Date(now)),
    booking: { appointments, guide: GUIDE, sendsMessages: true },
  });
  const turn = async (): Promise<Reply> => {
    // As it is stored between turns.
    const stored: Conversation = JSON.parse(JSON.stringify(before));
    const settled = await bot.handle({ text, region, caller, conversation: stored });
    conversation = settled.conversation;
    last = settled.reply;
    return settled.reply;
  };
  return {
    say: (said) => {
      before = conversation;
      text = said;
      turns += 1;
      return turn();
    },
    sayAgain: turn,
    hangUp: () => {
      conversation = newConversation();
    },
    appointments,
    booked: () => [...appointments.made.values()].filter((a) => a.status !== 'cancelled'),
    turns: () => turns,
    pass: (minutes) => {
      now += minutes * 60_000;
    },
    last: () => last,
  };
}
