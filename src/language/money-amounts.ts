import { CURRENCIES, NOT_MONEY } from './currencies.js';
import { type Bounds, bounded, cents } from './money-bounds.js';
import { arabicDigit, CHINESE_DIGITS, COUNT_DIGITS } from './numeral-characters.js';
import type { Numeral } from './numerals.js';

/** `unit` is null when no word or sign of money was said; `vague` when the words leave bounds. */
export interface Amount extends Bounds {
  start: number;
  end: number;
  unit: string | null;
  vague: boolean;
}

const CURRENCY_STARTS = new Set([...CURRENCIES.keys()].map((word) => word.charAt(0)));
const LONGEST_CURRENCY = Math.max(...[...CURRENCIES.keys()].map((word) => word.length));
const BIG = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);
/** Hundreds said loosely with an eight after them: 百八十块 is eighty to a hundred and eighty. */
const LOOSE_EIGHTS = new Map<string, Bounds>([
  ['百八十', { min: 80, max: 180 }],
  ['千八百', { min: 800, max: 1800 }],
  ['万八千', { min: 8000, max: 18_000 }],
]);
const COUNTED = /^[块塊元毛角十百千万亿个個天年月次回位户名口人号点周斤两米里只张条件套本瓶盒袋顿趟份]/;

function digitAt(text: string, index: number): number | undefined {
  const character = text[index] ?? '';
  const chinese = CHINESE_DIGITS.get(character) ?? COUNT_DIGITS.get(character);
  const arabic = arabicDigit(character);
  return chinese ?? (arabic < 0 ? undefined : arabic);
}

export function currencyAt(
  text: string,
  start: number,
): { word: string; unit: string; scale: number } | null {
  if (!CURRENCY_STARTS.has(text.charAt(start))) return null;
  for (let length = LONGEST_CURRENCY; length > 0; length -= 1) {
    const word = text.slice(start, start + length);
    const currency = word.length === length ? CURRENCIES.get(word) : undefined;
    if (!currency) continue;
    if (NOT_MONEY.get(word)?.test(text.slice(start + length, start + length + 3))) return null;
    return { word, ...currency };
  }
  return null;
}

/** 角 and 分 after 元 or 块 (三块五, 五块二毛五, 两块零五分, 三块半), as a part of one, and where they end. */
function smallChange(text: string, start: number, word: string): { value: number; end: number } {
  const none = { value: 0, end: start };
  if (!/^(?:元|块|圆|塊|圓|毛|角|块钱|元钱)$/.test(word)) return none;
  const coin = /[毛角]/.test(word);
  if (!coin && /^半(?![天年月])/.test(text.slice(start, start + 2))) return { value: 0.5, end: start + 1 };
  const zero = /^[零〇]/.test(text.slice(start, start + 1)) ? 1 : 0;
  const at = start + zero;
  const first = digitAt(text, at);
  if (first === undefined || (zero === 1 && coin)) return none;
  const next = text[at + 1] ?? '';
  if (!coin && /[毛角]/.test(next)) {
    const fen = smallChange(text, at + 2, next);
    return { value: first / 10 + fen.value, end: fen.end };
  }
  const unit = coin || zero === 1 ? 0.01 : 0.1;
  if (next === '分' && unit === 0.01) {
    return { value: first * unit, end: at + (text[at + 2] === '钱' ? 3 : 2) };
  }
  const second = coin || zero === 1 ? undefined : digitAt(text, at + 1);
  if (
    second !== undefined &&
    digitAt(text, at + 2) === undefined &&
    !COUNTED.test(text.slice(at + 2, at + 3))
  ) {
    return { value: first / 10 + second / 100, end: at + 2 };
  }
  if (COUNTED.test(next) || (second !== undefined && digitAt(text, at + 2) !== undefined)) return none;
  if (word === '元' || word === '圆' || word === '圓') return none;
  return { value: first * unit, end: at + 1 };
}

const LOOSELY = new Set('多余来把几');

/** 多, 来, 把 and 几 between a numeral and its unit, with the bounds they leave and the units after them. */
function inner(text: string, numeral: Numeral, base: Bounds): Bounds & { end: number; vague: boolean } {
  const at = numeral.end;
  const { min, max } = base;
  const exact = { min, max, end: at, vague: min !== max };
  if (!LOOSELY.has(text.charAt(at))) return exact;
  const found = /^([多余来把几])(?:([十百千万亿])([万亿])?)?/.exec(text.slice(at, at + 3));
  if (!found || (found[1] === '把' && !/[百千万个]/.test(text[at - 1] ?? ''))) return exact;
  const unit = BIG.get(found[2] ?? '') ?? 1;
  const times = unit * (BIG.get(found[3] ?? '') ?? 1);
  const end = at + found[0].length;
  if (min === null || max === null) return exact;
  if (found[1] === '几') {
    if (unit > 1 && unit < 1e4) return { min: min + 2 * unit, max: max + 10 * unit, end, vague: true };
    const step = lastPlace(min);
    return { min: (min + step) * times, max: (max + 9 * step) * times, end, vague: true };
  }
  const scaled = { min: min * times, max: max * times };
  const loose = bounded(scaled, /[多余]/.test(found[1] ?? '') ? 'least' : 'about');
  return { min: loose.min, max: loose.max, end, vague: true };
}

/** The place a 几 fills: ones after 十几, hundreds after 三千几. */
function lastPlace(value: number): number {
  let place = 1;
  while (place < value && value % (place * 10) === 0) place *= 10;
  return Math.max(1, place / 10);
}

/** 几百, 数千, 好几千, 大几百, 上万: what stands before a bare unit, and how many of it. */
const FEW = /(好几|大几|几|数|上)$/;
const FEW_TIMES = new Map<string, readonly [number, number | null]>([
  ['几', [2, 10]],
  ['数', [2, 10]],
  ['好几', [3, 10]],
  ['大几', [5, 10]],
  ['上', [1, null]],
]);

function baseOf(text: string, numeral: Numeral): Bounds & { start: number } {
  const { start, end, value, high } = numeral;
  const few = BIG.has(text[start] ?? '')
    ? FEW.exec(text.slice(Math.max(0, start - 2), start))?.[1]
    : undefined;
  const times = FEW_TIMES.get(few ?? '');
  if (few !== undefined && times) {
    const max = times[1] === null ? null : value * times[1];
    return { min: value * times[0], max, start: start - few.length };
  }
  const loose = LOOSE_EIGHTS.get(text.slice(start, end));
  return { min: loose?.min ?? value, max: loose?.max ?? high ?? value, start };
}

/** The amount a numeral begins, with or without a unit of money after it. */
export function amountOf(text: string, numeral: Numeral): Amount {
  const base = baseOf(text, numeral);
  const { min, max, end: at, vague } = inner(text, numeral, base);
  const gap = text[at] === ' ' ? 1 : 0;
  const currency = currencyAt(text, at + gap);
  const few = base.start < numeral.start;
  if (!currency) return { min, max, start: base.start, end: at, unit: null, vague: vague || few };
  const change = smallChange(text, at + gap + currency.word.length, currency.word);
  const scale = (value: number | null) =>
    value === null ? null : cents(value * currency.scale + change.value);
  const loose = numeral.form === 'integer' && LOOSE_EIGHTS.has(text.slice(numeral.start, numeral.end));
  return {
    min: scale(min),
    max: scale(max),
    start: base.start,
    end: change.end,
    unit: currency.unit,
    vague: vague || few || loose,
  };
}
