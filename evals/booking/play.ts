import type { Appointment } from '../../src/appointments/types.js';
import { type Conversation, newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import type { Subject } from '../support/subject.js';
import { cardCaller } from './caller.js';
import type { BookingCase, Wanted } from './case.js';
import { botIn, openWorld, type World } from './world.js';

export interface Played {
  /** Turns that the person took. */
  turns: number;
  lines: string[];
  last: Reply | null;
  standing: Appointment[];
  /**
   * `right`: what was wanted stands, and nothing else; `wrong`: something stands that was not wanted; `short`: something
   * is lacking, an appointment or who is to be told of it.
   */
  verdict: 'right' | 'short' | 'wrong';
}

/** What the caller hears: the reply, and what is waited for. */
export interface Heard {
  reply: Reply;
  conversation: Conversation;
}

/** The next turn, an utterance or an event; null: the caller hangs up. */
export type Caller = (heard: Heard | null) => string | null;

/** Plays the call against the bot and the booking service; `mishear` is the recogniser. */
export async function play(
  call: BookingCase,
  subject: Subject,
  mishear: (text: string) => string = (text) => text,
): Promise<Played> {
  const { region, caller: number, booked, ends } = call;
  const next: Caller = 'turns' in call ? reading(call.turns) : cardCaller(call);
  const world = await openWorld(subject.house.library.documents);
  try {
    const bot = botIn(world, subject);
    let before: Conversation = newConversation();
    let now = before;
    let said = '';
    let code = '';
    let last: Reply | null = null;
    const lines: string[] = [];
    let count = 0;
    for (let turn = next(null); turn !== null; turn = next(last && { reply: last, conversation: now })) {
      const [, event, argument = ''] = /^@(\w+)\s*(.*)$/u.exec(turn) ?? [];
      if (event === 'pass') world.pass(Number(argument));
      else if (event === 'hangup') now = newConversation();
      else if (event === 'taken') await takeAway(world, now, Number(argument) - 1);
      if (event !== undefined && event !== 'again') continue;
      if (event === undefined) {
        before = now;
        const note = turn.includes('{code}') ? await codeOfChanged(world, booked) : null;
        const tail = (askedOf(now) ?? code).slice(-3);
        said = mishear(turn.replace('{code}', note ?? code).replace('{tail}', tail));
        count += 1;
      }
      // As it is stored between turns.
      const conversation: Conversation = JSON.parse(JSON.stringify(before));
      const settled = await bot.handle({ text: said, region, caller: number, conversation });
      now = settled.conversation;
      last = settled.reply;
      code = /码：(\d{3} \d{3})/u.exec(last.text)?.[1]?.replace(' ', '') ?? code;
      lines.push(`> ${said}`, `  [${last.kind}] ${last.text}`);
    }
    const standing = await world.standing();
    const verdict = judge(standing, booked, ends === undefined || (last?.text.includes(ends) ?? false));
    return { turns: count, lines, last, standing, verdict };
  } finally {
    await world.close();
  }
}

/** The code on the note of the one appointment that is not to stay as it is; null where there is none, or more than one. */
async function codeOfChanged(world: World, booked: readonly Wanted[]): Promise<string | null> {
  const changed = (await world.standing()).filter((a) => !booked.some((w) => isWanted(a, w)));
  return changed.length === 1 ? (changed[0]?.code ?? null) : null;
}

/** The code of the appointment that is spoken of, as it stands on the caller's note. */
const askedOf = ({ booking }: Conversation): string | null => booking.draft?.appointment?.code ?? null;

/** A caller who says the turns one after the other, whatever is answered. */
function reading(turns: readonly string[]): Caller {
  let at = 0;
  return () => turns[at++] ?? null;
}

/** Somebody else takes every place of a time that was just offered. */
async function takeAway({ appointments }: World, { booking }: Conversation, at: number): Promise<void> {
  const question = booking.draft?.waiting?.question;
  const slot = question?.about === 'slot' ? question.slots[at] : booking.draft?.slot;
  const serviceId = booking.draft?.service?.id;
  if (!slot || serviceId === undefined) throw new Error('no time was offered');
  for (let taken = 0; taken < 10; taken++) {
    const held = await appointments.hold({ slotId: slot.id, serviceId });
    if (held.outcome === 'refused') return;
  }
}

function judge(all: readonly Appointment[], wanted: readonly Wanted[], said: boolean): Played['verdict'] {
  // What is moved stays until a worker has the new time: nobody has lost it, nobody keeps both.
  const standing = all.filter(({ id }) => !all.some(({ replaces }) => replaces === id));
  const stray = standing.filter((a) => !wanted.some((w) => isWanted(a, w)));
  if (stray.length > 0 || standing.length > wanted.length) return 'wrong';
  const whole = wanted.every((w) => standing.some((a) => isWanted(a, w) && isWhole(a, w)));
  return standing.length === wanted.length && whole && said ? 'right' : 'short';
}

function isWanted(a: Appointment, w: Wanted): boolean {
  return (
    a.patient.name === w.name &&
    a.patient.phone === w.phone &&
    a.start.startsWith(w.start) &&
    (w.provider === undefined || a.provider.name === w.provider) &&
    (w.department === undefined || a.department.name === w.department) &&
    (w.service === undefined || a.service.id === w.service)
  );
}

/** What is to be known of the appointment besides. */
function isWhole(a: Appointment, w: Wanted): boolean {
  return (
    (w.needs === undefined || [...w.needs].sort().join() === [...a.needs].sort().join()) &&
    (w.bookedBy === undefined || a.bookedBy?.name === w.bookedBy) &&
    (w.told === undefined ||
      w.told.every((phone) => [a.bookedBy, ...a.family].some((told) => told?.phone === phone))) &&
    (w.status === undefined || a.status === w.status)
  );
}
