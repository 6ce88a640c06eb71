import { type Numeral, scanNumerals } from './numerals.js';
import type { NumberReading } from './types.js';

/** Digits said one by one are a number only as far as a double holds them exactly. */
const LONGEST_DIGITS = 15;

/**
 * The numbers of `text` that have one value: two neighbours (三四百) and vague numbers (几百) have none.
 * Of 十来个 the number is 十, of 三年多 the 三.
 */
export function readNumbers(
  text: string,
  numerals: readonly Numeral[] = scanNumerals(text),
): NumberReading[] {
  const numbers: NumberReading[] = [];
  for (const { start, end, value, form, digits, counts } of numerals) {
    if (!counts || form === 'range' || !Number.isFinite(value)) continue;
    if (digits !== undefined && digits.length > LONGEST_DIGITS) continue;
    numbers.push({ text: text.slice(start, end), start, end, value: value + 0 });
  }
  return numbers;
}
