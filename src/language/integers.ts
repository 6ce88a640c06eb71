import { figureAt } from './arabic-figures.js';
import {
  arabicDigit,
  BIG_UNITS,
  CHINESE_DIGITS,
  COUNT_DIGITS,
  isZero,
  SMALL_UNITS,
  TENS,
  tidy,
} from './numeral-characters.js';

/**
 * `value` is the number, or the lower end where the words give two neighbours (三四百: 300, `high` 400).
 * `digits` is set when the characters were read one by one (二〇二六, 五三, 七八): years, codes, telephones.
 */
export interface Cardinal {
  end: number;
  value: number;
  high?: number | undefined;
  digits?: string | undefined;
}

/** 一两个, 一两百; 一两酒 is a measure of wine. */
const ONE_OR_TWO = /^一[两兩][十百千万萬亿个個天年月次回位户口趟周小块元毛岁里斤公人]/;

/** The characters a numeral said aloud is written with. */
const SPOKEN: ReadonlySet<string> = new Set([
  ...CHINESE_DIGITS.keys(),
  ...COUNT_DIGITS.keys(),
  ...SMALL_UNITS.keys(),
  ...BIG_UNITS.keys(),
]);

interface Atom {
  value: number;
  end: number;
  arabic: boolean;
}

/** 三百一个月 is three hundred a month: a shortened 三百一 is never followed by a measure word. */
const AFTER_SHORTENED = /[个個天月年次位户戶名口人号號日点點周回趟顿頓楼樓层層分小晚趟种種项項份]/;

function atomAt(text: string, start: number): Atom | null {
  const character = text[start] ?? '';
  const value = CHINESE_DIGITS.get(character) ?? COUNT_DIGITS.get(character);
  if (value === undefined) {
    const figure = figureAt(text, start);
    return figure && { value: figure.value, end: figure.end, arabic: true };
  }
  return { value, end: start + 1, arabic: false };
}

function chineseDigitAt(text: string, index: number): number | undefined {
  const character = text[index] ?? '';
  return CHINESE_DIGITS.get(character) ?? COUNT_DIGITS.get(character);
}

/** Past a space that a recogniser left inside a numeral (一百 五十, 十 万). */
function pastSpace(text: string, at: number): number {
  return text[at] === ' ' && SPOKEN.has(text[at - 1] ?? '') && SPOKEN.has(text[at + 1] ?? '') ? at + 1 : at;
}

/** The 千 of 千克 is the measure's, and so is that of 千米 after figures or smaller units (12千米, not 三千米). */
export function measureAt(text: string, at: number, figures: boolean): boolean {
  return (
    SMALL_UNITS.get(text[at] ?? '') === 1000 &&
    (figures ? /[米克瓦卡帕伏赫焦]/ : /[克瓦卡帕伏赫焦]/).test(text[at + 1] ?? '')
  );
}

/** The upper digit of a pair of neighbours such as 三四, 七八, 三五; undefined when there is none. */
function neighbourAt(text: string, start: number): number | undefined {
  const low = chineseDigitAt(text, start);
  const high =
    CHINESE_DIGITS.get(text[start + 1] ?? '') ?? (ONE_OR_TWO.test(text.slice(start, start + 3)) ? 2 : 0);
  if (!low || !high || chineseDigitAt(text, start + 2) !== undefined) return undefined;
  return high === low + 1 || (low === 3 && high === 5) ? high : undefined;
}

/** Sums of one numeral under way: `high` is closed by 亿 or 兆, `mid` by 万, `section` is below ten thousand. */
interface Sums {
  high: number;
  mid: number;
  section: number;
  /** What the upper end of a range adds to the section. */
  spread: number;
  end: number;
  /** Units still to come must be smaller than this. */
  ceiling: number;
  /** The unit read last: a digit left without its own has the next smaller one (三万六). */
  last: number;
  myriad: boolean;
  scale: number;
  tokens: number;
}

/** The unit at `at`: 万万 is an old way to say 亿. */
function bigUnitAt(text: string, at: number, first: boolean): { unit: number; end: number } | null {
  const unit = BIG_UNITS.get(text[at] ?? '');
  if (unit === undefined) return null;
  const twice = unit === 1e4 && !first && BIG_UNITS.get(text[at + 1] ?? '') === 1e4;
  return twice ? { unit: 1e8, end: at + 2 } : { unit, end: at + 1 };
}

function closeBigUnits(text: string, sums: Sums): void {
  for (;;) {
    const spaced = text[sums.end] === ' ' && arabicDigit(text[sums.end - 1]) >= 0;
    const at = spaced ? sums.end + 1 : pastSpace(text, sums.end);
    const found = bigUnitAt(text, at, sums.tokens === 0);
    if (found === null) return;
    const { unit, end } = found;
    const empty = sums.section === 0 && sums.tokens > 0;
    if (unit === 1e4) {
      if (sums.myriad || empty) return;
      sums.mid = Math.max(sums.section, sums.tokens === 0 ? 1 : 0) * unit;
      sums.spread *= unit;
      sums.myriad = true;
    } else {
      const below = sums.tokens === 0 ? 1 : sums.mid + sums.section;
      if (below === 0 || below * unit >= sums.scale) return;
      sums.high += below * unit;
      // 九万亿零八百亿: what follows 万亿 may count in 亿 again.
      sums.scale = sums.myriad && sums.section === 0 ? 1e12 : unit;
      sums.mid = 0;
      sums.spread *= unit;
      sums.myriad = false;
    }
    sums.section = 0;
    sums.end = end;
    sums.ceiling = 1e4;
    sums.last = unit;
    sums.tokens += 1;
  }
}

