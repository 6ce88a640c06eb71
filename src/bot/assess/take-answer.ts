import type { FactName } from '../../benefits/facts.js';
import { findRegion } from '../../knowledge/regions.js';
import type { LocalDateTime } from '../../language/calendar.js';
import type { House } from '../house.js';
import { isAsking } from '../understand/wants.js';
import type { Work } from '../work.js';
import { type Heard, hearAnswer } from './hear-answer.js';
import { answeredBy, declining, type Person, tellsOfCase } from './person.js';

/** A question with this much of its own is a digression, not an answer. */
const OWN_QUESTION = 1;
/** 空巢的呢: asks about another case. */
const FOLLOWS_UP = /呢[?？。]?$/u;
/** So often a question is put again before it is taken as not answered. */
const MOST_TRIES = 2;

/** Takes the turn as the answer to the rules' question that was put last, unless it asks something of its own. */
export function takeAnswer(work: Work, _: House, now: LocalDateTime): Work {
  const { pending, assessing, about } = work.conversation;
  if (pending?.kind !== 'fact' || assessing === null || work.about !== about || FOLLOWS_UP.test(work.text))
    return work;
  const { question, tries } = pending;
  const places = work.understanding.places.map(({ region }) => region);
  const heard = hearAnswer(question, work.text, work.told, now, places);
  // 低保是啥意思 said to 是不是低保: a question first, though the word of an answer stands in it.
  const away = heard === null ? turnsAway(work) : heard.heard === 'answer' && asksItsOwn(work);
  if (away && !tellsOfCase(work.told)) return work;
  const answered = heard ?? other(work, tries);
  return { ...work, answered, person: personAfter(work, answered, question.fact) };
}

/** More of the case is as good as an answer: the question is put again where it still matters. */
function other(work: Work, tries: number): Heard {
  if (tellsOfCase(work.told)) return { heard: 'answer', facts: {} };
  return tries + 1 < MOST_TRIES ? { heard: 'unclear' } : { heard: 'dont_know' };
}

function personAfter({ person }: Work, answered: Heard, fact: FactName): Person {
  switch (answered.heard) {
    case 'answer':
      return answeredBy(person, answered.facts);
    case 'dont_know':
    case 'refuse':
      return declining(person, fact);
    default:
      return person;
  }
}

/** No answer, and not for want of understanding: a question, a wish to hear it again, thanks, a good-bye. */
const turnsAway = ({ understanding: { social, wantsRepeat }, text }: Work): boolean =>
  wantsRepeat || social !== null || isAsking(text);

function asksItsOwn({ understanding, text }: Work): boolean {
  if (!isAsking(text)) return false;
  return understanding.asks.some(
    (ask) => isAsking(ask.text) && ask.focus.reduce((sum, c) => sum + c.weight, 0) >= OWN_QUESTION,
  );
}

/** The assessment that the turn goes on with, where it answered our question: its place and its questions. */
export function goingOn(work: Work): Work | null {
  const { assessing } = work.conversation;
  const place = assessing === null ? null : findRegion(assessing.place);
  if (work.answered === null || assessing === null || place === null) return null;
  return { ...work, places: [place], understanding: { ...work.understanding, asks: assessing.asks } };
}
