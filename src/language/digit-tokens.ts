import { arabicDigit, BIG_UNITS, CHINESE_DIGITS, COUNT_DIGITS, SMALL_UNITS } from './numeral-characters.js';

/** A run of digits said or written without a pause; the check character of an id may end it. */
export interface DigitToken {
  start: number;
  end: number;
  digits: string;
}

/** How a token goes on from the one before: it follows, replaces what was said wrongly, or is what was wrong. */
export type Link = 'follows' | 'corrects' | 'rejected';

/** Said for digits by soldiers and switchboards, and only between other digits: 拐 is also to turn. */
const RADIO = new Map([
  ['洞', '0'],
  ['拐', '7'],
  ['勾', '9'],
  ['两', '2'],
]);
/** After so many digits a 洞 or 拐 at the end is one more. */
const SURELY_SPELLED = 6;
const CHECK_X = /^(?:[XxＸｘ×叉](?![A-Za-z])|艾克斯|爱克斯|埃克斯)/;

/** 最后一位, 记一下: counting, not spelling. */
const NOT_SAID = /^.(?:位|下|个[数码]|遍)/;

/** Code units that a token begins with: most of a text is passed over by these. */
const OPENINGS = new Set(
  [
    ...CHINESE_DIGITS.keys(),
    ...COUNT_DIGITS.keys(),
    ...'0123456789０１２３４５６７８９XxＸｘ×叉艾爱埃双',
  ].map((character) => character.charCodeAt(0)),
);

function isUnit(character: string | undefined): boolean {
  return character !== undefined && (SMALL_UNITS.has(character) || BIG_UNITS.has(character));
}

function digitAt(text: string, index: number): string | null {
  const character = text[index] ?? '';
  const chinese = CHINESE_DIGITS.get(character);
  if (chinese !== undefined) {
    const counted = isUnit(text[index + 1]) || isUnit(text[index - 1]);
    return counted || NOT_SAID.test(text.slice(index, index + 3)) ? null : `${chinese}`;
  }
  const arabic = arabicDigit(character);
  return arabic < 0 ? null : `${arabic}`;
}

/** 三个八, 4个0, 双八: the digit so many times over; more digits may follow only within a run (一三八四个零一二). */
function repeatedAt(text: string, start: number, within: boolean): DigitToken | null {
  if (within && text[start] === '双') {
    const digit = digitAt(text, start + 1);
    return digit === null ? null : { start, end: start + 2, digits: digit.repeat(2) };
  }
  const measure = text[start + 1];
  if (measure !== '个' && measure !== '個') return null;
  const character = text[start] ?? '';
  const times = CHINESE_DIGITS.get(character) ?? COUNT_DIGITS.get(character) ?? arabicDigit(character);
  const digit = digitAt(text, start + 2);
  if (times < 2 || digit === null) return null;
  if (!within && digit !== '0' && digitAt(text, start + 3) !== null) return null;
  return { start, end: start + 3, digits: digit.repeat(times) };
}

function radioAt(text: string, index: number, before: number): string | null {
  const digit = before > 0 ? RADIO.get(text[index] ?? '') : undefined;
  const next = text[index + 1] ?? '';
  const goesOn = digitAt(text, index + 1) !== null || RADIO.has(next) || before >= SURELY_SPELLED;
  return digit !== undefined && goesOn ? digit : null;
}

function tokenAt(text: string, start: number): DigitToken | null {
  let digits = '';
  let at = start;
  for (; at < text.length; at += 1) {
    if (repeatedAt(text, at, digits !== '')) break;
    const digit = digitAt(text, at) ?? radioAt(text, at, digits.length);
    if (digit === null) break;
    digits += digit;
  }
  return digits === '' ? null : { start, end: at, digits };
}

/** The tokens of `text`, left to right. */
export function digitTokens(text: string): DigitToken[] {
  const tokens: DigitToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (!OPENINGS.has(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const token = repeatedAt(text, at, tokens.at(-1)?.end === at) ?? tokenAt(text, at);
    const check = token ? null : CHECK_X.exec(text.slice(at, at + 3))?.[0];
    if (token) tokens.push(token);
    else if (check && tokens.length > 0) tokens.push({ start: at, end: at + check.length, digits: 'X' });
    at = token?.end ?? at + (check?.length ?? 1);
  }
  return tokens;
}

const PAUSE = '[\\s,，、。.．;；:：·…\\-－—–~～()（）]';
const FILLER =
  '嗯|呃|啊|哦|噢|额|哎|唉|呀|那个|这个|然后|接着|再|来|后面|前面|中间|应该|好像|就|是|横|杠|减|对|呢|吧|了|哈|您|我|记|一下|听着|喂';
const WRONG = `不对|不是的|不是(?=${PAUSE})|说错|记错|念错|搞错|错|重来|重新说|重说|更正|改|等等|等会`;
/** The last so-many digits, about to be said again: 最后四位是, 尾号应该是. */
const TAIL = '(?:最后|末尾|后面|末|后|倒数)(?:[一二两三四五六七八1-8]?)(?:位|个数|个|码)(?:数|数字)?|尾号';
const FOLLOWS = new RegExp(`^(?:${PAUSE}|${FILLER})*$`);
const REJECTED = new RegExp(`^(?:${PAUSE}|${FILLER})*(?:而|并|可)?不是$`);
const CORRECTS = new RegExp(`^(?:${PAUSE}|${FILLER}|${WRONG}|${TAIL})*$`);
const LONGEST_GAP = 24;

/** The link that the words between two tokens make, or null when they are apart. */
export function linkOf(between: string): Link | null {
  if (between.length > LONGEST_GAP) return null;
  if (FOLLOWS.test(between)) return 'follows';
  if (REJECTED.test(between)) return 'rejected';
  return CORRECTS.test(between) ? 'corrects' : null;
}
