import { DAYS_WITHIN, MINUTES, MINUTES_AFTER_HOURS, MONTH, UNIT_WORDS } from './duration-units.js';
import { type Numeral, scanNumerals } from './numerals.js';
import type { DurationReading, TimeUnit } from './types.js';

interface Length {
  amount: number;
  unit: TimeUnit;
  end: number;
}

/** Units that convert exactly: a month has no fixed number of days, nor a year of weeks. */
const SECONDS = new Map<TimeUnit, number>([
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
]);
const MONTHS = new Map<TimeUnit, number>([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
]);

const BEFORE_UNIT = /^ ?整?(个|個)?[多来來余餘]?整?/;
/** 半天 after these is a long while, not half a day. */
const LONG_WHILE = /(?:[了老大好]|问|找|想)$/;
const HALF_AFTER = /^半(?![天年月日夜路身个])[钟鐘]?/;

function unitAfter(
  text: string,
  numeral: Numeral,
  afterHours: boolean,
): { unit: TimeUnit; times: number; end: number } | null {
  const before = BEFORE_UNIT.exec(text.slice(numeral.end, numeral.end + 6));
  const at = numeral.end + (before?.[0].length ?? 0);
  const piece = before?.[1] !== undefined || text[numeral.end - 2] === '个';
  const rest = text.slice(at, at + 8);
  for (const { word, unit, times, not } of UNIT_WORDS) {
    const counted = word.startsWith('个') ? text.slice(numeral.end, numeral.end + 8) : rest;
    if (!counted.startsWith(word)) continue;
    const end = (counted === rest ? at : numeral.end) + word.length;
    if (not?.test(text.slice(end, end + 3)) && !(piece && unit === 'week')) return null;
    return { unit, times, end };
  }
  const counted = /[两兩俩倆仨半]/.test(text[numeral.end - 1] ?? '');
  if ((piece || counted) && MONTH.test(rest)) return { unit: 'month', times: 1, end: at + 1 };
  if (DAYS_WITHIN.test(rest)) return { unit: 'day', times: 1, end: at + 1 };
  const minutes = afterHours ? MINUTES_AFTER_HOURS : MINUTES;
  return minutes.test(text.slice(at, at + 9)) ? { unit: 'minute', times: 1, end: at + 1 } : null;
}

/** A year of the calendar (二〇二六年, 五三年) is no length. */
function isYear({ value, digits }: Numeral, unit: TimeUnit): boolean {
  return unit === 'year' && (digits !== undefined || value >= 1000);
}

function lengthOf(text: string, numeral: Numeral, before: Length | null): Length | null {
  const { start, end, value, form } = numeral;
  // 哪一天, 那一年, 最后一个月 point to one.
  if (value === 1 && /(?:[哪那某]|最后)$/.test(text.slice(Math.max(0, start - 2), start))) return null;
  if (form === 'range' || form === 'ordinal' || value < 0 || !Number.isFinite(value)) return null;
  const found = unitAfter(text, numeral, before?.unit === 'hour');
  if (!found || isYear(numeral, found.unit)) return null;
  if (!numeral.counts && !/[A-Za-z]/.test(text[end] ?? '')) {
    const halfDay = text.slice(start, end + 1) === '半天';
    if (!halfDay || LONG_WHILE.test(text.slice(Math.max(0, start - 1), start))) return null;
  }
  const half = HALF_AFTER.exec(text.slice(found.end, found.end + 3))?.[0] ?? '';
  const amount = (value + (half === '' ? 0 : 0.5)) * found.times;
  // 三天两夜 are three days.
  const withNights =
    found.unit === 'day'
      ? (/^[\d一二两三四五六七八九十]{1,3}夜/.exec(text.slice(found.end, found.end + 4))?.[0].length ?? 0)
      : 0;
  return { amount, unit: found.unit, end: found.end + half.length + withNights };
}

/** The sum in the smaller unit, or null where the two do not convert. */
function joined(first: Length, second: Length): Length | null {
  const scale = SECONDS.has(first.unit) ? SECONDS : MONTHS;
  const [large, small] = [scale.get(first.unit), scale.get(second.unit)];
  if (large === undefined || small === undefined || small >= large) return null;
  // 一天二十四小时 says one thing twice.
  if (second.amount >= large / small) return null;
  const amount = Number(((first.amount * large) / small + second.amount).toPrecision(12));
  return { amount, unit: second.unit, end: second.end };
}

/**
 * Lengths of time, each as one amount in the unit it is said in (半年 0.5 year, 三个半小时 3.5 hour); what is said
 * in two units is converted to the smaller (一个小时二十分钟: 80 minute) where that is exact. A pair of neighbours
 * (三五天) has no one amount and is left out.
 */
export function readDurations(
  text: string,
  numerals: readonly Numeral[] = scanNumerals(text),
): DurationReading[] {
  const durations: DurationReading[] = [];
  for (const numeral of numerals) {
    const previous = durations.at(-1);
    const last = previous && /^[零又加 ]?$/.test(text.slice(previous.end, numeral.start)) ? previous : null;
    const length = lengthOf(text, numeral, last);
    if (!length) continue;
    const sum = last && joined(last, length);
    if (last && sum) {
      Object.assign(last, sum, { text: text.slice(last.start, sum.end) });
      continue;
    }
    const { start } = numeral;
    durations.push({
      text: text.slice(start, length.end),
      start,
      end: length.end,
      amount: length.amount,
      unit: length.unit,
    });
  }
  return durations;
}
