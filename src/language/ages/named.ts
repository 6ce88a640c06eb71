import { matchesOf } from '../matches.js';
import { parseNumeral } from '../numerals.js';
import type { AgeReading } from '../types.js';
import { ageReading, years } from './years.js';

/** Classical names of ages: [name, lowest, highest]. */
const NAMES: readonly (readonly [string, number, number])[] = [
  ['豆蔻', 13, 13],
  ['及笄', 15, 15],
  ['弱冠', 20, 20],
  ['而立', 30, 30],
  ['不惑', 40, 40],
  ['半百', 50, 50],
  ['知天命|知命', 50, 50],
  ['花甲|耳顺', 60, 60],
  ['古稀', 70, 70],
  ['喜寿', 77, 77],
  ['伞寿|杖朝', 80, 80],
  ['米寿', 88, 88],
  ['耄耋|耋耄', 80, 99],
  ['卒寿', 90, 90],
  ['白寿', 99, 99],
  ['期颐', 100, 100],
  ['茶寿', 108, 108],
];

const NAMED = new RegExp(
  `(?<lead>年过|年近|年逾|已过|过了|将近|快)?(?:${NAMES.map(([name], index) => `(?<n${index}>${name})`).join('|')})(?:之年|老人|了)?`,
  'g',
);
/** 七旬 counts in tens. */
const TENS =
  /(?<lead>年过|年近|年逾|已过|将近|快)?(?<tens>[五六七八九])旬(?=老|的|了|高|[,。]|$|[\u4e00-\u9fff])/g;
const BABY =
  /(?<count>半|[一二两三四五六七八九十]{1,2}|\d{1,2})个(?<half>半)?月(?:大|的(?:宝宝|孩子|娃|婴儿|小孩|孙子|孙女))|(?<new>刚出生|新生儿|月子里|还没满月|未满月|没出月子)|(?<month>刚?满月)(?!酒)|(?<halfYear>半岁)/g;

/** Lowest and highest with a word like 年过 before the name. */
function led(low: number, high: number, lead: string | undefined): AgeReading['years'] {
  if (lead === undefined) return years(low, high);
  return /近|快/.test(lead) ? years(low - 2, low - 1) : years(low + 1, Math.max(high, low + 9));
}

/** 古稀之年, 年过七旬, 三个月大. */
export function namedAges(text: string, folded: string): AgeReading[] {
  const readings: AgeReading[] = [];
  for (const match of matchesOf(folded, NAMED)) {
    const index = NAMES.findIndex((_, position) => match.groups?.[`n${position}`] !== undefined);
    const [, low = 0, high = 0] = NAMES[index] ?? [];
    const end = match.index + match[0].length;
    readings.push(ageReading(text, match.index, end, led(low, high, match.groups?.lead), 'unknown'));
  }
  for (const match of matchesOf(folded, TENS)) {
    const low = (parseNumeral(match.groups?.tens ?? '') ?? 0) * 10;
    const lead = match.groups?.lead;
    const age = lead === undefined ? years(low, low + 9) : led(low, low, lead);
    readings.push(ageReading(text, match.index, match.index + match[0].length, age, 'unknown'));
  }
  for (const match of matchesOf(folded, BABY)) {
    const { count, half, month, halfYear } = match.groups ?? {};
    const months = count === undefined ? 0 : (parseNumeral(count) ?? 0) + (half === undefined ? 0 : 0.5);
    const age = halfYear !== undefined ? 0.5 : month !== undefined ? 1 / 12 : months / 12;
    const found =
      count === undefined && month === undefined && halfYear === undefined ? years(0, 1 / 12) : age;
    readings.push(ageReading(text, match.index, match.index + match[0].length, found, '周岁'));
  }
  return readings;
}
