import { dateOf, dayNumber, instantOf, type LocalDateTime, weekdayOf } from '../../../language/calendar.js';
import { read } from '../../../language/read.js';
import type { DateReading } from '../../../language/types.js';
import type { Clock, Days, When } from '../draft.js';

/** What of a turn says when. `doubt`: a day that is one by the sun and another by the moon. */
export type HeardWhen = { when: When } | { doubt: { solar: Days; lunar: Days; said: string } };

const SOONEST = /越早越好|越快越好|最早|最快|尽快|尽早|早点儿?(?!的)|早些|赶紧|赶快|马上|头一个空|快点|快些/u;
const ANY =
  /随便(?:哪|啥|什么|几|你|您|吧|$)|(?:哪|啥|什么时|几)[天时候号]*(?:都|也)(?:行|可以|中|成|好|得行|要得)|看着办|(?:你|您)(?:看着)?(?:安排|定)|不挑|无所谓|啥时候都|什么时候都/u;
/** Which of the days read are not wanted. */
const UNWANTED_AFTER =
  /^[^，。,；]{0,3}?(?:(?<!行)不行|不中|不成|没空|有事|没时间|去不了|来不了|不去|不方便|不要|不得闲|不得空)/u;
const UNWANTED_BEFORE = /(?:不是|不要|别|莫|不约|不挂|除了|除开)$/u;
/** A day on which it began to hurt. */
const AILING_AFTER = /^[^，。,；挂约看]{0,6}?(?:疼|痛|晕|不舒服|难受|咳|麻|肿|没劲|血压|开始|起来|摔|睡不)/u;
/** Words of a day; without one of them a reading is an hour of any day. */
const OF_A_DAY = /[今明昨]|后天|大后|后儿|周|星期|礼拜|拜|号|日|月|天|初|节|年|腊八|除夕|冬至/u;
/** 二十三上午: a day of the month without 号. */
const OF_THE_MONTH = /^[\d一二三四五六七八九十廿]+(?:[上下中]午|早|晚)/u;
const WEEKDAY_RUN = /(周|星期|礼拜|拜)([一二三四五六]{1,5})([一二三四五六日天])(?![点号])/gu;
/** 二四六上午: the days of the week by which hours are kept. */
const BARE_RUN =
  /(?<![一二三四五六七八九十百\d周期拜])(一三五|二四六)(?![点号月个块元岁零〇一二三四五六七八九十百千万\d]|[，,、\s]*[零〇一二三四五六七八九\d]{2})/gu;
const EACH_WEEK = /每个?(?=周|星期|礼拜)/gu;
/** A day of a month without 号 or 日: of either calendar. */
const MONTH_AND_DAY = /月初?[一二三四五六七八九十]{1,3}(?![号日一二三四五六七八九十])/u;
/** 现在对了: no time to come at. */
const AT_PRESENT = /现在|刚才|刚刚|这会儿?(?=[对不是])/gu;
const EARLY = /早|晨|清/u;
const CLOCK_GRAINS: ReadonlySet<string> = new Set(['hour', 'minute', 'second']);
const FAR_DAYS = 90;
/** 这几天 for which somebody wants an appointment are the next. */
const THESE_DAYS = /^[这近](?:[几两]|三)天/u;
const NEXT_DAYS = 4;
const DAY_MINUTES = 1440;
const HALF_DAY = 720;
/** Nobody books for the night: 九点 after dark is the morning's. */
const LAST_HOUR = 18 * 60;
const FIRST_HOUR = 6 * 60;

export function hearWhen(text: string, now: LocalDateTime): HeardWhen | null {
  const line = inWeekdays(withoutSpelling(text)).replace(AT_PRESENT, ' ');
  const readings = read(line, now).dates;
  const when: When = { days: [], never: [], clock: null, soonest: false, said: '' };
  for (const reading of readings) {
    const said = reading.text;
    const { start, end } = reading;
    const unwanted =
      UNWANTED_AFTER.test(line.slice(end, end + 10)) ||
      UNWANTED_BEFORE.test(line.slice(Math.max(0, start - 4), start));
    if (AILING_AFTER.test(line.slice(end, end + 12))) continue;
    if (isClockOnly(said)) {
      if (!unwanted) when.clock = clockOf(reading);
      continue;
    }
    const days = daysOf(reading, now);
    if (days === null) continue;
    if (unwanted) {
      when.never.push(days);
      continue;
    }
    const lunar = byTheMoon(reading, now);
    if (lunar !== null) return { doubt: { solar: days, lunar, said } };
    when.days.push(days);
  }
  when.days = when.days.filter((day) => !when.days.some((other) => isWithin(other, day)));
  shareClock(when.days);
  when.soonest = when.days.length === 0 && (SOONEST.test(text) || ANY.test(text));
  when.said = readings
    .filter(({ text: said }) => said !== '')
    .map(({ text: said }) => said)
    .join('、');
  return when.soonest || when.days.length + when.never.length > 0 || when.clock !== null ? { when } : null;
}

/** 周二四六 as 周二、周四、周六. */
const inWeekdays = (text: string): string =>
  text
    .replace(EACH_WEEK, '')
    .replace(BARE_RUN, '周$1')
    .replace(WEEKDAY_RUN, (_, week: string, first: string, last: string) =>
      [...first, last].map((day) => `${week}${day}`).join('、'),
    );

