import type { LocalDateTime } from '../../language/calendar.js';
import type { House } from '../house.js';
import { type KinWords, kinWords, readFacts } from '../understand/facts/index.js';
import type { Work } from '../work.js';
import { together } from './person.js';

const kin = new WeakMap<House, KinWords>();

/** Adds what the turn tells to what is known of the person it is about; facts belong to a person. */
export function knowPerson(work: Work, house: House, now: LocalDateTime): Work {
  const words = kin.get(house) ?? kinWords(house.lexicon);
  kin.set(house, words);
  const told = readFacts(work.text, now, { kin: words, held: house.held });
  const about = told.relation ?? work.conversation.about;
  return { ...work, person: together(work.conversation.people[about] ?? {}, told) };
}
