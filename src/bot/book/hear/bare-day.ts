import type { LocalDateTime } from '../../../language/calendar.js';
import { parseNumeral } from '../../../language/numerals.js';
import { read } from '../../../language/read.js';
import type { Days } from '../draft.js';
import { daysOf, plusDays, todayOf } from './days.js';

const AROUND = '[嗯啊哦那就要是我俺额约挂去来到，,。…\\s]*';
const BARE = new RegExp(
  `^${AROUND}(?<day>[二三]?十[一二三四五六七八九]|[二三]十|廿[一二三四五六七八九]?|[12]\\d|3[01])(?:那天|那个|吧|嘛|呗|啊|的|咯|哈|[，,。\\s])*$`,
  'u',
);
const LUNAR_MONTHS = ['十', '十一', '十二', '正', '二', '三', '四', '五', '六', '七', '八', '九'];
/** More says more. */
const LONGEST = 40;
/** Up to here it may be an hour. */
const LAST_HOUR = 12;
/** Nobody means a day later than this by its number alone. */
const SOON = 21;

/**
 * The day that is told by nothing but its number where times are offered (二十七; 十七, by the moon): the one by the sun
 * if it is soon, else the one by the moon. Null where the text is something else, or may be an hour.
 */
export function bareDay(text: string, now: LocalDateTime): string | null {
  const said = (text.length > LONGEST ? null : BARE.exec(text.trim()))?.groups?.day;
  const day = said === undefined ? null : parseNumeral(said.replace('廿', '二十'));
  if (day === null || day <= LAST_HOUR) return null;
  const today = todayOf(now);
  const onDay = (words: string): Days | null => {
    const [date] = read(words, now).dates;
    const days = date === undefined ? null : daysOf(date, now);
    return days !== null && days.from >= today && days.from <= plusDays(today, SOON) ? days : null;
  };
  const lunar = LUNAR_MONTHS.map((month) => onDay(`农历${month}月${said}`)).find((days) => days !== null);
  const found = onDay(`${day}号`) ?? lunar ?? null;
  return found === null ? null : `${Number(found.from.slice(5, 7))}月${Number(found.from.slice(8))}号`;
}
