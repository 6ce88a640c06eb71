import { soundOf } from '../../../language/homophones/sounds.js';

const DIGITS = [...'一二三四五六七八九'];
const DIGIT = '一二三四五六七八九';
const HAN = '\\p{Script=Han}';
/** What follows a day of the month. */
const AFTER_DAY = '(?=[号日](?!子|常|历|本|报|头)|[上下]午|[上下前后]晌|早[上晨起]|晚上)';

const digitsOf = (char: string): string[] =>
  DIGITS.filter((digit) => {
    const { classes } = soundOf(digit);
    return soundOf(char).classes.some((sound) => classes.includes(sound));
  });

const asTen = (char: string): string =>
  NUMERALS.test(char) || NO_DIGIT.test(char) || !soundOf(char).classes.includes('si') ? char : '十';

/** The digit of `among` that the character sounds like; the character where there is none, or it is a numeral itself. */
function asDigit(char: string, among: string): string {
  if (NUMERALS.test(char)) return char;
  const [only, ...others] = digitsOf(char).filter((digit) => among.includes(digit));
  return only !== undefined && others.length === 0 ? only : char;
}

/** 三十郝, 二十七毫: after a day of the month. */
const NUMBER = new RegExp(
  `(?<=(?:月初?|[二三]?十|月[二三]?十)[${DIGIT}]|[月二三]十|月[\\d]{1,2}|[123]\\d)[嚎豪毫耗浩郝壕镐蒿皓昊](?!${HAN}?[${DIGIT}十百])`,
  'gu',
);
/** 十悦十八. */
const MONTH = new RegExp(
  `(?<=[${DIGIT}十\\d])[越悦粤岳跃阅曰钥](?=初?[${DIGIT}十廿\\d]|[师湿氏石实式室识])`,
  'gu',
);
/** 氏月十八, 思二月一号. */
const TENTH = new RegExp(
  `(?<=^|[，,。历是要到改换成])(${HAN})(?=[一二]?月(?:初?[${DIGIT}十廿]|${HAN}[${DIGIT}]))`,
  'gu',
);
/** 十月师八. */
const TEENS = new RegExp(`(?<=[${DIGIT}十]月)(${HAN})(?=[${DIGIT}])`, 'gu');
/** 桑十号, 改成丧十号. */
const TENS = new RegExp(
  `(?<=^|[，,。、\\s月到成至在要是的嗯])(${HAN})(?=十(?:[${DIGIT}]|${HAN})?${AFTER_DAY})`,
  'gu',
);
/** 二十牛号. */
const ONES = new RegExp(`(?<=(?:^|[^${DIGIT}十]|[二三])十)(${HAN})${AFTER_DAY}`, 'gu');
/** 十月十漆. */
const ONES_OF_MONTH = new RegExp(`(?<=月[二三]?十)(${HAN})(?=$|[，,。\\s我俺额咱他她])`, 'gu');
/** 月三丝号, 三午: after a month a day of one figure. */
const DAY_OF_MONTH = new RegExp(`(?<=[${DIGIT}十\\d]月)(${HAN})${AFTER_DAY}`, 'gu');
/** 吧, 就, 起: said after a number, and no digit of it. */
const NO_DIGIT = /[吧把罢爸就以已起期时是事留有呀也]/u;
/** 十二月一号三无: what hears benefits everywhere made of 赏午. */
const MORNING = new RegExp(`(?<=[号日]|月[${DIGIT}十]{1,3}[号毫]?)三无`, 'gu');

/** 礼拜三侯晌, 厚半晌, 后拌晌: 晌 stands in no other words. */
const HALF = /(?<=\p{Script=Han})[拌办扮瓣伴板](?=晌)/gu;
const AFTERNOON = /[侯猴喉厚候吼](?=半?晌)/gu;
const FORENOON = /[钱浅潜乾](?=半?晌)/gu;

const NUMERALS = /[零〇一二三四五六七八九十廿两几\d]/u;

/** The days of a text whose numerals were written by their sound (桑十号, 十月师八, 三十郝), put back. */
export function datesBySound(text: string): string {
  const halves = text.replace(HALF, '半').replace(AFTERNOON, '后').replace(FORENOON, '前');
  if (!NUMERALS.test(text)) return halves;
  return halves
    .replace(MORNING, '上午')
    .replace(MONTH, '月')
    .replace(TENTH, asTen)
    .replace(TEENS, asTen)
    .replace(NUMBER, '号')
    .replace(TENS, (char) => asDigit(char, '二三'))
    .replace(ONES, (char) => asDigit(char, DIGIT))
    .replace(ONES_OF_MONTH, (char) => (NO_DIGIT.test(char) ? char : asDigit(char, DIGIT)))
    .replace(DAY_OF_MONTH, (char) => asDigit(char, DIGIT));
}
