import type { Region } from '../../../knowledge/types.js';
import type { LocalDateTime } from '../../../language/calendar.js';
import { matchesOf } from '../../../language/matches.js';
import type { Readings } from '../../../language/types.js';
import { type Age, agesOf, mostExact } from './ages.js';
import { isAsserted } from './framing.js';
import { homesOf } from './homes.js';
import type { Person } from './people.js';
import type { Piece } from './pieces.js';
import { CHILDREN_STATES, STATES, type State, type StateRule } from './states.js';
import { statusesOf } from './statuses.js';
import type { Facts, Status } from './types.js';

/** What a line says of one person; `person` null for what it says without naming anybody. */
export interface Told {
  person: Person | null;
  ages: Age[];
  states: State[];
  homes: Pick<Facts, 'hukou' | 'residence'>[];
  holds: Set<Status>;
  holdsNot: Set<Status>;
}

export const nothingOf = (person: Person | null): Told => ({
  person,
  ages: [],
  states: [],
  homes: [],
  holds: new Set(),
  holdsNot: new Set(),
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
  for (const { says, denies, is } of rules) {
    const asserted = (match: RegExpExecArray): boolean =>
      isAsserted(piece, match.index, match.index + match[0].length, denies);
    if (matchesOf(piece.text, says).some(asserted)) states.push(is);
  }
  return states;
}

/** Adds to `told` what the piece says of its person. */
export function hear(piece: Piece, told: Told, { text, now, readings, held, personal }: Line): void {
  told.ages.push(...agesOf(piece, text, readings, now));
  told.states.push(...statesOf(piece, STATES));
  told.homes.push(...homesOf(piece, held));
  for (const { status, holds } of statusesOf(piece, personal))
    (holds ? told.holds : told.holdsNot).add(status);
}

/** What a piece about the children says of their parents. */
export const heardOfChildren = (piece: Piece): State[] => statesOf(piece, CHILDREN_STATES);

export const saysSomething = ({ ages, states, homes, holds, holdsNot }: Told): boolean =>
  ages.length + states.length + homes.length + holds.size + holdsNot.size > 0;

/** The one value that all who have one give; undefined where they are at odds. */
function agreed<K extends keyof State>(states: readonly State[], fact: K): State[K] | undefined {
  const first = states.find((state) => state[fact] !== undefined)?.[fact];
  return states.every((state) => state[fact] === undefined || state[fact] === first) ? first : undefined;
}

/** The facts in what was told, each once; what is told both ways is left out. */
export function factsOf({ person, ages, states, homes, holds, holdsNot }: Told): Facts {
  const age = mostExact(ages);
  const statuses = [...holds].filter((status) => !holdsNot.has(status));
  const statusesNot = [...holdsNot].filter((status) => !holds.has(status));
  const all = {
    relation: person?.relation ?? undefined,
    age,
    hukou: homes.find(({ hukou }) => hukou !== undefined)?.hukou,
    residence: homes.findLast(({ residence }) => residence !== undefined)?.residence,
    care: agreed(states, 'care'),
    housing: agreed(states, 'housing'),
    emptyNest: agreed(states, 'emptyNest'),
    childrenInCity: agreed(states, 'childrenInCity'),
    incomeBelowMinimumWage: agreed(states, 'incomeBelowMinimumWage'),
    statuses: statuses.length > 0 ? statuses : undefined,
    statusesNot: statusesNot.length > 0 ? statusesNot : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
