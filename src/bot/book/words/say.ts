import type { Instant, Slot } from '../../../appointments/types.js';
import { speakable } from '../../compose/speech.js';
import type { Citation, Reply } from '../../reply.js';
import { weekdayOfDay } from '../hear/days.js';

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '天'];
const DIGITS = '零一二三四五六七八九';

/** 上午8:30, 下午2:00. */
export function clockOnly(time: Instant): string {
  const hour = Number(time.slice(11, 13));
  const half = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  return `${half}${hour > 12 ? hour - 12 : hour}:${time.slice(14, 16)}`;
}

export const dayInWords = (day: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日星期${WEEKDAYS[weekdayOfDay(day.slice(0, 10))]}`;

/** 11月25日星期三上午8:30. */
export const timeInWords = (at: Instant): string => `${dayInWords(at)}${clockOnly(at)}`;

/** Slots told one after the other, the day only where it changes. */
export function slotsInWords(slots: readonly Slot[]): string[] {
  return slots.map(({ start }, i) => {
    const before = slots[i - 1]?.start.slice(0, 10);
    return before === start.slice(0, 10) ? clockOnly(start) : timeInWords(start);
  });
}

/** 138 0012 3456, 352 804. */
export function grouped(digits: string): string {
  const sizes =
    digits.length === 11 ? [3, 4, 4] : digits.length === 6 ? [3, 3] : digits.length === 18 ? [6, 8, 4] : null;
  if (sizes === null) return digits.replace(/^(0(?:10|2\d|\d{3}))(\d+)$/u, '$1 $2');
  return sizes
    .map((size, i) => {
      const at = sizes.slice(0, i).reduce((sum, n) => sum + n, 0);
      return digits.slice(at, at + size);
    })
    .join(' ');
}

export const numbered = (names: readonly string[]): string =>
  names.map((name, i) => `${i + 1}、${name}`).join('；');

/** 《…》二、（四）: title and clause are for the eye, and told to a listener who asks for them. */
const CLAUSE = /《[^》]{1,80}》(?:附件)?[一二三四五六七八九十、（）\d]*/gu;
const GROUPS = /(?<!\d)\d{3,8}(?: \d{3,8}){1,2}[\dX]?(?!\d)/gu;
const CLOCK = /(\d{1,2}):(\d\d)/gu;

const spokenDigits = (digits: string): string =>
  [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join('');

/** For the ear: hours as they are said, digits one by one with a pause between groups. */
export function forEar(text: string): string {
  return speakable(text.replace(CLAUSE, '当地的文件'))
    .replace(CLOCK, (_, hour: string, minute: string) =>
      minute === '00' ? `${hour}点` : minute === '30' ? `${hour}点半` : `${hour}点${minute}分`,
    )
    .replace(GROUPS, (run) => run.split(' ').map(spokenDigits).join('，'))
    .replace(/(\d)、/gu, '第$1个，');
}

export function replyOf(
  text: string,
  suggestions: string[] = [],
  citations: readonly Citation[] = [],
): Reply {
  return { kind: 'booking', text, speech: forEar(text), citations: [...citations], suggestions, actions: [] };
}
