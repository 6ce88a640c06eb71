import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LocalDateTime, parseLocalDateTime } from '../../src/language/calendar.js';
import { isWorkday, readDates } from '../../src/language/dates/index.js';

const NOW: LocalDateTime = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

const CASES = readFileSync(new URL('./dates.cases.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' => ') && !line.startsWith('#'))
  .map((line) => line.split(' => '));

function short(time: string): string {
  return time.replace('T00:00:00', '').replace(/(T\d\d:\d\d):00$/, '$1');
}

function written(text: string, now = NOW): string[] {
  return readDates(text, now).map(({ from, to, grain, calendar, ambiguous }) =>
    [
      short(from),
      short(to),
      grain,
      ...(calendar === 'lunar' ? ['lunar'] : []),
      ...(ambiguous ? ['?'] : []),
    ].join(' '),
  );
}

describe('readDates', () => {
  it.each(CASES)('%s', (text = '', expected = '') => {
    expect(written(text)).toEqual([expected]);
  });

  it.each([
    ...[
      '十一',
      '三门峡',
      '一点',
      '半点',
      '五一路',
      '七一九',
      '二十四孝',
      '十月怀胎',
      '日照',
      '周村',
      '天水',
      '三天两头',
    ],
    ...[
      '高峰年',
      '周三丰',
      '年年',
      '月月',
      '一号线',
      '一号楼',
      '3号楼',
      '8号院',
      '第三天',
      '三点五',
      '缴费满15年',
    ],
    ...[
      '每周三',
      '每天早上八点',
      '每月15号',
      '每周一到周五上午九点',
      '一月能领两百块不',
      '建设路8号院3号楼',
      '3.5',
    ],
    ...[
      '上初三的孙子',
      '下大雪了',
      '后天性耳聋',
      '从前天津那边',
      '张国庆',
      '三天',
      '两个月',
      '三个小时',
      '吃元宵',
      '有两点意见',
    ],
    ...[
      '鹤政发〔2021〕3号',
      '早一点',
      '手术后半天',
      '五四运动',
      '清明上河园',
      '',
      '😀',
      '\ud800',
      '年纪大了',
      '小年轻',
    ],
  ])('reads no date in %j', (text) => {
    expect(readDates(text, NOW)).toEqual([]);
  });

  it('reads each date of a turn, with its place in the words given', () => {
    const text = '俺娘前年骨折了，昨儿个又摔了一跤，想約下禮拜三上午九點到十一點';
    expect(readDates(text, NOW).map((date) => [date.text, date.start])).toEqual([
      ['前年', 2],
      ['昨儿个', 8],
      ['下禮拜三上午九點到十一點', 19],
    ]);
    for (const { text: words, start, end } of readDates(text, NOW))
      expect(text.slice(start, end)).toBe(words);
  });

  it('takes a weekday said on that day for the next one, in doubt', () => {
    expect(written('周六')).toEqual(['2026-11-28 2026-11-29 day ?']);
  });

  it('goes by the time that is given', () => {
    const night = parseLocalDateTime('2028-02-28T23:30:00+08:00');
    expect(night && written('明天', night)).toEqual(['2028-02-29 2028-03-01 day']);
    expect(night && written('过一个小时', night)).toEqual(['2028-02-29T00:30 2028-02-29T00:31 minute']);
    const eve = parseLocalDateTime('2025-01-28T09:00');
    expect(eve && written('除夕', eve)).toEqual(['2025-01-28 2025-01-29 day lunar']);
    expect(eve && written('腊月三十', eve)).toEqual(['2025-01-28 2025-01-29 day lunar']);
  });

  it('keeps a date whose weekday does not fit, in doubt', () => {
    expect(written('2026年12月3号星期五')).toEqual(['2026-12-03 2026-12-04 day ?']);
  });
});

describe('isWorkday', () => {
  it('knows holidays and 调休, and where it does not know', () => {
    expect(isWorkday({ year: 2026, month: 10, day: 1 })).toBe(false);
    expect(isWorkday({ year: 2026, month: 1, day: 4 })).toBe(true);
    expect(isWorkday({ year: 2026, month: 11, day: 20 })).toBe(true);
    expect(isWorkday({ year: 2026, month: 11, day: 21 })).toBe(false);
    expect(isWorkday({ year: 2031, month: 3, day: 3 })).toBe('unknown');
  });
});
