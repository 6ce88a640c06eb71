import type { LocalDateTime } from '../../../language/calendar.js';
import { read } from '../../../language/read.js';
import type { DateReading } from '../../../language/types.js';
import type { Clock, Days, When } from '../draft.js';
import { byTheMoon, clockOf, daysFrom, daysOf, plusDays, todayOf, weekdayOfDay } from './days.js';
import { type Stance, stancesIn } from './stance.js';

/** What of a turn says when. `doubt`: a day that is one by the sun and another by the moon. */
type HeardWhen = { when: When } | { doubt: { solar: Days; lunar: Days; said: string } };

const SOONEST = /越早越好|越快越好|最早|最快|尽快|尽早|早点儿?(?!的)|早些|赶紧|赶快|马上|头一个空|快点|快些/u;
/** 哪个早就哪个, 哪天早要哪天, 谁在前就谁. */
const SOONEST_OF_ANY =
  /(?:[哪那]一?[个天样趟家]?|谁)(?:时间)?(?:最|更|在|靠)*(?:早|先|前)(?:[头面边]|一?[点些])?[，,\s]*(?:的?话)?(?:我|俺|额|咱|就|算|要|挂|约|选|来|去|是|给|定|订)+(?:[哪那]|谁)/u;
const ANY =
  /随便(?:哪|啥|什么|几|你|您|吧|$)|(?:哪|啥|什么时|几)[天时候号]*(?:都|也)(?:行|可以|中|成|好|得行|要得)|看着办|(?:你|您)(?:看着)?(?:安排|定)|不挑|无所谓|啥时候都|什么时候都/u;
/** A day on which it began to hurt. */
const AILING_AFTER =
  /^[^，。,；挂约看]{0,6}?(?:疼|痛|晕|不舒服|难受|咳|麻|肿|没劲|血压|开始|起来|摔|睡不|出汗|盗汗|冒汗|发烧|发热|抽筋|起夜|喘(?!息)|瘦了|拉肚)/u;
/** Words of a day; without one of them a reading is an hour of any day. */
const OF_A_DAY = /[今明昨]|后天|大后|后儿|周|星期|礼拜|拜|号|日|月|天|初|节|年|腊八|除夕|冬至/u;
/** 二十三上午: a day of the month without 号. */
const OF_THE_MONTH = /^[\d一二三四五六七八九十廿]+(?:[上下中]午|早|晚)/u;
const WEEKDAY_RUN = /(周|星期|礼拜|拜)([一二三四五六]{1,5})([一二三四五六日天])(?![点号])/gu;
/** 二四六上午: the days of the week by which hours are kept. */
const BARE_RUN =
  /(?<![一二三四五六七八九十百\d周期拜])(一三五|二四六)(?![点号月个块元岁零〇一二三四五六七八九十百千万\d]|[，,、\s]*[零〇一二三四五六七八九\d]{2})/gu;
const EACH_WEEK = /每个?(?=周|星期|礼拜)/gu;
/** 现在对了: no time to come at; nor is 那天, 这一天 by itself, and 那天十点 is its hour. */
const NO_TIME = /现在|刚才|刚刚|这会儿?(?=[对不是])|(?<!号)(?:[那这同]一?|当)天/gu;

/** Which calendar somebody goes by, wherever in the turn it is said. */
export const SAYS_LUNAR = /农历|阴历|老历|旧历|[老旧][黄皇]历|[黄皇]历/u;
export const SAYS_SOLAR = /公历|阳历|新历|国历/u;

/** 过了晌午, 吃罢晌午饭. */
const AFTER_NOON = /(?:过了?|吃(?:了|罢|过|完))晌午饭?(?:以?后|过后)?|晌午饭?(?:以后|过后|过了)/gu;

const WILL_NOT_DO: ReadonlySet<Stance> = new Set(['refused', 'unfit', 'busy']);

/** Nobody who wishes to come names more times in a turn; the last ones count. */
const MOST_NAMED = 12;

/** A time that is spoken of: on `day`, or at hours of any. */
interface Named {
  stance: Stance;
  said: string;
  day: Days | null;
  clock: Clock | null;
  reading: DateReading;
}

