import { arabicDigit, tidy } from './numeral-characters.js';

export interface Figure {
  value: number;
  end: number;
}

const GROUPED =
  '[0-9０-９]{1,3}(?:[,，\\u00a0\\u202f][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?';
const PLAIN = new RegExp(GROUPED, 'y');
const SCIENTIFIC = /([0-9]+(?:\.[0-9]+)?)(?:[eE]([+-]?[0-9]{1,3})|\^([+-]?[0-9]{1,3}))(?![0-9A-Za-z])/y;
const QUOTIENT = /([0-9０-９]{1,4}) ([0-9０-９]{1,4})[/／]([0-9０-９]{1,4})(?![0-9０-９/／.])/y;
const FRACTION = /([0-9０-９]{1,4})[/／]([0-9０-９]{1,4})(?![0-9０-９/／.])/y;
/** 2w块: 万 by its pinyin, where no watts can be meant. */
const SUFFIX = /([kKMGT]|[wW](?=[块元人]))(?![0-9A-Za-z])/y;
const SUFFIXES = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['w', 1e4],
  ['W', 1e4],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
]);
/** Generations of mobile networks and grades of pictures. */
const NO_MULTIPLE = /^(?:[2-6]G|[48]K)$/;

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

function toNumber(written: string | undefined): number {
  return Number((written ?? '').normalize('NFKC').replace(/[,\s]/g, ''));
}

/** A figure with optional groups of three and decimals (12,345.6, １２３), from `start`; null if none. */
export function figureAt(text: string, start: number): Figure | null {
  if (arabicDigit(text[start]) < 0) return null;
  const written = match(PLAIN, text, start)?.[0];
  return written === undefined ? null : { value: toNumber(written), end: start + written.length };
}

/** Figures that take no Chinese unit: 1e10, 2^5, 1/2, 1 1/2, .5, 10K. Proper fractions only: 120/80 is none. */
export function compoundFigureAt(text: string, start: number): Figure | null {
  if (
    text[start] === '.' &&
    arabicDigit(text[start + 1]) >= 0 &&
    !/[\dA-Za-z０-９]/.test(text[start - 1] ?? '')
  ) {
    const decimals = /^[0-9]+/.exec(text.slice(start + 1, start + 20))?.[0] ?? '';
    return { value: Number(`0.${decimals}`), end: start + 1 + decimals.length };
  }
  if (arabicDigit(text[start]) < 0) return null;
  const power = match(SCIENTIFIC, text, start);
  if (power) {
    const base = Number(power[1]);
    const value = power[2] === undefined ? base ** Number(power[3]) : Number(`${power[1]}e${power[2]}`);
    return { value, end: start + power[0].length };
  }
  return fractionAt(text, start) ?? multipleAt(text, start);
}

function fractionAt(text: string, start: number): Figure | null {
  const before = text[start - 1] ?? '';
  if (/[0-9０-９/／.]/.test(before)) return null;
  const mixed = match(QUOTIENT, text, start);
  const simple = mixed ?? match(FRACTION, text, start);
  if (!simple) return null;
  const [whole, top, bottom] = mixed
    ? [toNumber(simple[1]), toNumber(simple[2]), toNumber(simple[3])]
    : [0, toNumber(simple[1]), toNumber(simple[2])];
  return top > 0 && top < bottom ? { value: whole + top / bottom, end: start + simple[0].length } : null;
}

function multipleAt(text: string, start: number): Figure | null {
  const figure = figureAt(text, start);
  const suffix = figure && match(SUFFIX, text, figure.end)?.[1];
  const times = SUFFIXES.get(suffix ?? '');
  if (!figure || times === undefined || NO_MULTIPLE.test(text.slice(start, figure.end + 1))) return null;
  return { value: tidy(figure.value * times), end: figure.end + 1 };
}
