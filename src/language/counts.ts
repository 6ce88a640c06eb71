import { measureAt } from './integers.js';
import { AFTER_NUMBER, MEASURES, NO_NUMBER } from './number-words.js';
import { arabicDigit, BIG_UNITS, COUNT_DIGITS, SMALL_UNITS } from './numeral-characters.js';
import { Trie } from './trie.js';

interface Range {
  start: number;
  end: number;
}

const NEVER = new Trie<true>();
for (const word of NO_NUMBER) NEVER.set(word, true);

const NUMERAL = /[零〇○一二三四五六七八九十百千万萬亿億两兩0-9０-９]/;
const UNIT_LETTERS =
  /^(?:[kmcnuKM]?[gm]|[mMdD]?[lL]|[tTwWvVhHsS]|k?[wW]h?|kV|mA|Hz|mmol|mmHg|k?[cC]al|(?:RMB|USD|CNY|HKD|EUR|JPY|GBP)|min|ms|[GMKT]B|[px]x?|ppm|[ap]m)(?![A-Za-z])/;
/** A weekday, a day of the lunar month or a rank among brothers ends in a digit that counts nothing. */
const NAMES_BEFORE = /(?:星期|礼拜|禮拜|[每这下上本]周|^周|[^一二三四五六七八九十两几0-9]周|[老阿高大研初])$/;
/** 二十多万 and 二十几 are no twenty, nor is 百 of 百分之几. */
const MULTIPLIED = /^(?:[多来余几][百千万亿]|零?几(?![率何乎])|分之)/;
/** 四里村, 三台山: names of places like those listed. */
const PLACE_AFTER = /^[里台道岔](?:[村庄铺营桥店屯河沟坪岭镇乡巷峡湾塘墩坡]|山(?!路)|胡同)/;
/** 饭后半小时, 歇上半个钟头: the half is the time's, and 后 or 上 no part of it. */
const HALF_OF_TIME = /^(?:[前后上下]半(?:个?(?:小时|钟头)|个[钟月])|[前后]半年)/;
/** 每周一三五. */
const SEVERAL_WEEKDAYS = /^(?:.?周|星期|礼拜)[一二三四五六日]{2,}$/;
const COUNTED_TIMES = /^[口次回趟天顿遍岁]/;

/**
 * A predicate for the numerals of `text`, to be asked from left to right: false where the numeral is part of
 * a word or name that counts nothing, or is one character before anything but a measure word.
 */
export function counter(text: string): (numeral: Range) => boolean {
  let words: readonly Range[] | undefined;
  let next = 0;
  return (numeral) => {
    words ??= NEVER.matches(text);
    while ((words[next]?.end ?? numeral.end) < numeral.end) next += 1;
    const inside = (words[next]?.start ?? text.length) <= numeral.start;
    return inside ? wordCountsAfterAll(text, numeral) : countsAlone(text, numeral);
  };
}

function bareUnit(text: string, start: number): boolean {
  const character = text[start] ?? '';
  return SMALL_UNITS.has(character) || BIG_UNITS.has(character);
}

function followedAsNumber(text: string, end: number): boolean {
  const next = text[end];
  if (next === undefined || MEASURES.has(next)) return true;
  return /^[\s\p{P}\p{S}\p{Cc}]/u.test(next) || AFTER_NUMBER.test(text.slice(end, end + 3));
}

function figuresCount(text: string, start: number, end: number): boolean {
  if (/[A-Za-z_]/.test(text[start - 1] ?? '')) return false;
  return !/[A-Za-z_]/.test(text[end] ?? '') || UNIT_LETTERS.test(text.slice(end, end + 6));
}

function singleCounts(text: string, start: number): boolean {
  const character = text[start] ?? '';
  const next = text[start + 1];
  // 參加 and 千克 begin with no number.
  if (character === '幺' || character === '參' || measureAt(text, start, true)) return false;
  if (text.length === 1) return true;
  if (/[俩仨倆]/.test(character)) return true;
  const before = text.slice(Math.max(0, start - 2), start);
  if (NAMES_BEFORE.test(before) && !COUNTED_TIMES.test(next ?? '')) return false;
  if (/[姓小]$/.test(before) && !MEASURES.has(next ?? '')) return false;
  if (PLACE_AFTER.test(text.slice(start + 1, start + 4))) return false;
  // 三两 (of rice) and 几万: the measure or unit of what stands before it.
  if ((COUNT_DIGITS.has(character) || bareUnit(text, start)) && /[几幾数數好多上\d]$/.test(before))
    return false;
  // 三个星期零两天: the 零 joins what it stands between.
  const joins = /[^\d零〇一二三四五六七八九十百千万亿]零$/.test(before);
  if (COUNT_DIGITS.has(character) && NUMERAL.test(text[start - 1] ?? '') && !joins) return false;
  // 万把人: ten thousand or so.
  if (bareUnit(text, start) && next === '把') return false;
  if (character === '十' && /^[多来余]/.test(next ?? '')) return true;
  return followedAsNumber(text, start + 1);
}

function countsAlone(text: string, { start, end }: Range): boolean {
  if (SEVERAL_WEEKDAYS.test(text.slice(Math.max(0, start - 2), end))) return false;
  if (MULTIPLIED.test(text.slice(end, end + 2))) return false;
  if (arabicDigit(text[start]) >= 0) return figuresCount(text, start, end);
  return end - start > 1 || singleCounts(text, start);
}

/** 三点十分 and 千万元 count although 十分 and 千万 mostly do not. */
function wordCountsAfterAll(text: string, { start, end }: Range): boolean {
  const word = text.slice(start, end + 1);
  if (word === '十分')
    return /[点點时時角得扣加打]/.test(text[start - 1] ?? '') || /[钟鐘之]/.test(text[end + 1] ?? '');
  if (word === '两头') return /^[牛猪驴羊马骡狮象蒜黄奶母公小大肥]/.test(text.slice(end + 1));
  if (text[start] === '半') return HALF_OF_TIME.test(text.slice(start - 1, start + 5));
  if (word.startsWith('千万') || word.startsWith('百万')) return /^[元人户块吨]/.test(text.slice(end));
  return false;
}
