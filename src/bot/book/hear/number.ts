import { phoneOf } from '../../../appointments/identity.js';
import { digitTokens } from '../../../language/digit-tokens.js';
import { corrected, readDigits } from '../../../language/digits.js';
import { soundOf } from '../../../language/homophones/sounds.js';
import { meantIn, takesBack } from './meant.js';
import { PAUSE } from './parting.js';

/** A telephone number, or the digits of one that is not whole: too few, too many, or none that can be rung. */
type HeardPhone = { phone: string } | { digits: string };

const THOUSANDS = /([零一二三四五六七八九幺])千(?![零〇一二三四五六七八九百幺])/gu;
const HUNDREDS = /([零一二三四五六七八九幺])百(?![零〇一二三四五六七八九十幺])/gu;
const WHOLE = 11;
/** Fewer digits are no part of a number. */
const LEAST = 2;

/** 七七七，三个七: said once more. */
const SAID_AGAIN = /([零一二三四五六七八九幺\d])(\1{1,3})[，,、\s]*([二两三四2-4])个\1/gu;
const TIMES: Readonly<Record<string, number>> = { 二: 2, 两: 2, 三: 3, 四: 4, '2': 2, '3': 3, '4': 4 };
/** 再一个二. */
const ONE_MORE = /(?<=[再又加还有，,、\s])[一1]个(?=[零一二三四五六七八九幺\d])/gu;

/** 八千 at the end of a number is 八零零零, 再一个二 is 二. */
const spelledOut = (text: string): string =>
  text
    .replace(THOUSANDS, '$1零零零')
    .replace(HUNDREDS, '$1零零')
    .replace(SAID_AGAIN, (said, digit: string, more: string, times: string) =>
      TIMES[times] === more.length + 1 ? `${digit}${more}` : said,
    )
    .replace(ONE_MORE, '');

/** Digits as they sound, those of regions among them: 扭 and 纽 are six where n is said for l. */
const SOUNDS: Readonly<Record<string, string>> = {
  ling: '零',
  lin: '零',
  ning: '零',
  yi: '一',
  yao: '幺',
  er: '二',
  san: '三',
  shan: '三',
  sang: '三',
  si: '四',
  shi: '四',
  wu: '五',
  hu: '五',
  liu: '六',
  niu: '六',
  lu: '六',
  qi: '七',
  ba: '八',
  jiu: '九',
  dong: '零',
};
/** A run of characters, and the runs said after it: 一三九，七寺五. */
const RUNS = /(?!是)\p{Script=Han}{2,24}(?:[，,、\s]\p{Script=Han}{2,24}){0,6}/gu;
/** Where so much of each is digits, the rest of it is, too. */
const MOSTLY = 0.5;
/** Fewer characters are no number. */
const LEAST_RUN = 8;

/** 三七铃八二: characters that sound like digits, among so many digits, are those digits. */
export function digitsBySound(text: string): string {
  return wholeBySound(text).replace(RUNS, (said) => {
    const runs = said.split(/([，,、\s])/u);
    const numbers = runs.map((run) => (isMostlyDigits(run) ? inDigits(run) : null));
    const length = numbers.reduce((sum, number) => sum + (number?.length ?? 0), 0);
    return length < LEAST_RUN ? said : runs.map((run, i) => numbers[i] ?? run).join('');
  });
}

/** Characters that sound like digits, as many as a number has or more. */
const LEAST_SOUNDING = 11;

/** 手机号是沂八九零七四五一一五三: of all that sounds like digits, the eleven that are a number that can be rung. */
function wholeBySound(text: string): string {
  const chars = [...text];
  const digits = chars.map((char) => (DIGITS.includes(char) ? char : digitOf(char)));
  let end = 0;
  for (let start = 0; start < chars.length; start = end + 1) {
    end = digits.indexOf(null, start);
    if (end < 0) end = chars.length;
    for (let at = end - LEAST_SOUNDING; at >= start; at--) {
      const number = digits.slice(at, at + LEAST_SOUNDING);
      const sure = number.filter((digit, i) => digit === chars[at + i]).length;
      if (sure < LEAST_SOUNDING * MOSTLY || sure === LEAST_SOUNDING || hearPhone(number.join('')) === null)
        continue;
      chars.splice(at, LEAST_SOUNDING, ...number.map((digit) => digit ?? ''));
      break;
    }
  }
  return chars.join('');
}

