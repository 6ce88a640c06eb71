import type { LocalDateTime } from '../../language/calendar.js';
import type { Pending } from '../conversation.js';
import type { House } from '../house.js';
import { Recent } from '../recent.js';
import { type Facts, type KinWords, kinWords, readFacts } from '../understand/facts/index.js';
import type { Work } from '../work.js';
import { saidOf } from './answer-words.js';
import { inWordsOf, type Person, tellsOfCase, together } from './person.js';
import { asks } from './take-answer.js';

const recentFacts = new Recent<Facts>(2000);

const CORRECTS = /不是.{1,12}是|(说|讲|记|搞|弄)错了/u;

/** 户口就是本地的. */
const LOCAL = /户口(就|也|都)?(是|在)?(咱|我们|俺们)?(本地|当地|这里|这儿|这边|此地)/u;

const kin = new WeakMap<House, KinWords>();

/** Adds what the turn tells to what is known of the person it is about; facts belong to a person. */
export function knowPerson(work: Work, house: House, now: LocalDateTime): Work {
  const said = toldIn(work, house, now);
  const corrects = CORRECTS.test(work.text);
  // 我翻了户口本，不是七十一，是六十七: the one spoken of stays the same.
  const about = corrects ? work.conversation.about : (said.relation ?? work.conversation.about);
  const before = work.conversation.people[about] ?? {};
  const told = corrects ? said : withoutInferred(said, before, work.conversation.pending);
  return { ...work, about, person: inWordsOf(together(before, told), told, work.heard), told };
}

/** Facts of which more may be told turn by turn. */
const ADDS_UP = /^(?:statuses|lacks)/u;

/** 跟儿子住, said to a question about the children, does not undo that she lives in a home. */
function withoutInferred(told: Facts, before: Person, pending: Pending | null): Facts {
  if (pending?.kind !== 'fact') return told;
  const known = { ...before, ...before.answered };
  const stands = (fact: string): boolean =>
    fact === pending.question.fact || ADDS_UP.test(fact) || !Object.hasOwn(known, fact);
  return Object.fromEntries(
    Object.entries(told).filter(([fact]) => fact === 'relation' || fact === 'age' || stands(fact)),
  );
}

/** What the words tell by themselves; where they do not, as the answer to the question that waits (都在外地). */
function toldIn({ text, home, conversation }: Work, house: House, now: LocalDateTime): Facts {
  const { pending, assessing } = conversation;
  const local = home !== null && LOCAL.test(text) ? { hukou: home.adcode } : {};
  const told = { ...local, ...factsIn(text, house, now) };
  const waiting = pending?.kind === 'fact' ? pending.question.fact : null;
  const goesOn = waiting !== null || (assessing !== null && pending === null && !asks(text));
  if (!goesOn || tellsOfCase(told) || told.relation !== undefined) return told;
  const { relation: _, ...answered } = factsIn(`${saidOf(waiting)}${text}`, house, now);
  return { ...local, ...answered };
}

function factsIn(text: string, house: House, now: LocalDateTime): Facts {
  const words = kin.get(house) ?? kinWords(house.lexicon);
  kin.set(house, words);
  const day = `${now.year}-${now.month}-${now.day}`;
  return recentFacts.get(`${day} ${text}`, () => readFacts(text, now, { kin: words, held: house.held }));
}