function add(sums: Sums, value: number, unit: number, end: number): void {
  sums.section += value * unit;
  sums.ceiling = unit;
  sums.last = unit;
  sums.end = end;
  sums.tokens += 1;
}

/** A digit without a unit of its own ends its section. False when it does not belong to the numeral. */
function addLast(text: string, sums: Sums, atom: Atom, zero: boolean): boolean {
  const whole = sums.tokens === 0 || zero || sums.last === 10;
  if (whole || (atom.arabic && atom.end - sums.end > 1)) {
    if (sums.tokens > 0 && atom.value >= sums.last) return false;
    add(sums, atom.value, 1, atom.end);
    return true;
  }
  if (AFTER_SHORTENED.test(text[atom.end] ?? '')) return false;
  add(sums, atom.value, sums.last / 10, atom.end);
  sums.ceiling = 1;
  return true;
}

function addPair(text: string, sums: Sums, start: number, zero: boolean): boolean {
  const high = neighbourAt(text, start);
  const low = chineseDigitAt(text, start);
  if (high === undefined || low === undefined) return false;
  const written = SMALL_UNITS.get(text[start + 2] ?? '');
  if (written !== undefined && written >= sums.ceiling) return false;
  const unit = written ?? (sums.tokens === 0 || zero || sums.last === 10 ? 1 : sums.last / 10);
  add(sums, low, unit, start + (written === undefined ? 2 : 3));
  sums.spread = (high - low) * unit;
  sums.ceiling = 1;
  return true;
}

/** One part (digit and unit, or either alone) onto `sums`; false when the numeral ends here. */
function addPart(text: string, sums: Sums): boolean {
  if (sums.ceiling <= 1) return false;
  const spaced = pastSpace(text, sums.end) > sums.end;
  let at = sums.end + (spaced ? 1 : 0);
  const zero = sums.tokens > 0 && isZero(text[at]);
  if (zero) at += isZero(text[at + 1]) ? 2 : 1;
  if (addPair(text, sums, at, zero)) return true;
  const tens = TENS.get(text[at] ?? '');
  if (tens !== undefined && sums.ceiling > 10) {
    add(sums, tens / 10, 10, at + 1);
    return true;
  }
  const atom = atomAt(text, at);
  if (atom === null) {
    const bare = SMALL_UNITS.get(text[at] ?? '');
    if (bare === undefined || bare >= sums.ceiling || (sums.tokens > 0 && bare > 10)) return false;
    add(sums, 1, bare, at + 1);
    return true;
  }
  if (atom.value === 0 && sums.tokens > 0) return false;
  const unitAt = atom.arabic && text[atom.end] === ' ' ? atom.end + 1 : pastSpace(text, atom.end);
  const measured = measureAt(text, unitAt, atom.arabic || sums.ceiling <= 1000);
  const unit = measured ? undefined : SMALL_UNITS.get(text[unitAt] ?? '');
  if (unit === undefined) return !(spaced && !zero && sums.last > 10) && addLast(text, sums, atom, zero);
  if (unit >= sums.ceiling || atom.value === 0) return false;
  add(sums, atom.value, unit, unitAt + 1);
  return true;
}

function structuredAt(text: string, start: number): Cardinal | null {
  const sums: Sums = {
    high: 0,
    mid: 0,
    section: 0,
    spread: 0,
    end: start,
    ceiling: Number.POSITIVE_INFINITY,
    last: Number.POSITIVE_INFINITY,
    myriad: false,
    scale: Number.POSITIVE_INFINITY,
    tokens: 0,
  };
  do closeBigUnits(text, sums);
  while (sums.spread === 0 && addPart(text, sums));
  if (sums.spread > 0) closeBigUnits(text, sums);
  if (sums.tokens === 0) return null;
  const value = tidy(sums.high + sums.mid + sums.section);
  return { end: sums.end, value, high: sums.spread > 0 ? value + sums.spread : undefined };
}

/**
 * The whole number that begins at `start` in `text`, or null: 三万六, 两百五, 一千零五十, 1.2万, 3千5,
 * 二〇二六 (digit by digit), 三四百 (two neighbours). Knows nothing of idioms, decimals and fractions.
 */
export function cardinalAt(text: string, start: number): Cardinal | null {
  let end = start;
  while (CHINESE_DIGITS.has(text[end] ?? '')) end += 1;
  const length = end - start;
  const unitFollows = SMALL_UNITS.has(text[end] ?? '') || BIG_UNITS.has(text[end] ?? '');
  const pair = neighbourAt(text, start);
  if (length < 2 || (length === 2 && unitFollows)) {
    if (length === 2 && pair === undefined) return firstDigit(text, start);
    return structuredAt(text, start);
  }
  const last = unitFollows ? end - 1 : end;
  let digits = '';
  for (let i = start; i < last; i += 1) digits += CHINESE_DIGITS.get(text[i] ?? '') ?? '';
  return { end: last, value: Number(pair === undefined ? digits : digits[0]), high: pair, digits };
}

function firstDigit(text: string, start: number): Cardinal | null {
  const value = CHINESE_DIGITS.get(text[start] ?? '');
  return value === undefined ? null : { end: start + 1, value };
}
