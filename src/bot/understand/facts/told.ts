import type { Region } from '../../../knowledge/types.js';
import type { LocalDateTime } from '../../../language/calendar.js';
import { areFilled, hear as hearLetters } from '../../../language/letters.js';
import { matchesOf } from '../../../language/matches.js';
import type { Readings } from '../../../language/types.js';
import { type Age, agesOf, mostExact } from './ages.js';
import { isAsserted } from './framing.js';
import { homesOf } from './homes.js';
import type { Person } from './people.js';
import type { Piece } from './pieces.js';
import { CHILDREN_STATES, STATES, type State, type StateRule } from './states.js';
import { type Standing, statusesOf } from './statuses.js';
import { type Facts, LACKS, type Lack, type Status } from './types.js';

/** What a line says of one person; `person` null for what it says without naming anybody. */
export interface Told {
  person: Person | null;
  ages: Age[];
  states: State[];
  homes: Pick<Facts, 'hukou' | 'residence'>[];
  standings: Standing[];
}

export const nothingOf = (person: Person | null): Told => ({
  person,
  ages: [],
  states: [],
  homes: [],
  standings: [],
});

export interface Line {
  text: string;
  now: LocalDateTime;
  readings: Readings;
  held: readonly Region[];
  /** Whether anybody is named in it. */
  personal: boolean;
}

/** The states of `rules` that the piece asserts, one a rule. */
function statesOf(piece: Piece, rules: readonly StateRule[]): State[] {
  if (piece.supposes || piece.aside) return [];
  const states: State[] = [];
  hearLetters(piece.text);
  for (const { says, denies, is } of rules) {
    if (!areFilled(says.needs)) continue;
    for (const { index, 0: said } of matchesOf(piece.text, says.pattern)) {
      if (!isAsserted(piece, index, index + said.length, denies)) continue;
      states.push(is);
      break;
    }
  }
  return states;
}

/** Adds to `told` what the piece says of its person. */
export function hear(piece: Piece, told: Told, { text, now, readings, held, personal }: Line): void {
  told.ages.push(...agesOf(piece, text, readings, now));
  told.states.push(...statesOf(piece, STATES));
  told.homes.push(...homesOf(piece, held));
  told.standings.push(...statusesOf(piece, personal));
}

/** What a piece about the children says of their parents. */
export const heardOfChildren = (piece: Piece): State[] => statesOf(piece, CHILDREN_STATES);

export const saysSomething = ({ ages, states, homes, standings }: Told): boolean =>
  ages.length + states.length + homes.length + standings.length > 0;

/** The one value that all who have one give; undefined where they are at odds. */
function agreed<K extends keyof State>(states: readonly State[], fact: K): State[K] | undefined {
  const first = states.find((state) => state[fact] !== undefined)?.[fact];
  return states.every((state) => state[fact] === undefined || state[fact] === first) ? first : undefined;
}

/** The statuses that are told one way only, each once; undefined where there are none. */
function settled(standings: readonly Standing[], holds: boolean): Status[] | undefined {
  if (standings.length === 0) return undefined;
  const told = new Set(standings.filter((each) => each.holds === holds).map(({ status }) => status));
  for (const each of standings) if (each.holds !== holds) told.delete(each.status);
  return told.size > 0 ? [...told] : undefined;
}

/** What is told of what a 三无 person lacks; who is bedridden can do no work. */
const lacksIn = (states: readonly State[]): Lack[] =>
  LACKS.filter((lack) =>
    states.some(({ lacks, care }) => lacks === lack || (lack === 'labour' && care === 'full')),
  );

/** 三无 by its own definition (无劳动能力，无生活来源，无赡养人), told in other words. */
export const isWithoutAll = (lacks: readonly Lack[]): boolean => LACKS.every((lack) => lacks.includes(lack));

/** The facts in what was told, each once; what is told both ways is left out. */
export function factsOf({ person, ages, states, homes, standings }: Told): Facts {
  const lacks = lacksIn(states);
  const named = standings.some(({ status }) => status === '三无');
  const told: Standing[] =
    isWithoutAll(lacks) && !named ? [...standings, { status: '三无', holds: true }] : standings;
  const all = {
    relation: person?.relation ?? undefined,
    age: mostExact(ages),
    hukou: homes.find(({ hukou }) => hukou !== undefined)?.hukou,
    residence: homes.findLast(({ residence }) => residence !== undefined)?.residence,
    care: agreed(states, 'care'),
    housing: agreed(states, 'housing'),
    emptyNest: agreed(states, 'emptyNest'),
    childrenInCity: agreed(states, 'childrenInCity'),
    incomeBelowMinimumWage: agreed(states, 'incomeBelowMinimumWage'),
    statuses: settled(told, true),
    statusesNot: settled(told, false),
    lacks: lacks.length > 0 ? lacks : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
