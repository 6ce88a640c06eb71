import type { Assessment } from '../../benefits/assess.js';
import { speakable } from '../compose/speech.js';
import type { House } from '../house.js';
import { replies } from '../replies.zh.js';
import type { Citation, Reply } from '../reply.js';
import type { AskedFact, Heard } from './hear-answer.js';
import { citationsOf } from './render.js';
import { suggestionsFor } from './suggestions.js';

interface Progress {
  /** What the turn was to the question before; null where there was none. */
  heard: Heard | null;
  /** The question before. */
  previous: AskedFact | null;
  asking: AskedFact;
  /** Benefits that the turn made certain. */
  gained: readonly Assessment[];
}

/** One question of the rules, after a few words on what the turn brought. */
export function renderQuestion({ heard, previous, asking, gained }: Progress, house: House): Reply {
  const citations = gained.flatMap((a) => citationsOf(a, house));
  if (gained.length > 0)
    return ask(
      `${replies.gained(gained.map((a) => a.benefit.title))}${replies.andAsk}${asking.text}`,
      asking,
      citations,
    );
  switch (heard?.heard) {
    case undefined:
      return ask(replies.opening(asking.text), asking);
    case 'why':
      return ask(replies.why(asking.why, asking.help, asking.text), asking);
    case 'beside':
      return ask(`${replies.besideAnswer}${explained(previous, asking)}${asking.text}`, asking);
    case 'unclear':
      return ask(`${replies.unclearAnswer}${asking.text}`, asking);
    case 'dont_know':
      return ask(`${replies.notKnown(previous?.help ?? null)}${asking.text}`, asking);
    case 'refuse':
      return ask(`${replies.notSaid}${asking.text}`, asking);
    case 'answer':
    case 'enough':
      return ask(`${replies.noted}${explained(previous, asking)}${asking.text}`, asking);
  }
}

/** Asked 是不是三无, 没得收入 leaves it open: what all makes somebody so is told. */
const explained = (previous: AskedFact | null, { statuses }: AskedFact): string =>
  previous?.statuses.includes('三无') && statuses.includes('三无') ? replies.sanwu : '';

function ask(text: string, asking: AskedFact, citations: Citation[] = []): Reply {
  return {
    kind: 'clarify',
    text,
    speech: speakable(text),
    citations,
    suggestions: suggestionsFor(asking),
    actions: [],
  };
}