/** When the turn says somebody wants to come. `plainly`: only what is said to be wished, nothing that is told of. */
export function hearWhen(text: string, now: LocalDateTime, plainly = false): HeardWhen | null {
  const named = namedIn(
    inWeekdays(withoutSpelling(text.replace(AFTER_NOON, '下午'))).replace(NO_TIME, ' '),
    now,
  );
  const taken = takenOf(named, plainly);
  for (const [i, one] of taken.entries()) {
    const { day, reading } = one;
    const lunar = day === null ? null : byTheMoon(reading, now);
    if (day === null || lunar === null) continue;
    const bySun = SAYS_SOLAR.test(text);
    const byMoon = SAYS_LUNAR.test(text) || isFarOff(day, lunar, now);
    if (bySun === byMoon) return { doubt: { solar: day, lunar, said: reading.text } };
    if (!bySun) taken[i] = { ...one, day: lunar };
  }
  const said = taken.flatMap(({ day }) => day ?? []);
  const days = said.filter((day) => !said.some((other) => isWithin(other, day)));
  shareClock(days);
  const clock = taken.findLast(({ day }) => day === null)?.clock ?? null;
  const wanted = { days: days.length > 0 || clock === null ? days : dayOfOtherHours(named), clock };
  const never = named
    .filter(({ stance }) => WILL_NOT_DO.has(stance) && !(plainly && stance === 'busy'))
    .flatMap(({ day, clock }) => day ?? (taken.length > 0 ? [] : { ...daysFrom(now), clock }))
    .filter((day) => !isWished(day, wanted));
  const when: When = {
    ...wanted,
    never,
    soonest:
      !plainly && days.length === 0 && (SOONEST.test(text) || SOONEST_OF_ANY.test(text) || ANY.test(text)),
    said: taken.map(({ said }) => said).join('、'),
  };
  return when.soonest || taken.length + never.length > 0 ? { when } : null;
}

/** When an appointment is of which somebody speaks: also that which will not do (礼拜三那个我去不了). */
export function hearWhenOf(text: string, now: LocalDateTime): When | null {
  const named = namedIn(inWeekdays(withoutSpelling(text)), now).filter(({ stance }) => stance !== 'refused');
  const days = named.flatMap(({ day }) => day ?? []);
  const clock = named.findLast(({ day }) => day === null)?.clock ?? null;
  return named.length === 0 ? null : { days, never: [], clock, soonest: false, said: '' };
}

/** In November 十月十八: of this year by the moon, or of the next by the sun, which nobody means. */
const isFarOff = (solar: Days, lunar: Days, now: LocalDateTime): boolean =>
  solar.from > plusDays(todayOf(now), HALF_A_YEAR) && lunar.from < plusDays(todayOf(now), SOME_WEEKS);
const HALF_A_YEAR = 180;
const SOME_WEEKS = 45;

/** 替我照看半天, 找个人陪她去: somebody is to stand in. */
const STANDS_IN =
  /(?:替|顶|换)(?:换|替)?(?:一下|下)?(?:我|俺|额|咱)|喘息|(?:找|叫|让|派|请|有)[^，。]{0,8}(?:照看|照顾|照应|照管|看护|看着|守着?|陪)(?!我看|孙)/u;
/** 三十号下午要去办点事，想让人来替我照看: whoever is stood in for is away just when it is wished. */
function whileAway(line: string, named: Named[]): Named[] {
  if (!STANDS_IN.test(line) || named.some(({ stance }) => stance === 'wished')) return named;
  return named.map((one) =>
    one.stance === 'busy' || one.stance === 'unfit' ? { ...one, stance: 'wished' } : one,
  );
}

function namedIn(line: string, now: LocalDateTime): Named[] {
  const readings = read(line, now).dates;
  const stances = stancesIn(line, readings);
  const named = readings.flatMap((reading, i) => {
    if (isToldAgain(line, reading, readings[i + 1])) return [];
    if (AILING_AFTER.test(line.slice(reading.end, reading.end + 12))) return [];
    const ofDay = !isClockOnly(reading.text);
    const again = ofDay && tellsAgain(line, readings[i - 1], reading);
    const before = readings[i - 1];
    const hours = before !== undefined && isToldAgain(line, before, reading) ? clockOf(before) : null;
    const named = ofDay && !again ? daysOf(reading, now) : null;
    const day = named !== null && named.clock === null ? { ...named, clock: hours } : named;
    const clock = ofDay && !again ? null : clockOf(reading);
    const stance = stances[i] ?? 'told';
    return day === null && clock === null ? [] : [{ stance, said: reading.text, day, clock, reading }];
  });
  return whileAway(line, named.slice(-MOST_NAMED));
}

/** 下个礼拜一，三十号; 礼拜一上午，三十号: the weekday of the day that is named after it; the hours beside it are that day's. */
function isToldAgain(line: string, day: DateReading, next: DateReading | undefined): boolean {
  if (next === undefined || !WEEKDAY.test(day.text) || !OF_DATE.test(next.text)) return false;
  const gap = line.slice(day.end, next.start);
  return (
    /^[，,、\s]*(?:也?就?是)?$/u.test(gap) &&
    !/^[也都]/u.test(line.slice(next.end)) &&
    weekdayOfDay(day.from.slice(0, 10)) === weekdayOfDay(next.from.slice(0, 10))
  );
}

/** 三十号, 三十号上午. */
const OF_DATE = /^(?!.*(?:周|星期|礼拜)).*[号日]/u;

