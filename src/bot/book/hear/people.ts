/** One of the family, or the speaker, as somebody who is to be booked for. */
const KIN =
  '(?:(?:我|俺|额|咱)(?:家|屋里)?(?:老)?[\\p{Script=Han}]?[妈爸爹娘爷奶婆公叔婶姨姑舅伯嫂哥姐弟妹父母子孙伴](?:妈|爸|爹|娘|爷|奶|婆|公|子|儿)?|老(?:伴|头|婆|公)[儿子]?|(?:我|俺|额)自[己家个])';
const SELF = '(?:我|俺|额|咱)';
/** 给我妈和我爸都挂个骨科: two in one breath. */
const BOTH = new RegExp(
  `(?<lead>给|帮|替|为|想给)(?<first>${KIN}|${SELF})(?:和|跟|与|同|、|还有)(?:给)?(?<second>${KIN}|${SELF})(?:他们|她们)?(?:俩|两个|两人|两个人)?(?:都|各|一人|一块儿?|一起)?`,
  'u',
);
/** Somebody says that there are two to be booked for. */
const TWO =
  /[俩两]个?(?:人|号|老)|一个是.*一个是|都(?:想|要|得)?(?:挂|约|看|查|体检|做)|各|(?:我|俺|额|咱)(?:自[己家个])?也(?:想|要|得)/u;
const COUPLE =
  /老两口|两口子|(?:我|俺|额|咱)(?:们)?(?:俩|两个)|(?:我|俺|额)(?:跟|和|与|同)(?:我|俺|额)?(?:家)?(?:老(?:伴|头|婆)[儿子]?|堂客|婆姨)/u;
const FIRST = new RegExp(`先(?:给|帮|弄|搞|办|约|挂|说|来)+(?<first>${KIN}|${SELF})`, 'u');
const NAMED = new RegExp(KIN, 'gu');

/** What is wished for one person, and what for another after that. */
export interface Turns {
  first: string;
  second: string;
}

/** A wish for two people, taken apart: one is booked for after the other; null where it is for one. */
export function oneByOne(text: string): Turns | null {
  const both = BOTH.exec(text)?.groups;
  if (both?.first !== undefined && both.second !== undefined) {
    const { lead = '', first, second } = both;
    const saying = (who: string): string => text.replace(BOTH, `${lead}${who}`);
    return { first: saying(first), second: saying(second) };
  }
  const ahead = FIRST.exec(text)?.groups?.first;
  if (COUPLE.test(text) && ahead !== undefined)
    return { first: text.replace(COUPLE, ''), second: /老|伴/u.test(ahead) ? '给我自己约' : '给我老伴约' };
  return TWO.test(text) ? byClauses(text, ahead) : null;
}

/** 俺老头死活不去, 老伴不用查: nothing is wished for whom it is said of. */
const STAYS_AWAY =
  /(?:不|别|没|莫)(?:肯|愿意?|想|要|用|打算|管|给)*(?:去|来|查|看|挂|约|做|检|管|动)(?!清|见|成|得清)/u;

/** 一个是俺妈看白内障，一个是俺婆子看心脏，都去市一院: what is said of neither is said of both. */
function byClauses(text: string, ahead: string | undefined): Turns | null {
  const clauses = text
    .split(/[，,。；;！!\s]+/u)
    .filter((clause) => clause !== '' && !FIRST.test(clause) && !STAYS_AWAY.test(clause));
  const of = clauses.map((clause) => [...clause.matchAll(NAMED)].map(([name]) => name));
  const people = [...new Set(of.flat())];
  const [one, other] = people;
  if (one === undefined || other === undefined || people.length > 2) return null;
  if (of.some((named) => named.length > 1)) return null;
  const [first, second] = ahead !== undefined && other.startsWith(ahead) ? [other, one] : [one, other];
  const saying = (who: string): string =>
    [`给${who}约`, ...clauses.filter((_, i) => of[i]?.length === 0 || of[i]?.[0] === who)].join('，');
  return { first: saying(first), second: saying(second) };
}
