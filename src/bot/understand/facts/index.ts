import type { Region } from '../../../knowledge/types.js';
import type { LocalDateTime } from '../../../language/calendar.js';
import { read } from '../../../language/read.js';
import type { Readings } from '../../../language/types.js';
import type { KinWords, Person } from './people.js';
import { type Piece, piecesOf } from './pieces.js';
import { factsOf, hear, heardOfChildren, type Line, nothingOf, saysSomething, type Told } from './told.js';
import type { Facts } from './types.js';

export { type KinWords, kinWords } from './people.js';
export { isWithoutAll } from './told.js';
export type { Care, Facts, Housing, Lack, Status } from './types.js';

export interface FactTools {
  kin: KinWords;
  /** Places that policies are held for: of several places of one name the one in these is meant. */
  held: readonly Region[];
}

/**
 * What `text` (simplified, homophones repaired) surely says of the one person whom it is about, at the local time
 * `now`; {} where it is about nobody. What it asks, supposes, wishes or says of a class (三无老人能领多少) is no fact;
 * of several people those of the one asked about. `readings` are those of `read` on the same text.
 */
export function readFacts(
  text: string,
  now: LocalDateTime,
  { kin, held }: FactTools,
  readings: Readings = read(text, now),
): Facts {
  const pieces = piecesOf(text, kin);
  const line: Line = {
    text,
    now,
    readings,
    held,
    personal: pieces.some(({ namedUntil }) => namedUntil !== null),
  };
  const unnamed = nothingOf(null);
  const people = new Map<string, Told>();
  for (const piece of pieces) {
    const told = entryOf(piece.person, people) ?? unnamed;
    hear(piece, told, line);
    if (isOfChildren(piece)) unnamed.states.push(...heardOfChildren(piece));
  }
  const chosen = choose(pieces, people);
  return factsOf(chosen === null ? unnamed : together(chosen, unnamed));
}

/** 我们兄妹, said of parents: their children. */
const isOfChildren = ({ person }: Piece): boolean =>
  person?.generation === 'young' || (person?.generation === 'speaker' && person.relation === null);

const keyOf = ({ generation, relation }: Person): string => `${generation} ${relation}`;

/** Null where the words do not say who it is. */
function entryOf(person: Person | null, people: Map<string, Told>): Told | null {
  if (person === null || person.relation === null) return null;
  const entry = people.get(keyOf(person)) ?? nothingOf(person);
  people.set(keyOf(person), entry);
  return entry;
}

/**
 * The person the line is about: whom the question names; else the last of the old people told of, else the speaker,
 * else a child; else, of those only named, in the same order.
 */
function choose(pieces: readonly Piece[], people: ReadonlyMap<string, Told>): Told | null {
  const asked = pieces.findLast(
    ({ asks, namedUntil, person }) => asks && namedUntil !== null && person?.generation !== 'young',
  )?.person;
  const named = asked ? people.get(keyOf(asked)) : undefined;
  if (named !== undefined) return named;
  const everybody = [...people.values()];
  const last = (among: readonly Told[]): Told | undefined =>
    (['elder', 'speaker', 'young'] as const)
      .map((generation) => among.findLast(({ person }) => person?.generation === generation))
      .find((told) => told !== undefined);
  const old = everybody.filter(({ person }) => person?.generation !== 'young');
  return last(everybody.filter(saysSomething)) ?? last(old) ?? null;
}

/** What was said without naming anybody is said of the one the line is about. */
function together(chosen: Told, unnamed: Told): Told {
  return {
    person: chosen.person,
    ages: [...chosen.ages, ...unnamed.ages],
    states: [...chosen.states, ...unnamed.states],
    homes: [...chosen.homes, ...unnamed.homes],
    standings: [...chosen.standings, ...unnamed.standings],
  };
}