/** 是一三八: said of the number, and no 四 of it. */
const OF_NUMBER = /^(?:就?是|叫)+/u;

function isMostlyDigits(run: string): boolean {
  const chars = [...run.replace(OF_NUMBER, '')];
  return chars.length > 1 && chars.filter((char) => DIGITS.includes(char)).length >= chars.length * MOSTLY;
}

function inDigits(run: string): string | null {
  const digits = [...run.replace(OF_NUMBER, '')].map((char) =>
    DIGITS.includes(char) ? char : digitOf(char),
  );
  return digits.includes(null) ? null : digits.join('');
}

const DIGITS = '零〇一二三四五六七八九幺两叉百千';

const digitOf = (char: string): string | null =>
  soundOf(char).syllables.flatMap((sound) => SOUNDS[sound] ?? [])[0] ?? null;

/** 不不，最后是二四六八: the end of the number that was said before. */
const END_MENDED = /^[，,、\s]*(?:不+(?:对|是)?|错了?)[，,、\s啊哦]*(?:最后|末尾|尾号|后[头面边])/u;

/** A whole number anywhere in the text, with its end as it was put right. */
export function hearPhone(text: string): string | null {
  const plain = spelledOut(text);
  const found = readDigits(plain).findLast(({ kind }) => kind === 'phone' || kind === 'landline');
  if (found === undefined) return null;
  const rest = plain.slice(plain.lastIndexOf(found.text) + found.text.length);
  const end = END_MENDED.test(rest) ? hearDigits(rest) : '';
  const mended = end.length < LEAST ? null : phoneOf(`${found.digits.slice(0, -end.length)}${end}`);
  return mended ?? phoneOf(found.digits);
}

/** The answer to the question for a number: `before` is what was said of it, whole or not. */
export function hearPhoneAnswer(text: string, before: string): HeardPhone | null {
  const whole = hearPhone(text);
  if (whole !== null) return { phone: whole };
  const digits = hearDigits(spelledOut(text));
  if (digits.length < LEAST || /第[一二三]/u.test(text)) return null;
  const mended = takesBack(text) || /(?:最?后|尾)/u.test(text) ? corrected(before, digits) : before + digits;
  for (const candidate of [digits, mended]) {
    const phone = phoneOf(candidate);
    if (phone !== null) return { phone };
  }
  return { digits: before.length < WHOLE && mended.length < WHOLE ? mended : digits };
}

/**
 * The number `before` with what was put right in it: 不是三八，是三九, 一一四五，不对，一一四六. '' where it is not clear
 * which digits are meant; null where nothing of a number is put right.
 */
export function mendedNumber(text: string, before: string): string | null {
  const placed = placedIn(text, before);
  if (placed !== null) return placed;
  const { wrong = '', right = '' } =
    [meantIn(text), TAKEN_BACK.exec(text)?.groups].find(
      (said) => ONLY_DIGITS.test(said?.wrong ?? '') && ONLY_DIGITS.test(said?.right ?? ''),
    ) ?? {};
  if (wrong === '' || right === '') {
    const only =
      /^(?:啊|哎|哦)*(?:不对|错了?)[了啊呀，,。\s]*(?:应该)?是?(?<put>.+)$/u.exec(text)?.groups?.put ?? '';
    return before.length === WHOLE && ONLY_DIGITS.test(only)
      ? inPlace(before, hearDigits(spelledOut(only)))
      : null;
  }
  const [taken, put] = [hearDigits(spelledOut(wrong)), hearDigits(spelledOut(right))];
  if (put.length === WHOLE) return put;
  if (taken === '' && before.length === WHOLE && put.length >= LEAST_PUT)
    return LAST_PART.test(wrong) ? before.slice(0, -put.length) + put : inPlace(before, put);
  if (put === '' || taken.length < (AT_END.test(wrong) ? 1 : LEAST)) return null;
  const at = before.lastIndexOf(taken);
  if (at >= 0) {
    const clear = before.indexOf(taken) === at || at + taken.length === before.length;
    return clear ? before.slice(0, at) + put + before.slice(at + taken.length) : '';
  }
  if (before.length === WHOLE) return before.includes(put) ? before : '';
  // Said in this turn, and taken back in it.
  return put.length < taken.length ? corrected(before + taken, put) : before + put;
}

