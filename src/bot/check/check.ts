import { sourceLines } from '../compose/sources.js';
import type { House } from '../house.js';
import { replies } from '../replies.zh.js';
import type { Reply } from '../reply.js';
import type { Ending, Work } from '../work.js';
import { unsupportedFigures } from './figures.js';
import { foreignCitations } from './places.js';

/** Promises 1 and 2 on what is about to be sent: a reply that fails them is replaced by the cited words themselves. */
export function check(work: Work, house: House): Ending {
  const { reply } = work;
  if (reply === null) return { ending: 'silent_anywhere', question: work.text };
  const words = [
    work.heard,
    work.text,
    ...work.reckoned,
    ...questionsOf(work),
    ...work.understanding.asks.flatMap((ask) => [ask.text, ask.carried, ask.story]),
  ];
  const documentOf = house.library.document;
  if (foreignCitations(reply.text, reply.citations, work.places, documentOf).length > 0) {
    return { ending: 'silent_anywhere', question: work.text };
  }
  const wrong = unsupportedFigures(`${reply.text}\n${reply.speech}`, reply.citations, {
    words,
    hotlines: house.hotlines,
  });
  if (wrong.length === 0) return { ending: 'answered', reply };
  return reply.citations.length === 0
    ? { ending: 'silent_anywhere', question: work.text }
    : { ending: 'answered', reply: quotedInstead(reply) };
}

/** The rules' own questions, the one that was answered and the one that is put. */
function questionsOf({ conversation: { pending }, asking }: Work): string[] {
  const questions = [asking, pending?.kind === 'fact' ? pending.question : null];
  return questions.flatMap((q) => (q === null ? [] : [q.text, q.why, q.help ?? '']));
}

function quotedInstead(reply: Reply): Reply {
  const places = [...new Set(reply.citations.map((c) => c.region))];
  const text = places
    .map((place) => {
      const own = reply.citations.filter((c) => c.region === place);
      return `${replies.asQuoted(place)}${own.map((c) => `“${c.quote}”`).join('')}\n${sourceLines(own).join('\n')}`;
    })
    .join('\n');
  return { ...reply, text, speech: reply.citations.map((c) => c.quote).join('') };
}