/** 冬天的冬, 明天的明: a character of a name, and no day. */
const SPELLED = /(\p{Script=Han}{1,3})(?:的|那个)(\p{Script=Han})(?=[，,。、！\s]|$)/gu;

const withoutSpelling = (text: string): string =>
  text.replace(SPELLED, (said, word: string, char: string) => (word.includes(char) ? '，' : said));

/** 月底，三十号: the day that is named of the days that are. */
const isWithin = (day: Days, span: Days): boolean =>
  day !== span && span.from <= day.from && day.to <= span.to && (span.from < day.from || day.to < span.to);

/** 礼拜三、礼拜四上午: the hours are those of both. */
function shareClock(days: Days[]): void {
  const clock = days.at(-1)?.clock ?? null;
  for (const day of days) day.clock ??= clock;
}

const isClockOnly = (said: string): boolean =>
  !OF_THE_MONTH.test(said) && !OF_A_DAY.test(said.replace(/后晌|前晌|午后|午前|半天/gu, ''));

/** The hours of a reading; those that may be either half of the day are the day's. */
function clockOf(reading: DateReading): Clock | null {
  const { from, to, grain, ambiguous, text } = reading;
  if (!CLOCK_GRAINS.has(grain)) return null;
  if (EARLY.test(text) && !/[点时:：]/u.test(text)) return { from: 0, to: 10 * 60 };
  const start = minutesOf(from);
  if (/前$/u.test(text)) return { from: 0, to: untilOf(reading) };
  const length = Math.min(DAY_MINUTES, (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
  const shift = !ambiguous ? 0 : start >= LAST_HOUR ? -HALF_DAY : start < FIRST_HOUR ? HALF_DAY : 0;
  return { from: start + shift, to: Math.min(DAY_MINUTES, start + shift + length) };
}

/** 十点以前: until ten in the morning, whichever half of the day was read. */
function untilOf({ to, text }: DateReading): number {
  const end = minutesOf(to);
  return end > LAST_HOUR && !/下午|晚|夜|黑/u.test(text) ? end - HALF_DAY : end === 0 ? DAY_MINUTES : end;
}

const minutesOf = (time: string): number => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

/** The days of a reading from today on; one that is over is taken for the same of next week where the week was named. */
function daysOf(reading: DateReading, now: LocalDateTime): Days | null {
  const today = dayText(dayNumber(now.year, now.month, now.day));
  const from = reading.from.slice(0, 10);
  const last = minutesOf(reading.to) === 0 ? reading.to.slice(0, 10) : plusDays(reading.to.slice(0, 10), 1);
  const open = reading.ambiguous && /[后往]/u.test(reading.text.slice(-2));
  const to = open
    ? plusDays(from, FAR_DAYS)
    : THESE_DAYS.test(reading.text)
      ? plusDays(today, NEXT_DAYS)
      : last;
  const clock = clockOf(reading);
  if (to > today) return { from: later(from, today), to, clock };
  if (!/周|星期|礼拜/u.test(reading.text)) return null;
  return { from: plusDays(from, 7), to: plusDays(to, 7), clock };
}

const later = (day: string, other: string): string => (day > other ? day : other);

/** The same words read by the moon, where they were read by the sun and need not be. */
function byTheMoon({ text, calendar, ambiguous, from, to }: DateReading, now: LocalDateTime): Days | null {
  const single = Date.parse(`${to}Z`) - Date.parse(`${from}Z`) <= DAY_MINUTES * 60_000;
  const doubtful =
    MONTH_AND_DAY.test(text) || (ambiguous === true && /月\d/u.test(text) && !/[号日]/u.test(text));
  if (!doubtful || calendar !== 'gregorian' || !single) return null;
  const [lunar] = read(`农历${text}`, now).dates;
  return lunar === undefined || lunar.calendar !== 'lunar' ? null : daysOf(lunar, now);
}

const dayText = (day: number): string => {
  const { year, month, day: date } = dateOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

const dayOfText = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayNumber(year, month, date);
};

export const plusDays = (day: string, count: number): string => dayText(dayOfText(day) + count);
export const weekdayOfDay = (day: string): number => weekdayOf(dayOfText(day));
export const todayOf = (now: LocalDateTime): string =>
  dayText(Math.floor(instantOf(now) / (DAY_MINUTES * 60)));

/** What is wanted now, after what was wanted before: an hour alone keeps the day, a day alone keeps the hour. */
export function together(before: When | null, said: When): When {
  if (before === null || said.soonest) return said;
  const hours = before.clock ?? before.days.find(({ clock }) => clock !== null)?.clock ?? null;
  const days =
    said.days.length > 0
      ? said.days
      : before.days.map((d) => (said.clock === null ? d : { ...d, clock: null }));
  const clock = said.clock ?? (said.days.every((d) => d.clock === null) ? hours : null);
  return {
    days: days.filter((d) => !said.never.some((n) => n.from <= d.from && d.to <= n.to)),
    never: [...before.never, ...said.never],
    clock,
    soonest: before.soonest && said.days.length === 0,
    // 礼拜一, then 下午: 礼拜一下午.
    said:
      said.days.length === 0 && before.days.length > 0 && before.clock === null
        ? `${before.said}${said.said}`
        : said.said,
  };
}
