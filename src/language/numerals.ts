import { compoundFigureAt } from './arabic-figures.js';
import { counter } from './counts.js';
import { type Cardinal, cardinalAt, measureAt } from './integers.js';

import {
  arabicDigit,
  BIG_UNITS,
  CHINESE_DIGITS,
  COUNT_DIGITS,
  SMALL_UNITS,
  TENS,
  tidy,
} from './numeral-characters.js';

type NumeralForm = 'integer' | 'digits' | 'range' | 'decimal' | 'fraction' | 'half' | 'ordinal';

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
  high?: number | undefined;
  digits?: string | undefined;
  counts: boolean;
}

type Found = Omit<Numeral, 'counts'>;

const STARTS = new Set([
  ...CHINESE_DIGITS.keys(),
  ...COUNT_DIGITS.keys(),
  ...SMALL_UNITS.keys(),
  ...TENS.keys(),
  ...BIG_UNITS.keys(),
  ...'0123456789０１２３４５６７８９.半',
]);
/** Code units that a numeral, its sign or its 第 begins with: most of a text is passed over by these. */
const OPENINGS = new Set([...STARTS, ...'第零负負-－−'].map((character) => character.charCodeAt(0)));

/** What shows that 三点零五 is a time of day. */
const CLOCK_BEFORE = /(?:上午|下午|早上|早晨|晚上|中午|凌晨|夜里|傍晚|清晨|半夜|晌午)$/;

function fromCardinal(start: number, cardinal: Cardinal): Found {
  const { end, value, high, digits } = cardinal;
  const form = high !== undefined ? 'range' : digits !== undefined ? 'digits' : 'integer';
  return { start, end, value, form, high, digits };
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
    value = tidy(value * unit);
    end += 1;
  }
  return { start: found.start, end, value, form: 'decimal' };
}

function unitAt(text: string, index: number): number | undefined {
  const character = text[index] ?? '';
  return measureAt(text, index, true) ? undefined : (SMALL_UNITS.get(character) ?? BIG_UNITS.get(character));
}

const PARTS_OF = /^ ?分之 ?([负負])?/;

function withFraction(text: string, found: Found): Found {
  const over = PARTS_OF.exec(text.slice(found.end, found.end + 5));
  if (!over) return found;
  const sign = over[1] === undefined ? 0 : 1;
  const at = found.end + over[0].length;
  const top = cardinalAt(text, at);
  if (top === null || top.high !== undefined || found.value === 0) return found;
  const above = withDecimals(text, fromCardinal(at, top));
  const value = (sign > 0 ? -above.value : above.value) / found.value;
  return { start: found.start, end: above.end, value, form: 'fraction' };
}

const AND_A_HALF = /^(?:[个個](?!半天)|[斤里米尺寸亩吨升倍碗杯瓶袋盒片粒把圈页])半/;

/** 一个半, 三斤半. Time and money have their own halves (三年半, 三块半). */
function withHalf(text: string, found: Found): Found {
  if (found.form !== 'integer' || !AND_A_HALF.test(text.slice(found.end, found.end + 3))) return found;
  return { start: found.start, end: found.end + 2, value: found.value + 0.5, form: 'half' };
}

/** 一米七 is 1.7, 37度5 37.5: what follows the metre, foot or degree is its part, unless a measure word claims it. */
function withTenths(text: string, found: Found): Found {
  if (found.form !== 'integer' || !/[米尺度]/.test(text[found.end] ?? '')) return found;
  const digits = /^[一二三四五六七八九\d]{1,2}(?![一二三四五六七八九十百千万\d个天年月人张根条块元次])/.exec(
    text.slice(found.end + 1, found.end + 4),
  )?.[0];
  if (digits === undefined) return found;
  const value = Number(`${found.value}.${decimalsAt(digits, 0)}`);
  return { start: found.start, end: found.end + 1 + digits.length, value, form: 'decimal' };
}

/** 两打: 打 is also to hit, to ring, to inject. */
const DOZEN = /^打(?=$|[\s\p{P}]|鸡蛋|啤酒|毛巾|袜子|铅笔|本子|的|以上|左右|和|减|加|乘|除|等于)/u;

