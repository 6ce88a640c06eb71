import type { Need } from './needs.js';

const ids = new Map<string, number>();
/** By character code: the needs that it fills. */
const fills = new Map<number, number[]>();
/** By need: the turn in which it was last filled. */
const filledIn: number[] = [];
let heard = '';
let turn = 0;

/** A number for `need`, to ask `isFilled` about. */
export function register(need: Need): number {
  const letters = [...need].toSorted();
  const known = ids.get(letters.join(''));
  if (known !== undefined) return known;
  const id = filledIn.push(0) - 1;
  ids.set(letters.join(''), id);
  for (const letter of letters) {
    const code = letter.charCodeAt(0);
    fills.set(code, [...(fills.get(code) ?? []), id]);
  }
  return id;
}

/** Takes note of which needs the characters of `text` fill; at once when it was the last text, too. */
export function hear(text: string): void {
  if (text === heard) return;
  heard = text;
  turn += 1;
  for (let i = 0; i < text.length; i++) {
    const filled = fills.get(text.charCodeAt(i));
    if (filled !== undefined) for (const id of filled) filledIn[id] = turn;
  }
}

/** Whether the text heard last has a character that each of `needs` asks for. */
export function areFilled(needs: readonly number[]): boolean {
  for (const id of needs) if (filledIn[id] !== turn) return false;
  return true;
}
