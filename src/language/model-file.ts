import { finish, mix, recheck, SEED, StringTable } from './string-table.js';

/**
 * The parts of `text` between the marks, numbered from 1: the features of a learned model, as
 * `evals/support/regression.ts` writes them, read without a string for each.
 */
export function numberParts(text: string, mark: string): StringTable {
  let parts = 1;
  const end = mark.charCodeAt(0);
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) parts++;
  const table = new StringTable(Math.ceil(Math.log2(2 * parts)));
  let [hash, check, number] = [SEED, 0, 1];
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : end;
    if (unit === end) {
      table.set(finish(hash), check, number);
      [hash, check, number] = [SEED, 0, number + 1];
    } else {
      hash = mix(hash, unit);
      check = recheck(check, unit);
    }
  }
  return table;
}

const SPACE = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Whole numbers parted by single spaces: its weights. */
export function integersOf(text: string): Int16Array {
  const numbers: number[] = [];
  let [number, sign] = [0, 1];
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : SPACE;
    if (unit === SPACE) {
      numbers.push(sign * number);
      [number, sign] = [0, 1];
    } else if (unit === MINUS) sign = -1;
    else number = number * 10 + unit - ZERO;
  }
  return Int16Array.from(numbers);
}
