import { type Cardinal, cardinalAt } from './integers.js';
import { standsAsNumber } from './number-words.js';
import {
  arabicDigit,
  BIG_UNITS,
  CHINESE_DIGITS,
  COUNT_DIGITS,
  SMALL_UNITS,
  TENS,
} from './numeral-characters.js';

export type NumeralForm = 'integer' | 'digits' | 'range' | 'decimal' | 'fraction' | 'half' | 'ordinal';

/**
 * A numeral in a text; `start`/`end` in UTF-16 units, `end` exclusive. `form` `range`: `value` to `high`
 * (三四百, 十七八); `digits`: the characters one by one (二〇二六, 五三; also set on 七八, which may be either).
 * `counts` is false where the word is no number by itself (一定, 三门峡, 十分): a reader whose own words make
 * it one (三点十分) may still use it.
 */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  form: NumeralForm;
  high?: number;
  digits?: string;
  counts: boolean;
}

type Found = Omit<Numeral, 'counts'>;

const STARTS = new Set([
  ...CHINESE_DIGITS.keys(),
  ...COUNT_DIGITS.keys(),
  ...SMALL_UNITS.keys(),
  ...TENS.keys(),
  ...BIG_UNITS.keys(),
  ...'0123456789０１２３４５６７８９半',
]);

/** What shows that 三点零五 is a time of day. */
const CLOCK_BEFORE = /(?:上午|下午|早上|早晨|晚上|中午|凌晨|夜里|傍晚|清晨|半夜|晌午)$/;

function fromCardinal(start: number, cardinal: Cardinal): Found {
  const { end, value, high, digits } = cardinal;
  const form = high !== undefined ? 'range' : digits !== undefined ? 'digits' : 'integer';
  return {
    start,
    end,
    value,
    form,
    ...(high === undefined ? {} : { high }),
    ...(digits === undefined ? {} : { digits }),
  };
}

/** Digits after 点, as far as they go: `""` when a time of day follows instead (三点二十, 三点零五分). */
function decimalsAt(text: string, start: number): string {
  let digits = '';
  let at = start;
  for (; at < text.length; at += 1) {
    const digit = CHINESE_DIGITS.get(text[at] ?? '') ?? arabicDigit(text[at]);
    if (digit < 0) break;
    digits += digit;
  }
  const next = text[at] ?? '';
  if (SMALL_UNITS.get(next) === 10 || next === '刻' || next === '点' || next === '點') return '';
  return next === '分' && text[at + 1] !== '之' ? '' : digits;
}

function withDecimals(text: string, found: Found): Found {
  if (found.form === 'range' || !/[点點]/.test(text[found.end] ?? '')) return found;
  const digits = decimalsAt(text, found.end + 1);
  const clock = CLOCK_BEFORE.test(text.slice(Math.max(0, found.start - 2), found.start));
  const arabicClock = /^[0-9０-９]{2}(?![0-9０-９])/.test(text.slice(found.end + 1, found.end + 4));
  if (digits === '' || clock || arabicClock) return found;
  let end = found.end + 1 + digits.length;
  let value = Number(`${found.value}.${digits}`);
  for (let unit = unitAt(text, end); unit !== undefined; unit = unitAt(text, end)) {
    value *= unit;
    end += 1;
  }
  return { start: found.start, end, value, form: 'decimal' };
}

function unitAt(text: string, index: number): number | undefined {
  const character = text[index] ?? '';
  return SMALL_UNITS.get(character) ?? BIG_UNITS.get(character);
}

function withFraction(text: string, found: Found): Found {
  if (!text.startsWith('分之', found.end)) return found;
  const top = cardinalAt(text, found.end + 2);
  if (top === null || found.value === 0) return found;
  const above = withDecimals(text, fromCardinal(found.end + 2, top));
  return { start: found.start, end: above.end, value: above.value / found.value, form: 'fraction' };
}

function withHalf(text: string, found: Found): Found {
  if (found.form !== 'integer' || !/^[个個]半/.test(text.slice(found.end, found.end + 2))) return found;
  return { start: found.start, end: found.end + 2, value: found.value + 0.5, form: 'half' };
}

/** 八十有三: only before what may end an age, so that 三十有三个孩子 is thirty of whom three. */
function withAnd(text: string, found: Found): Found {
  const ones = CHINESE_DIGITS.get(text[found.end + 1] ?? '');
  const tens = found.form === 'integer' && found.value % 10 === 0 && found.value >= 10 && found.value < 200;
  if (!tens || text[found.end] !== '有' || !ones) return found;
  const after = text[found.end + 2] ?? '';
  if (/[个個位名口户次天年月张套间]/.test(after) || unitAt(text, found.end + 2) !== undefined) return found;
  return { start: found.start, end: found.end + 2, value: found.value + ones, form: 'integer' };
}

function unsignedAt(text: string, start: number): Found | null {
  if (text[start] === '半') return { start, end: start + 1, value: 0.5, form: 'half' };
  const cardinal = cardinalAt(text, start);
  if (cardinal === null) return null;
  const base = fromCardinal(start, cardinal);
  const whole = withFraction(text, withDecimals(text, base));
  if (text[whole.end] === '又' && whole.form === 'integer') {
    const part = cardinalAt(text, whole.end + 1);
    const fraction = part && withFraction(text, fromCardinal(whole.end + 1, part));
    if (fraction?.form === 'fraction') {
      return { start, end: fraction.end, value: whole.value + fraction.value, form: 'fraction' };
    }
  }
  return withHalf(text, withAnd(text, whole));
}

function numeralAt(text: string, start: number): Found | null {
  const character = text[start] ?? '';
  if (character === '第') {
    const cardinal = cardinalAt(text, start + 1);
    return cardinal && { start, end: cardinal.end, value: cardinal.value, form: 'ordinal' };
  }
  const sign = character === '负' || character === '負' ? 1 : text.startsWith('零下', start) ? 2 : 0;
  if (sign > 0) {
    const found = unsignedAt(text, start + sign);
    if (found && found.form !== 'range') return { ...found, start, value: -found.value };
  }
  return STARTS.has(character) ? unsignedAt(text, start) : null;
}

/** Every numeral of `text`, left to right, none overlapping. Linear in the length of `text`. */
export function scanNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = [];
  let at = 0;
  while (at < text.length) {
    const found = numeralAt(text, at);
    if (found === null) {
      at += 1;
      continue;
    }
    numerals.push({ ...found, counts: standsAsNumber(text, found.start, found.end) });
    at = found.end;
  }
  return numerals;
}

/** The value of `text` when it is one numeral from end to end (spaces around it aside); else null. */
export function parseNumeral(text: string): number | null {
  const trimmed = text.trim();
  const found = trimmed === '' ? null : numeralAt(trimmed, 0);
  if (found === null || found.end !== trimmed.length || found.form === 'range') return null;
  return Number.isFinite(found.value) ? found.value : null;
}
