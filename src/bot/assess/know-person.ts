import type { LocalDateTime } from '../../language/calendar.js';
import type { House } from '../house.js';
import { Recent } from '../recent.js';
import { type KinWords, kinWords, readFacts } from '../understand/facts/index.js';
import type { Work } from '../work.js';
import { type Person, tellsOfCase, together } from './person.js';

const recentFacts = new Recent<Person>(2000);

const CORRECTS = /不是.{1,12}是|(说|讲|记|搞|弄)错了/u;

const kin = new WeakMap<House, KinWords>();

/** Adds what the turn tells to what is known of the person it is about; facts belong to a person. */
export function knowPerson(work: Work, house: House, now: LocalDateTime): Work {
  const words = kin.get(house) ?? kinWords(house.lexicon);
  kin.set(house, words);
  const day = `${now.year}-${now.month}-${now.day}`;
  const told = recentFacts.get(`${day} ${work.text}`, () =>
    readFacts(work.text, now, { kin: words, held: house.held }),
  );
  // 我翻了户口本，不是七十一，是六十七: the one spoken of stays the same.
  const about = CORRECTS.test(work.text)
    ? work.conversation.about
    : (told.relation ?? work.conversation.about);
  const person = together(work.conversation.people[about] ?? {}, told);
  return { ...work, about, person, toldNow: tellsOfCase(told) };
}
