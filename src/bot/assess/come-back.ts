import { speakable } from '../compose/speech.js';
import { replies } from '../replies.zh.js';
import type { Work } from '../work.js';
import { suggestionsFor } from './suggestions.js';

/** After so many turns on something else the question is left alone; an answer to it is still taken. */
const MOST_AWAY = 2;

/** After a digression the question that waits is put again. */
export function comeBack(work: Work): Work {
  const { pending } = work.conversation;
  const { reply } = work;
  if (pending?.kind !== 'fact' || reply === null || work.assessing !== null || pending.away >= MOST_AWAY)
    return work;
  const question = replies.backTo(pending.question.text);
  return {
    ...work,
    reply: {
      ...reply,
      text: `${reply.text}\n${question}`,
      speech: `${reply.speech}${speakable(question)}`,
      suggestions: suggestionsFor(pending.question),
    },
  };
}
