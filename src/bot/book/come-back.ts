import type { Reply } from '../reply.js';
import type { Ending, Work } from '../work.js';
import { words } from './replies.zh.js';
import { forEar, replyOf } from './say.js';

/** After so many turns on something else the booking's question is left alone; an answer to it is still taken. */
const MOST_AWAY = 2;
/** After these the question is not put again: it was just put, or something else is waited for. */
const LEFT_ALONE: ReadonlySet<Ending['ending']> = new Set([
  'booking',
  'guarded',
  'bye',
  'repeat',
  'ask_place',
]);

/** After a digression the question of the booking is put again. */
export function backToBooking(reply: Reply, { ending }: Ending, { conversation, asking }: Work): Reply {
  const { booking, pending } = conversation;
  const waiting = booking.draft?.waiting ?? null;
  if (waiting === null || asking !== null || LEFT_ALONE.has(ending)) return reply;
  if (ending === 'nothing_said') return replyOf(`${words.notHeard}${waiting.text}`, waiting.suggestions);
  if (pending?.kind === 'booking' && pending.away >= MOST_AWAY) return reply;
  const question = words.backTo(waiting.text);
  return {
    ...reply,
    text: `${reply.text}\n${question}`,
    speech: `${reply.speech}${forEar(question)}`,
    suggestions: waiting.suggestions,
  };
}
