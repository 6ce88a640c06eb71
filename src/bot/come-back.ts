import { suggestionsFor } from './assess/suggestions.js';
import { words } from './book/words/replies.zh.js';
import { forEar, replyOf } from './book/words/say.js';
import { speakable } from './compose/speech.js';
import { replies } from './replies.zh.js';
import type { Reply } from './reply.js';
import type { Ending, Work } from './work.js';

/** After so many turns on something else the question is left alone; an answer to it is still taken. */
const MOST_AWAY = 2;
/** After these the booking's question is not put again: it was just put, or something else is waited for. */
const LEFT_ALONE: ReadonlySet<Ending['ending']> = new Set([
  'booking',
  'guarded',
  'bye',
  'repeat',
  'ask_place',
]);

/** After a digression the question that waits is put again: the booking's, or that of the rules. */
export function comeBack(reply: Reply, { ending }: Ending, work: Work): Reply {
  const { booking, pending } = work.conversation;
  if (pending?.kind === 'fact') {
    const left = ending !== 'answered' || work.assessing !== null || pending.away >= MOST_AWAY;
    if (left) return reply;
    const question = replies.backTo(pending.question.text);
    return putAgain(reply, question, speakable(question), suggestionsFor(pending.question));
  }
  const waiting = booking.draft?.waiting ?? null;
  if (waiting === null || work.asking !== null || LEFT_ALONE.has(ending)) return reply;
  if (ending === 'nothing_said') return replyOf(`${words.notHeard}${waiting.text}`, waiting.suggestions);
  if (pending?.kind === 'booking' && pending.away >= MOST_AWAY) return reply;
  const question = words.backTo(waiting.text);
  return putAgain(reply, question, forEar(question), waiting.suggestions);
}

const putAgain = (reply: Reply, question: string, heard: string, suggestions: string[]): Reply => ({
  ...reply,
  text: `${reply.text}\n${question}`,
  speech: `${reply.speech}${heard}`,
  suggestions,
});
