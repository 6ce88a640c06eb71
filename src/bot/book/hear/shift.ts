import type { When } from '../draft.js';
import { onDay, plusDays } from './days.js';

const COUNTS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7 };
const LATER =
  /(?:往后|推后|推迟|延后|延迟|顺延|晚|后|拖)[^，。]{0,3}?([一两二三四五六七1-7])(?:个)?(天|星期|礼拜|周)/u;
const EARLIER = /(?:往前|提前|早|前)[^，。]{0,3}?([一两二三四五六七1-7])(?:个)?(天|星期|礼拜|周)/u;

/** 往后推几天: on some day after it. */
const SOME_LATER = /往后(?:推|挪|延|移|改|调|拖|靠)|推后|推迟|延后|延迟|[晚迟](?:几天|些天|些日子)/u;

const SAME_DAY = /(?:还是|就|仍)(?:那|同)(?:一)?天|同一天|当天|天(?:不变|不动|不改)|日子(?:不变|不动|不改)/u;

/** 往后推一天, 提前两天: the day so far from that of `start`, `YYYY-MM-DD…`; null where nothing is shifted. */
export function hearShift(text: string, start: string): When | null {
  const same = SAME_DAY.exec(text);
  if (same !== null) return onDay(start.slice(0, 10), same[0]);
  const later = LATER.exec(text);
  const match = later ?? EARLIER.exec(text);
  if (match === null) return SOME_LATER.test(text) ? after(start.slice(0, 10), text) : null;
  const count = COUNTS[match[1] ?? ''] ?? Number(match[1]);
  const days = (match[2] === '天' ? count : count * 7) * (later === null ? -1 : 1);
  return onDay(plusDays(start.slice(0, 10), days), match[0]);
}

const after = (day: string, said: string): When => ({
  days: [{ from: plusDays(day, 1), to: plusDays(day, LONGEST_PUT_OFF), clock: null }],
  never: [],
  clock: null,
  soonest: false,
  said: SOME_LATER.exec(said)?.[0] ?? '',
});
const LONGEST_PUT_OFF = 90;
