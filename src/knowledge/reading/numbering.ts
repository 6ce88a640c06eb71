import { clauseNumber } from './chinese-numerals.js';

/** The shapes of clause numbers in Chinese documents (GB/T 9704 and 立法技术规范, and how people bend them). */
export type NumberForm =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'digit'
  | 'digit-bracket'
  | 'digit-half'
  | 'circled'
  | 'decimal'
  | 'question';

export interface ItemNumber {
  form: NumberForm;
  value: number;
  /** As in an id: `5`, `c2` for a chapter, `1.2` for a decimal number. */
  key: string;
  /** As a person quotes it, alone: `二`, `（五）`, `2`, `第三条`. */
  label: string;
  /** UTF-16 units of the line up to the item's own words. */
  length: number;
}

const MARKS = /^[#*＊>\s　]*/;
const HAN = '[〇零一二三四五六七八九十百]{1,6}';
const STRUCTURE = new RegExp(
  `^第\\s?(${HAN}|\\d{1,3})\\s?([编部章节条])(?!规定|所称|第|[、，和至及或])分?[：:、.]?[\\s　]*`,
);
const HAN_COMMA = new RegExp(`^(${HAN})[、．.][\\s　]*`);
const HAN_BRACKET = new RegExp(`^[（(]\\s?(${HAN})\\s?[）)][、.]?[\\s　]*`);
/** A full-width point is no decimal point (32．2018年…); a plain one before a digit is, unless a year follows. */
const DIGIT = /^(\d{1,3})(?:[．、]|\.(?!\d)|\.(?=(?:19|20)\d\d年))[\s　]*/;
const DIGIT_BRACKET = /^[（(]\s?(\d{1,2})\s?[）)][、.]?[\s　]*/;
const DIGIT_HALF = /^(\d{1,2})[）)][\s　]*/;
const CIRCLED = /^([①-⑳])[\s　]*/;
/** 1.2 编制目的; a quantity (3.5万元, 0.1平方米) is none. */
const DECIMAL =
  /^([1-9]\d?(?:\.[1-9]\d?){1,3})(?:[\s　]+|[、.]|(?=[^\d\s.%％万亿元千百倍个米平公度岁年折分]))(?=\p{Script=Han})/u;
const QUESTION = /^(?:\d{1,3}[.．、]\s?)?(?:问题?|Q)\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s?[：:]\s*/;

const STRUCTURE_FORMS = { 编: 'part', 部: 'part', 章: 'chapter', 节: 'section', 条: 'article' } as const;
const KEYS: Readonly<Record<string, string>> = { part: 'b', chapter: 'c', section: 's' };

/** The number that a line begins with, heading marks and bold aside; null where it begins with none. */
export function itemNumber(line: string): ItemNumber | null {
  const marks = MARKS.exec(line)?.[0].length ?? 0;
  const rest = line.slice(marks, marks + 40);
  const found = structureNumber(rest) ?? questionNumber(rest) ?? listNumber(rest);
  return found === null ? null : { ...found, length: found.length + marks };
}

function structureNumber(rest: string): ItemNumber | null {
  const match = STRUCTURE.exec(rest);
  const unit = match?.[2];
  if (match === null || (unit !== '编' && unit !== '部' && unit !== '章' && unit !== '节' && unit !== '条'))
    return null;
  const value = clauseNumber(match[1] ?? '');
  if (Number.isNaN(value)) return null;
  const form = STRUCTURE_FORMS[unit];
  const label = match[0].replace(/[\s　：:、.]/g, '');
  return { form, value, key: `${KEYS[form] ?? ''}${value}`, label, length: match[0].length };
}

function questionNumber(rest: string): ItemNumber | null {
  const match = QUESTION.exec(rest);
  // The number in front, where there is one, is kept in the words: people quote a question by what it asks.
  return match === null
    ? null
    : { form: 'question', value: Number.NaN, key: '', label: '', length: match[0].length };
}

const LISTS: readonly [NumberForm, RegExp, (raw: string, value: number) => string][] = [
  ['decimal', DECIMAL, (raw) => raw],
  ['han', HAN_COMMA, (raw) => raw],
  ['han-bracket', HAN_BRACKET, (raw) => `（${raw}）`],
  ['digit', DIGIT, (_, value) => String(value)],
  ['digit-bracket', DIGIT_BRACKET, (_, value) => `（${value}）`],
  ['digit-half', DIGIT_HALF, (_, value) => `${value}）`],
  ['circled', CIRCLED, (raw) => raw],
];

function listNumber(rest: string): ItemNumber | null {
  for (const [form, pattern, label] of LISTS) {
    const match = pattern.exec(rest);
    const raw = match?.[1];
    if (match === null || raw === undefined) continue;
    const value = form === 'decimal' ? Number(raw.split('.').at(-1)) : clauseNumber(raw);
    if (Number.isNaN(value) || value === 0) continue;
    const key = form === 'decimal' ? raw : String(value);
    return { form, value, key, label: label(raw, value), length: match[0].length };
  }
  return null;
}
