import { matchesOf } from '../../../language/matches.js';
import { around } from './framing.js';
import type { Piece } from './pieces.js';
import type { Status } from './types.js';

const NAMES: readonly (readonly [Status, string])[] = [
  ['三无', '三无'],
  ['五保', '五保'],
  ['低保', '低保(?!边)'],
  ['低收入', '低收入'],
  [
    '计生特殊家庭',
    '(?:计生|计划生育)特殊(?:困难)?家庭|特扶|失独|独生子?女?(?:都)?(?:没了|不在了|去世|死了|走了)|唯一的(?:孩子|儿子|女儿|闺女)(?:都)?(?:没了|不在了|去世|死了|走了)',
  ],
  ['残疾', '(?:[一二三四1-4]级|[重轻中]度|肢体|视力|听力|智力|精神|多重)*残疾(?:证)?(?:[一二三四1-4]级)?'],
];
const SUFFIX = '(?:户|老人|老年人|老两口|人员|人(?!家)|家庭|对象|父母|证|待遇|金)*';
const NAMED = new RegExp(
  `(?:${NAMES.map(([, says], i) => `(?<s${i}>${says})`).join('|')})(?<suffix>${SUFFIX})`,
  'gu',
);

const DENIED =
  /(?:不是|不算|不属于|[不没冇](?:有)?(?:吃|拿|领|享受|评|办|批|纳入|申请|入)(?:到|上|过|成|得)?|没有?|冇得?|并非|非)(?:什么|啥|个|这个|那个|是|城市|农村)*$/u;
const DENIED_AFTER =
  /^(?:都|也|啥|啥的|什么的|统统|全)*(?:不是|(?:没有(?![?？])|没(?![?？]|$)|冇得?)(?![去住进来请人钱儿女子崽收退工房病在])|不沾|不算|没份)/u;
const LOST =
  /^(?:金)?(?:早|早就|就|去年|前年|今年|后来|现在)*(?:被|给|让)?(?:人)?(?:停|取消|退|注销|清退|拿掉)(?:了|掉|发)/u;
const AND = /^(?:[和或跟与、及]|也|又|还)*$/u;
const DOUBT =
  /(?:是不是|算不算|算|是否|有没有|能不能|能|可以|想|想要|要|申请|评|评为|怎么|咋|如何|办|该|够|符合|属不属于|以前|原来|过去|曾经|别人|人家|听说|叫|问|为啥)(?:办|评|吃|拿|领|是|上|算|享受|申请|也|个|到|成|了?的)*$/u;
const WHETHER = /(?:是不是|算不算|有没有|有冇有|能不能|属不属于|吃没吃|是否)(?:个|吃|拿|领|享受|办|评上)*$/u;
const PREDICATED =
  /(?:是|属于|吃|拿|领|享受|评上|纳入|办了|办的|有|成了|定为|评为|评的|靠|[个位名]|都|就|也)(?:着|了|过|上|的|个|一个|位|城市|农村|国家|城里|村里|我们|他们)*$/u;
const STILL_ASKS = /^(?:吗|么|不|没有?|没|啵|嘛|吧)[?？]?$/u;
const ALONE_BEFORE = /(?:^|[、和又也还都]|今年|又是|散居|城市|城镇|农村)$/u;
const ALONE_AFTER = /^(?:$|[、和又也还都了的呢嘛吧哩嘞]|[?？]?$)/u;
const CLASS = /老人|老年人|人员|对象|父母/u;

/** More units than this between two statuses make no list. */
const LONGEST_AND = 4;

/** 退休金两千三: an income, which no 三无 and no 五保 has; 养老金 may be a hundred 元. */
const PENSIONED = /退休(?:金|工资|费)[^，。没无]{0,6}(?:[1-9]\d{3}|[一二两三四五六七八九]千)/u;

export interface Standing {
  status: Status;
  holds: boolean;
}

/** How many units may stand between a person's name and what they are: 我妈今年是五保户. */
const CLOSE = 3;

/** The statuses that the piece gives the person or denies them; those asked about, wished for or of a class are none. */
export function statusesOf(piece: Piece, told: boolean): Standing[] {
  if (piece.supposes || piece.aside) return [];
  const found: Standing[] = PENSIONED.test(piece.text)
    ? [
        { status: '三无', holds: false },
        { status: '五保', holds: false },
      ]
    : [];
  const matches = matchesOf(piece.text, NAMED);
  const runEnds = endsOfRuns(piece.text, matches);
  let denied = -1;
  for (const [i, match] of matches.entries()) {
    const status = NAMES.find((_, n) => match.groups?.[`s${n}`] !== undefined)?.[0];
    const start = match.index;
    const end = start + match[0].length;
    const { before, after } = around(piece, start, end);
    if (status === undefined) continue;
    const paper = status === '残疾' && match[0].includes('证');
    const follows = denied >= 0 && start - denied <= LONGEST_AND && AND.test(piece.text.slice(denied, start));
    const rest = runEnds[i] ?? end;
    const holdsNot =
      follows ||
      DENIED.test(before) ||
      DENIED_AFTER.test(piece.text.slice(rest, rest + 8)) ||
      LOST.test(after);
    if (holdsNot) denied = end;
    if (piece.asks && (piece.namedUntil === null || STILL_ASKS.test(after)) && !told) continue;
    if (STILL_ASKS.test(after) || WHETHER.test(before)) continue;
    if (!holdsNot && DOUBT.test(before) && !/[个位名]$/u.test(before)) continue;
    if (holdsNot) {
      if (!paper) found.push({ status, holds: false });
      continue;
    }
    if (isSaid(piece, match[0], start, end)) found.push({ status, holds: true });
  }
  return found;
}

/** Where the list that each match stands in ends: 三无五保都不是 denies both. */
function endsOfRuns(text: string, matches: readonly RegExpExecArray[]): number[] {
  const ends: number[] = [];
  for (let i = matches.length - 1; i >= 0; i--) {
    const match = matches[i];
    if (match === undefined) continue;
    const end = match.index + match[0].length;
    const next = matches[i + 1];
    const runs =
      next !== undefined && next.index - end <= LONGEST_AND && AND.test(text.slice(end, next.index));
    ends[i] = runs ? (ends[i + 1] ?? end) : end;
  }
  return ends;
}

function isSaid(piece: Piece, words: string, start: number, end: number): boolean {
  const { before, after } = around(piece, start, end);
  if (PREDICATED.test(before)) return true;
  const ofPerson = piece.namedUntil !== null && start >= piece.namedUntil;
  if (ofPerson && start - (piece.namedUntil ?? 0) <= CLOSE) return true;
  if (!ALONE_BEFORE.test(before) || !ALONE_AFTER.test(after)) return false;
  return ofPerson || (!piece.asks && (piece.person !== null || !CLASS.test(words)));
}
