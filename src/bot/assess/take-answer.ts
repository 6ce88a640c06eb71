import { findRegion } from '../../knowledge/regions.js';
import type { LocalDateTime } from '../../language/calendar.js';
import { readPolarity } from '../../language/polarity.js';
import type { Pending } from '../conversation.js';
import type { House } from '../house.js';
import { weightOf } from '../understand/ask.js';
import { isAsking } from '../understand/wants.js';
import type { Work } from '../work.js';
import { TOLD_BESIDE } from './answer-words.js';
import { type Heard, hearAnswer } from './hear-answer.js';
import { addsToAssessment, answeredBy, declining, inWordsOf, type Person, tellsOfCase } from './person.js';

/** A question with this much of its own is a digression, not an answer. */
const OWN_QUESTION = 1;
/** 空巢的呢: asks about another case. */
const FOLLOWS_UP = /(?<![着了得在过好哩])呢[?？。]?$/u;
/** 利索着呢, 没有没有, 哪个都不是, 没啥收入 ask nothing. */
const ASSERTS =
  /[着了得在过好]呢|没(?:有|得)?(?:啥|什么|么子)(?=[^，。]*[^，。吗没不])|^(没有|没得|不是|冇有)\1+|哪[个样种]?[都也][不没]/gu;
export const asks = (text: string): boolean => isAsking(text.replace(ASSERTS, ''));
/** So often a question is put again before it is taken as not answered. */
const MOST_TRIES = 2;

/** Less is hardly told instead of an answer: it is one that was not understood. */
const SHORTEST_TOLD = 5;

type AskedPending = Extract<Pending, { kind: 'fact' }>;

/** Takes the turn as the answer to the rules' question that was put last, unless it asks something of its own. */
export function takeAnswer(work: Work, _: House, now: LocalDateTime): Work {
  const { pending, assessing, about } = work.conversation;
  if (pending?.kind !== 'fact' || assessing === null || work.about !== about || FOLLOWS_UP.test(work.text))
    return work;
  if (work.understanding.wantsRepeat) return work;
  const { question, tries } = pending;
  const { text } = work;
  const places = work.understanding.places.map(({ region }) => region);
  const heard = hearAnswer(question, text, work.told, now, places);
  // 低保是啥意思 said to 是不是低保: a question first, though the word of an answer stands in it.
  const away = heard === null ? turnsAway(work) : heard.heard === 'answer' && asksItsOwn(work);
  if (away && !tellsOfCase(work.told)) return work;
  const answered = withTold(heard ?? other(work, tries), text);
  return { ...work, answered, person: personAfter(work, answered, pending) };
}

/** 农村的，腿脚不好: beside an answer, or instead of one, what the policies may ask about later. */
function withTold(heard: Heard, text: string): Heard {
  const facts = Object.assign({}, ...TOLD_BESIDE.filter(([says]) => says.test(text)).map(([, told]) => told));
  if (Object.keys(facts).length === 0 || asks(text)) return heard;
  if (heard.heard === 'answer') return { ...heard, facts: { ...facts, ...heard.facts } };
  return heard.heard === 'unclear' || heard.heard === 'beside' ? { heard: 'answer', facts } : heard;
}

/** More of the case is as good as an answer: the question is put again where it still matters. */
function other(work: Work, tries: number): Heard {
  if (addsToAssessment(work.told) || work.told.lacks !== undefined) return { heard: 'answer', facts: {} };
  if (tries + 1 >= MOST_TRIES) return { heard: 'dont_know' };
  return { heard: work.text.length < SHORTEST_TOLD ? 'unclear' : 'beside' };
}

function personAfter({ person, heard }: Work, answered: Heard, { question, tries }: AskedPending): Person {
  switch (answered.heard) {
    case 'answer': {
      const told = inWordsOf(answeredBy(person, answered.facts), answered.facts, heard);
      // 属龙的, twice: what does not settle it is not asked for without end.
      return tries + 1 < MOST_TRIES ? told : declining(told, question.fact);
    }
    case 'dont_know':
    case 'refuse':
      return declining(person, question.fact);
    default:
      return person;
  }
}

/** No answer, and not for want of understanding: a question, thanks, a good-bye. */
const turnsAway = ({ understanding: { social }, text }: Work): boolean => social !== null || asks(text);

function asksItsOwn({ understanding, text }: Work): boolean {
  if (!asks(text) || readPolarity(text) !== null) return false;
  return understanding.asks.some((ask) => asks(ask.text) && weightOf(ask.focus) >= OWN_QUESTION);
}

/** The assessment that the turn goes on with, where it answered our question: its place and its questions. */
export function goingOn(work: Work): Work | null {
  const { assessing } = work.conversation;
  const place = assessing === null ? null : findRegion(assessing.place);
  if (work.answered === null || assessing === null || place === null) return null;
  return { ...work, places: [place], understanding: { ...work.understanding, asks: assessing.asks } };
}