function withDozens(text: string, found: Found): Found {
  if (found.form === 'range' || !DOZEN.test(text.slice(found.end, found.end + 3))) return found;
  return { start: found.start, end: found.end + 1, value: found.value * 12, form: found.form };
}

function halfAt(text: string, start: number): Found | null {
  if (text.startsWith('一半', start)) return { start, end: start + 2, value: 0.5, form: 'half' };
  if (text[start] !== '半') return null;
  if (DOZEN.test(text.slice(start + 1, start + 4))) return { start, end: start + 2, value: 6, form: 'half' };
  const unit = /^[百佰万萬]/.test(text[start + 1] ?? '') ? (unitAt(text, start + 1) ?? 1) : 1;
  return { start, end: start + (unit === 1 ? 1 : 2), value: unit / 2, form: unit === 1 ? 'half' : 'integer' };
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
  const half = halfAt(text, start);
  if (half) return half;
  const compound = compoundFigureAt(text, start);
  if (compound) return { start, end: compound.end, value: compound.value, form: 'decimal' };
  const cardinal = cardinalAt(text, start);
  if (cardinal === null) return null;
  const base = fromCardinal(start, cardinal);
  const whole = withFraction(text, withDecimals(text, base));
  return (
    mixedFraction(text, whole) ?? withTenths(text, withDozens(text, withHalf(text, withAnd(text, whole))))
  );
}

/** 五又二分之一, 3又1/2. */
function mixedFraction(text: string, whole: Found): Found | null {
  if (whole.form !== 'integer' || text[whole.end] !== '又') return null;
  const figure = compoundFigureAt(text, whole.end + 1);
  if (figure && figure.value < 1) {
    return { start: whole.start, end: figure.end, value: whole.value + figure.value, form: 'fraction' };
  }
  const part = cardinalAt(text, whole.end + 1);
  const fraction = part && withFraction(text, fromCardinal(whole.end + 1, part));
  if (fraction?.form !== 'fraction') return null;
  return { ...fraction, start: whole.start, value: whole.value + fraction.value };
}

/** What a hyphen joins to the next figure: 3-5, 二-三, B-12, 5%-8%, 3月-5月. */
const COUNTED_BEFORE =
  /[A-Za-z0-9０-９零〇一二三四五六七八九十百千万亿两)）\]%％~～\-－—−.年月日号时点分秒元块毛岁楼层周天个]/;

/** How many characters of a sign stand at `start`. A hyphen after anything that counts is a range or a code. */
function signLength(text: string, start: number): number {
  if (/[负負]/.test(text[start] ?? '')) return text[start - 1] === '正' ? 0 : 1;
  if (text.startsWith('零下', start)) return 2;
  if (!/[-－−]/.test(text[start] ?? '')) return 0;
  const before = text
    .slice(Math.max(0, start - 2), start)
    .trimEnd()
    .slice(-1);
  if (COUNTED_BEFORE.test(before)) return 0;
  return text[start + 1] === ' ' ? 2 : 1;
}

function numeralAt(text: string, start: number): Found | null {
  if (!OPENINGS.has(text.charCodeAt(start))) return null;
  const character = text[start] ?? '';
  if (character === '第') {
    const cardinal = cardinalAt(text, start + 1);
    return cardinal && { start, end: cardinal.end, value: cardinal.value, form: 'ordinal' };
  }
  const sign = signLength(text, start);
  if (sign > 0) {
    const found = unsignedAt(text, start + sign);
    if (found && found.form !== 'range') return { ...found, start, value: -found.value };
  }
  return STARTS.has(character) ? unsignedAt(text, start) : null;
}

/** Every numeral of `text`, left to right, none overlapping. Linear in the length of `text`. */
export function scanNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = [];
  const counts = counter(text);
  let at = 0;
  while (at < text.length) {
    const found = numeralAt(text, at);
    if (found === null) {
      at += 1;
      continue;
    }
    const { start, end, value, form, high, digits } = found;
    numerals.push({ start, end, value, form, high, digits, counts: counts(found) });
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