/** 三十号上午，星期一: the weekday of the day that is named before it; the hours beside it are that day's. */
function tellsAgain(
  line: string,
  before: DateReading | undefined,
  { text, start, end, from }: DateReading,
): boolean {
  if (before === undefined || !/^(?:周|星期|礼拜|拜)[一二三四五六日天]/u.test(text)) return false;
  const single = Date.parse(`${before.to}Z`) - Date.parse(`${before.from}Z`) <= DAY_MS;
  const sameDay = weekdayOfDay(before.from.slice(0, 10)) === weekdayOfDay(from.slice(0, 10));
  const ofDate = /[号日初]/u.test(before.text) && !/周|星期|礼拜/u.test(before.text);
  const beside = /^(?:那天)?[，,\s]*(?:也?就?是)?(?:那个)?$/u.test(line.slice(before.end, start));
  return single && ofDate && sameDay && beside && !/^[也都]/u.test(line.slice(end));
}

const DAY_MS = 86_400_000;
const WEEKDAY = /(?:周|星期|礼拜|拜)[一二三四五六日天](?:[上下前后]?[午晌]|早[上晨起]|[上下]半天)?$/u;

/** What is wished; and what is told of, as far as no other day or no other hour is wished. */
function takenOf(named: readonly Named[], plainly: boolean): Named[] {
  const wished = named.filter(({ stance }) => stance === 'wished');
  const ofDay = wished.some(({ day }) => day !== null);
  const ofHours = wished.some(({ day, clock }) => clock !== null || day?.clock != null);
  return named.flatMap((one) => {
    if (one.stance === 'wished') return [one];
    // 不要早上的，早上冷.
    const refused = named.some(({ stance, said }) => WILL_NOT_DO.has(stance) && said === one.said);
    if (plainly || one.stance !== 'told' || refused || (one.day === null ? ofHours : ofDay)) return [];
    return one.day === null || !ofHours ? [one] : [{ ...one, day: { ...one.day, clock: null } }];
  });
}

/** 明天八点太早，九点吧; 明天那个改成九点: the day at other hours. */
const dayOfOtherHours = (named: readonly Named[]): Days[] => {
  const day = named.findLast(({ day, stance }) => stance === 'beside' || day?.clock != null)?.day ?? null;
  return day === null ? [] : [{ ...day, clock: null }];
};

/** 周二四六 as 周二、周四、周六. */
const inWeekdays = (text: string): string =>
  text
    .replace(EACH_WEEK, '')
    .replace(BARE_RUN, '周$1')
    .replace(WEEKDAY_RUN, (_, week: string, first: string, last: string) =>
      [...first, last].map((day) => `${week}${day}`).join('、'),
    );

/** 冬天的冬, 明天的明: a character of a name, and no day. */
const SPELLED =
  /(\p{Script=Han}{1,5})(?:的|那个)(\p{Script=Han}{1,2})(?=[，,。、！\s]|$|\p{Script=Han}{1,2}的)/gu;

const withoutSpelling = (text: string): string =>
  text.replace(SPELLED, (said, word: string, chars: string) =>
    [...chars].every((char) => word.includes(char)) ? '，' : said,
  );

/** 月底，三十号; 三号下午，十二月三号: the day that is named of the days that are, and with its hours of it without them. */
const isWithin = (day: Days, span: Days): boolean =>
  day !== span &&
  span.from <= day.from &&
  day.to <= span.to &&
  (span.from < day.from || day.to < span.to || (day.clock !== null && span.clock === null));

/** 礼拜三、礼拜四上午: the hours are those of both. */
function shareClock(days: Days[]): void {
  const clock = days.at(-1)?.clock ?? null;
  for (const day of days) day.clock ??= clock;
}

const isClockOnly = (said: string): boolean =>
  !OF_THE_MONTH.test(said) && !OF_A_DAY.test(said.replace(/后晌|前晌|午后|午前|半天/gu, ''));

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
    days: days.flatMap((d) => leftOf(d, said.never)),
    never: [...before.never.filter((n) => !isWished(n, said)), ...said.never],
    clock: clock !== null && said.never.some((n) => covers(n.clock, clock)) ? null : clock,
    soonest: before.soonest && said.days.length === 0,
    // 礼拜一, then 下午: 礼拜一下午.
    said:
      said.days.length === 0 && before.days.length > 0 && before.clock === null
        ? `${before.said}${said.said}`
        : said.said,
  };
}

const covers = (clock: Clock | null, other: Clock): boolean =>
  clock !== null && clock.from <= other.from && other.to <= clock.to;

/** The day, without hours that will not do; none where it will not do at all. */
function leftOf(day: Days, never: readonly Days[]): Days[] {
  const on = never.filter((n) => n.from <= day.from && day.to <= n.to);
  if (on.some(({ clock }) => clock === null)) return [];
  return on.some(({ clock }) => day.clock !== null && covers(clock, day.clock))
    ? [{ ...day, clock: null }]
    : [day];
}

/** What would not do before, and is wished now. */
const isWished = (never: Days, { days, clock }: Pick<When, 'days' | 'clock'>): boolean =>
  days.some((d) => d.from < never.to && never.from < d.to && meets(never.clock, d.clock ?? clock)) ||
  (days.length === 0 && clock !== null && never.clock !== null && meets(never.clock, clock));

const meets = (clock: Clock | null, other: Clock | null): boolean =>
  clock === null || other === null || (clock.from < other.to && other.from < clock.to);
