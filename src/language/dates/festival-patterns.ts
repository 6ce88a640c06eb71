import { DAY_SECONDS, dateOf, dayOfInstant } from '../calendar.js';
import { festivalInterval, festivalStep } from './festival-days.js';
import { FESTIVALS, type FestivalRule, NUMBER_NAMES, PUBLIC_HOLIDAYS } from './festivals.js';
import { days, type Interval, yearOf } from './interval.js';
import { lunarMonth, newYearsEve } from './lunar.js';
import type { Pattern } from './step.js';

const SURNAMES_BEFORE =
  /[张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪田任姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟]$/;
/** What is named after the day: 元宵 to eat, 清明上河园 to see, 国庆路 to walk. */
const NAMED_AFTER =
  '(?![路街村桥小镇乡厂粥蒜汤圆]|晚会|上河|大道|广场|公园|医院|学校|社区|建国|运动|轻|龄|纪|宝|生人)';
/** The whole holiday: named, or counted past (国庆后头). */
const SEASON =
  '(?:(?<season>期间|假期|长假|黄金周|小长假|放假|这几天|那几天)|(?=(?<past>以后|之后|过后|后头|后(?!天|年)))|)';
/** Ordinary words too: rain and snow fall, dumplings are eaten. */
const WEATHER = new Set([
  '大雪',
  '小雪',
  '雨水',
  '小满',
  '元宵',
  '新年',
  '大年',
  '年夜',
  '人日',
  '清明',
  '腊八',
]);
const AS_DAY_BEFORE = /(?:[年到过了等在交是自从近逢]|日|节气)$/;
const AS_DAY_AFTER = /^(?:$|[,。?!;、 ]|节|那|这|当|前|后|以|之|过|的?时候|时节|到|期间|放|去|的)/;

function firstCharacters(names: string): string {
  return names
    .split('|')
    .map((name) => name[0] ?? '')
    .join('');
}

function namePattern([names, rule]: readonly [string, FestivalRule]): Pattern {
  return {
    starts: firstCharacters(names),
    regex: new RegExp(`(?<name>${names})(?:节气|那天|当天|当日)?${SEASON}${NAMED_AFTER}`, 'y'),
    read: ({ name = '', season, past }, { text, start, end, previous }) => {
      const before = text.slice(Math.max(0, start - 2), start);
      if (previous === null && SURNAMES_BEFORE.test(before)) return null;
      if (WEATHER.has(name) && previous === null && season === undefined) {
        const alone = before.trim() === '' && AS_DAY_AFTER.test(text.slice(end, end + 3));
        const asDay = AS_DAY_BEFORE.test(before) && AS_DAY_AFTER.test(text.slice(end, end + 3));
        if (!alone && !asDay && !text.slice(start, end).includes('节气')) return null;
      }
      return festivalStep(rule, (season ?? past) !== undefined);
    },
  };
}

const HOLIDAY_WORDS =
  '(?:期间|假期|长假|黄金周|小长假|放假|那天|当天|以?前|以?后|之前|之后|过后|左右|前后|的时候)';

function numberPattern([name, rule]: readonly [string, FestivalRule]): Pattern {
  const plain = name === '五一' || name === '六一';
  return {
    starts: name[0] ?? '',
    regex: new RegExp(
      `(?<name>${name})(?:(?<sure>节|那天|当天)|${SEASON}(?:(?=(?<beside>${HOLIDAY_WORDS}))|))` +
        `(?![路街村桥小镇乡厂年月号日点块百千万个岁位名口中零一二三四五六七八九十\\d]|大道|广场|公园|医院|社区|运动|军)`,
      'y',
    ),
    read: ({ season, sure, past, beside }, { text, start, previous }) => {
      const before = text.slice(Math.max(0, start - 1), start);
      if (/[零一二三四五六七八九十幺\d第是]/.test(before)) return null;
      const expected = previous !== null || /[过到等放在]/.test(before);
      const told = sure ?? season ?? past ?? beside;
      return plain || told !== undefined || expected
        ? festivalStep(rule, (season ?? past) !== undefined)
        : null;
    },
  };
}

function springFestival(
  scope: { after: number; now: number; within: Interval | null },
  place: 'before' | 'after',
): Interval | null {
  const base = yearOf(scope.within?.from ?? scope.now);
  for (let year = base; year <= base + 1; year += 1) {
    const eve = newYearsEve(year - 1);
    const month = lunarMonth(year, 1, false);
    if (eve === null || month === null) continue;
    const found =
      place === 'before'
        ? days(Math.max(eve - 29, Math.min(dayOfInstant(scope.after), eve)), eve + 1, 'day', {
            calendar: 'lunar',
            ambiguous: true,
          })
        : days(month.first + 7, month.first + 30, 'day', { calendar: 'lunar', ambiguous: true });
    if (scope.within !== null || found.to > scope.after) return found;
  }
  return null;
}

/** 节前, 节后: the week before or after the next public holiday. */
function* nextHoliday(today: number, ahead: boolean): Generator<Interval> {
  const { year } = dateOf(today);
  const starts = [year, year + 1]
    .flatMap((each) => PUBLIC_HOLIDAYS.map((rule) => festivalInterval(rule, each, true)))
    .filter((each) => each !== null)
    .sort((one, other) => one.from - other.from);
  const next = starts.find((each) => each.from > today * DAY_SECONDS);
  if (next === undefined) return;
  const day = (ahead ? next.from : next.to) / DAY_SECONDS;
  yield ahead
    ? days(Math.max(today, day - 7), day, 'day', { ambiguous: true })
    : days(day, day + 7, 'day', { ambiguous: true });
}

/** Words for a time about a festival or a turn of the year. Each leaves its bounds to the listener. */
const ABOUT: readonly Pattern[] = [
  {
    starts: '年过节',
    regex: /(?<place>年前|年根儿?|年关|年后|过完年|过了年|过年后)(?!列)/y,
    read: ({ place = '' }, { text, start, previous }) => {
      const before = text.slice(Math.max(0, start - 1), start);
      if (previous === null && /[0-9零一二两三四五六七八九十百千万几半多数来今明后去前每整]/.test(before))
        return null;
      const side = /后|完|了/.test(place) ? 'after' : 'before';
      return {
        kind: 'span',
        anchored: false,
        candidates: (scope) => {
          const found = springFestival(scope, side);
          return found === null ? [] : [found];
        },
      };
    },
  },
  {
    starts: '节',
    regex: /节(?<place>前|后|日期间)(?![往来列])/y,
    read: ({ place }, { text, start, previous }) =>
      previous !== null || /[\u4e00-\u9fff]/.test(text[start - 1] ?? '')
        ? null
        : {
            kind: 'span',
            anchored: false,
            candidates: ({ after }) => nextHoliday(dayOfInstant(after), place === '前'),
          },
  },
  {
    starts: '过',
    regex: /过(?:大)?年(?=的?时候|那|期间|前|后|这|$|[,。?!])/y,
    read: (_groups, { text, start }) =>
      /[逢]/.test(text.slice(Math.max(0, start - 2), start))
        ? null
        : festivalStep({ by: 'lunar', month: 1, day: 1, length: 7 }, true),
  },
];

export const FESTIVAL_PATTERNS: readonly Pattern[] = [
  ...FESTIVALS.map(namePattern),
  ...NUMBER_NAMES.map(numberPattern),
  ...ABOUT,
];