/** 最后一个数是六，不是五; 前三位是一三九，后头都没错: by where the digits stand. */
const PLACED =
  /^[^\d一二三四五六七八九零]{0,6}?(?:(?<end>最后|[后尾末])|[前头])[^是]{0,6}是(?<put>[\d零〇一二三四五六七八九幺两\s]+)$/u;

function placedIn(text: string, before: string): string | null {
  if (before.length !== WHOLE) return null;
  const number = text.split(PAUSE).reduce((whole, clause) => {
    const { end, put = '' } = PLACED.exec(clause)?.groups ?? {};
    const digits = hearDigits(spelledOut(put));
    if (digits === '' || digits.length >= WHOLE) return whole;
    return end === undefined ? digits + whole.slice(digits.length) : whole.slice(0, -digits.length) + digits;
  }, before);
  return number === before ? null : phoneOf(number);
}

/** 不对，是二三五四: in place of those digits running that are most like them, the last of such. '' where too few are said. */
function inPlace(before: string, put: string): string | null {
  if (put === '') return null;
  if (put.length < LEAST_PUT || put.length >= WHOLE) return phoneOf(put) ?? '';
  let best = { at: -1, off: Number.POSITIVE_INFINITY };
  for (let at = 0; at + put.length <= before.length; at++) {
    const off = [...put].filter((digit, i) => digit !== before[at + i]).length;
    if (off > 0 && off <= best.off) best = { at, off };
  }
  return before.slice(0, best.at) + put + before.slice(best.at + put.length);
}

const LEAST_PUT = 3;
const TAKEN_BACK =
  /^(?<wrong>.*[^，,。\s])[，,。\s]*(?:哎|啊|哦|呀|噢)*(?:不对|不是|[说讲念报]?错了?)[了啊呀，,。\s]*(?:应该)?是?(?<right>.+)$/u;
const AT_END = /最后|尾|末/u;
/** 后头不对，是六六一八. */
const LAST_PART = /后|尾|末/u;

/** Nothing but digits, and words of where they stand. */
const ONLY_DIGITS =
  /^(?:[\d零〇一二三四五六七八九幺两洞拐\s，,、]|最后|后面?|前面?|中间|头|尾号?|末尾?|[几位个]|号码?|手机|电话|那|是|的|应该|啊|呀|哦|噢|哎|嗯|了|吧|我|说|数)+[。！]*$/u;

export function hearId(text: string): { id: string; valid: boolean } | null {
  const found = readDigits(text).findLast(({ kind }) => kind === 'id');
  return found === undefined ? null : { id: found.digits, valid: found.valid === true };
}

/** 最后三位是, 后边八个是, 六个数: how many there are is none of them. */
const COUNTED = /[一二两三四五六七八九\d](?:位|个(?=[是的数号，,。\s]|$))(?:数字?|号码?)?/gu;

/** All digits that are said, one after the other. */
export const hearDigits = (text: string): string =>
  digitTokens(text.replace(COUNTED, '，'))
    .map((token) => token.digits)
    .join('')
    .replace(/\D/g, '');

/** Six digits said as a code, the telephone number aside. */
export function hearCode(text: string): string | null {
  const phones = readDigits(spelledOut(text)).filter(({ kind }) => kind === 'phone' || kind === 'landline');
  let rest = spelledOut(text);
  for (const { text: said } of phones) rest = rest.replace(said, '，。');
  let run = '';
  let end = 0;
  for (const token of digitTokens(rest)) {
    const gap = rest.slice(end, token.start);
    run = /^[\s，,、.-]*$/u.test(gap) ? run + token.digits : token.digits;
    end = token.end;
    if (run.length === 6) return run;
  }
  return null;
}
