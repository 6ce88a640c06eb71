/** One of what may answer a question: the words that it would answer in, and how like the question it is. */
interface Rival {
  words: string;
  likeness: number;
}

/** Rivals between whom another order may decide, in the order of code. */
export interface Contest {
  question: string;
  words: readonly string[];
}

/**
 * Puts what may answer a question, best first, into the order that is preferred. All of `candidates` have passed what
 * decides whether something may be said: none is added, none left out.
 */
export type Prefer = <T>(
  question: string,
  candidates: readonly T[],
  read: (candidate: T) => Rival,
) => readonly T[];

/** As code has ranked them. */
export const asRanked: Prefer = (_, candidates) => candidates;

/** Of what comes this close to the first, so many are rivals; where code is surer, its order stands. */
const CLOSE = 0.85;
const MOST = 20;

function rivalsOf<T>(candidates: readonly T[], read: (candidate: T) => Rival): T[] {
  const [first] = candidates;
  if (first === undefined) return [];
  const least = CLOSE * read(first).likeness;
  return candidates.filter((c) => read(c).likeness >= least).slice(0, MOST);
}

/** The contests that whoever ranks with its `prefer` comes upon, each once. */
export function contestsIn(rank: (prefer: Prefer) => void): Contest[] {
  const met = new Map<string, Contest>();
  rank((question, candidates, read) => {
    const words = rivalsOf(candidates, read).map((rival) => read(rival).words);
    if (words.length > 1) met.set(keyOf(question, words), { question, words });
    return candidates;
  });
  return [...met.values()];
}

/** `order`: the numbers, from 1, of all the contest's words, the preferred first. */
export function preferring(decided: readonly { contest: Contest; order: readonly number[] }[]): Prefer {
  const orders = new Map(
    decided.map(({ contest: { question, words }, order }) => [keyOf(question, words), order]),
  );
  return (question, candidates, read) => {
    const rivals = rivalsOf(candidates, read);
    const words = rivals.map((rival) => read(rival).words);
    const order = orders.get(keyOf(question, words)) ?? [];
    const preferred = order.flatMap((n) => rivals.slice(n - 1, n));
    return candidates.map((c) => (rivals.includes(c) ? (preferred.shift() ?? c) : c));
  };
}

const keyOf = (question: string, words: readonly string[]): string => JSON.stringify([question, ...words]);
