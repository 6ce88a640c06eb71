import type { Need } from './needs.js';

const ids = new Map<string, number>();
/** By character code: the needs that it fills. */
const fills = new Map<number, number[]>();
/** The need that every text fills. */
const NONE = 0;
/** By need: the turn in which it was last filled. */
const filledIn = [0];
let heard = '';
let turn = 0;

/** What a branch needs is told by so many numbers. */
export const NEEDS = 3;

/** `NEEDS` numbers for up to as many needs, to ask `areFilled` about. */
export function register(needs: readonly Need[]): number[] {
  return Array.from({ length: NEEDS }, (_, i) => (needs[i] === undefined ? NONE : numberOf(needs[i])));
}

function numberOf(need: Need): number {
  const known = ids.get(need);
  if (known !== undefined) return known;
  const id = filledIn.push(0) - 1;
  ids.set(need, id);
  for (const letter of need) {
    const code = letter.charCodeAt(0);
    const filled = fills.get(code);
    if (filled === undefined) fills.set(code, [id]);
    else filled.push(id);
  }
  return id;
}

/** Takes note of which needs the characters of `text` fill; at once when it was the last text, too. */
export function hear(text: string): void {
  if (text === heard) return;
  heard = text;
  turn += 1;
  filledIn[NONE] = turn;
  for (let i = 0; i < text.length; i++) {
    const filled = fills.get(text.charCodeAt(i));
    if (filled !== undefined) for (const id of filled) filledIn[id] = turn;
  }
}

/** Whether the text heard last has a character for each of the needs of branch `i`. */
export function areFilled(needs: readonly number[], i = 0): boolean {
  const at = i * NEEDS;
  return (
    filledIn[needs[at] ?? 0] === turn &&
    filledIn[needs[at + 1] ?? 0] === turn &&
    filledIn[needs[at + 2] ?? 0] === turn
  );
}
