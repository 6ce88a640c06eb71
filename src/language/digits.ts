import { type DigitToken, digitTokens, type Link, linkOf } from './digit-tokens.js';
import { decodeId, idFacts } from './ids.js';
import type { DigitsReading } from './types.js';

type Kind = DigitsReading['kind'];

const MOBILE = /^1[3-9]\d{9}$/;
const AREA_LANDLINE = /^(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8})$/;
const LOCAL_LANDLINE = /^[2-8]\d{6,7}$/;
const SERVICE = /^[48]00\d{7}$/;
const HOTLINE = /^(?:1[12]\d{1,3}|9[56]\d{3,4}|100\d{2})$/;
const COUNTRY = /^(?:00)?86(?=1[3-9]\d{9}$)/;
const WRITTEN_TIME = /^(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)$/;
const SHAPED_LENGTHS = new Set([10, 11, 12, 13, 15, 18]);
const LONGEST = 18;

const PHONE_WORD = /电话|座机|固话|号码|手机|热线|联系方式|拨|打|传真|[叫找呼]$/;
const HOTLINE_AFTER = /^[^，。,.\s\d]{0,4}(?:热线|电话)/;
const CODE_WORD =
  /码|短信|卡号|编号|尾号|工号|单号|账号|帐号|社保卡|医保卡|银行卡|流水号|证号|后四位|号是|序号/;
const ID_WORD = /身份证|证件/;

interface Group {
  start: number;
  end: number;
  digits: string;
}

function contextOf(text: string, start: number): string {
  return (
    text
      .slice(Math.max(0, start - 12), start)
      .split(/[。！？!?;；\n]/)
      .at(-1) ?? ''
  );
}

/** What digits are by their own shape, or null. */
function shapeOf(digits: string): Kind | null {
  if (MOBILE.test(digits.replace(COUNTRY, ''))) return 'phone';
  if (AREA_LANDLINE.test(digits)) return 'landline';
  if (/^\d{15}$|^\d{17}[\dX]$/.test(digits) && idFacts(digits)) return 'id';
  return SERVICE.test(digits) ? 'code' : null;
}

/** What the words before digits make of them when their shape leaves it open. */
function kindBySaying({ digits, end }: Group, context: string, text: string): Kind | null {
  if (/X/.test(digits) && digits.length !== 18) return null;
  if (ID_WORD.test(context) && /^\d{17}[\dX]$|^\d{15}$/.test(digits)) return 'id';
  if (CODE_WORD.test(context) && !/电话号码|手机号码/.test(context))
    return digits.length >= 3 ? 'code' : null;
  if (HOTLINE.test(digits) && HOTLINE_AFTER.test(text.slice(end, end + 8))) return 'code';
  if (!PHONE_WORD.test(context)) return /^0\d{3,}$/.test(digits) ? 'code' : null;
  if (LOCAL_LANDLINE.test(digits)) return 'landline';
  return HOTLINE.test(digits) ? 'code' : null;
}

function reading(text: string, group: Group, kind: Kind): DigitsReading {
  const { end, digits } = group;
  const plain = kind === 'phone' ? digits.replace(COUNTRY, '') : digits;
  const start = plain !== digits && text[group.start - 1] === '+' ? group.start - 1 : group.start;
  const base: DigitsReading = { text: text.slice(start, end), start, end, digits: plain, kind };
  if (kind === 'id') base.valid = decodeId(digits) !== null;
  return base;
}

function wholeGroup(tokens: readonly DigitToken[]): Group {
  const digits = tokens.map((token) => token.digits).join('');
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, digits };
}

/** The longest group of tokens from `from` that has the shape of a number of its own. */
function shapedGroup(
  tokens: readonly DigitToken[],
  from: number,
): { group: Group; kind: Kind; to: number } | null {
  let found: { group: Group; kind: Kind; to: number } | null = null;
  const start = tokens[from]?.start ?? 0;
  let digits = '';
  for (let to = from; to < tokens.length && digits.length < LONGEST; to += 1) {
    const token = tokens[to];
    digits += token?.digits ?? '';
    const kind = SHAPED_LENGTHS.has(digits.length) ? shapeOf(digits) : null;
    if (token && kind) found = { group: { start, end: token.end, digits }, kind, to };
  }
  return found;
}

/** The digits after a correction: said again from the start, or the end of what was said before put right. */
export function corrected(said: string, again: string): string {
  if (shapeOf(again)) return again;
  const wholes = [11, 18, 12, 10, 15].filter(
    (length) => length > again.length && length - again.length <= said.length,
  );
  for (const length of wholes) {
    const whole = said.slice(0, length - again.length) + again;
    const kind = shapeOf(whole);
    if (kind && (kind !== 'id' || decodeId(whole) || said.length === length)) return whole;
  }
  if (again.length >= said.length) return again;
  return said.slice(0, said.length - again.length) + again;
}

interface Linked {
  token: DigitToken;
  link: Link | null;
}

/** Longer than anyone spells one number, corrections and all. */
const LONGEST_MENDED = 60;

/** The digits meant by a chain with corrections in it, as one group. */
function mended(chain: readonly Linked[]): Group | null {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last || chain.length > LONGEST_MENDED) return null;
  let said = '';
  let again = '';
  let mending = false;
  const settle = () => {
    said = mending ? corrected(said, again) : said + again;
    again = '';
  };
  for (const { token, link } of chain) {
    if (link === 'follows' || link === null) {
      again += token.digits;
      continue;
    }
    if (again !== '') settle();
    mending = true;
    if (link === 'corrects') again = token.digits;
  }
  if (again !== '') settle();
  return { start: first.token.start, end: last.token.end, digits: said };
}

function readChain(text: string, chain: readonly Linked[]): DigitsReading[] {
  const first = chain[0];
  if (!first) return [];
  const context = contextOf(text, first.token.start);
  if (chain.some(({ link }) => link === 'corrects' || link === 'rejected')) {
    const group = mended(chain);
    const kind = group && (shapeOf(group.digits) ?? kindBySaying(group, context, text));
    if (group && kind) return [reading(text, group, kind)];
  }
  const tokens = chain.map(({ token }) => token);
  const readings = shapedGroups(text, tokens);
  const whole = wholeGroup(tokens);
  if (readings.length > 0 || WRITTEN_TIME.test(text.slice(whole.start, whole.end))) return readings;
  const said = kindBySaying(whole, context, text);
  return said ? [reading(text, whole, said)] : [];
}

function shapedGroups(text: string, tokens: readonly DigitToken[]): DigitsReading[] {
  const readings: DigitsReading[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const found = shapedGroup(tokens, i);
    if (!found) continue;
    readings.push(reading(text, found.group, found.kind));
    i = found.to;
  }
  return readings;
}

/**
 * Telephone, landline and id numbers and codes, said or written, in groups, with pauses and fillers, 幺 and
 * 三个八, and corrected on the way (一三八，不对，一三九…: the corrected number). Hotlines and codes of other
 * shapes count where the words before say so (打12345, 验证码), or when they begin with 0.
 */
export function readDigits(text: string): DigitsReading[] {
  const readings: DigitsReading[] = [];
  let chain: Linked[] = [];
  for (const token of digitTokens(text)) {
    const before = chain.at(-1)?.token;
    const link = before ? linkOf(text.slice(before.end, token.start)) : null;
    if (before && link === null) {
      readings.push(...readChain(text, chain));
      chain = [];
    }
    chain.push({ token, link });
  }
  return [...readings, ...readChain(text, chain)];
}
