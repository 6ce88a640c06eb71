import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDurations } from '../../src/language/durations.js';
import type { TimeUnit } from '../../src/language/types.js';
import { SPOKEN, write } from './numeral-writer.js';

const LINES: readonly [string, number, TimeUnit][] = [
  ['三天', 3, 'day'],
  ['两个礼拜', 2, 'week'],
  ['三个星期', 3, 'week'],
  ['两周', 2, 'week'],
  ['半年', 0.5, 'year'],
  ['一年半', 1.5, 'year'],
  ['三个半小时', 3.5, 'hour'],
  ['三小时半', 3.5, 'hour'],
  ['一个小时二十分钟', 80, 'minute'],
  ['三小时15分钟', 195, 'minute'],
  ['两年零三个月', 27, 'month'],
  ['5分20秒', 320, 'second'],
  ['三分半钟', 3.5, 'minute'],
  ['1h30m', 90, 'minute'],
  ['二十来分钟', 20, 'minute'],
  ['十来天', 10, 'day'],
  ['二十多天', 20, 'day'],
  ['两个多小时', 2, 'hour'],
  ['三个多月', 3, 'month'],
  ['三年多', 3, 'year'],
  ['俩月', 2, 'month'],
  ['仨月', 3, 'month'],
  ['两月', 2, 'month'],
  ['俩小时', 2, 'hour'],
  ['90天', 90, 'day'],
  ['24小时', 24, 'hour'],
  ['45 分钟', 45, 'minute'],
  ['0.5小时', 0.5, 'hour'],
  ['半小时', 0.5, 'hour'],
  ['半个钟头', 0.5, 'hour'],
  ['半个月', 0.5, 'month'],
  ['一个半月', 1.5, 'month'],
  ['一个钟', 1, 'hour'],
  ['一刻钟', 15, 'minute'],
  ['三刻钟', 45, 'minute'],
  ['五个工作日', 5, 'day'],
  ['三十日内', 30, 'day'],
  ['15日之内', 15, 'day'],
  ['一整天', 1, 'day'],
  ['请半天假', 0.5, 'day'],
  ['四十年工龄', 40, 'year'],
  ['住了十二年', 12, 'year'],
  ['三个季度', 3, 'quarter'],
  ['一个世纪', 100, 'year'],
  ['十秒', 10, 'second'],
  ['一百八十天', 180, 'day'],
  ['一周三次', 1, 'week'],
  ['十分钟', 10, 'minute'],
];
const NONE =
  '三月三号 3月 二〇二六年 2026年 五三年 三年级 八十年代 第三天 三天两头 一年四季 等了半天 老半天 下星期三 星期一 三周岁 上半年 几天 三五天 天 两天津人 三点 一月份 二十三日'.split(
    ' ',
  );

describe('readDurations', () => {
  it.each(LINES)('%s', (line, amount, unit) => {
    expect(readDurations(line)).toMatchObject([{ amount, unit }]);
  });

  it.each(NONE)('finds none in %s', (line) => {
    expect(readDurations(line)).toEqual([]);
  });

  it('keeps apart what does not convert exactly', () => {
    expect(readDurations('一个月零十天')).toMatchObject([
      { text: '一个月', amount: 1, unit: 'month' },
      { text: '十天', amount: 10, unit: 'day' },
    ]);
  });

  it('reads back hours, minutes and seconds', () => {
    const part = fc.integer({ min: 1, max: 59 });
    fc.assert(
      fc.property(part, part, part, (hours, minutes, seconds) => {
        const line = `${write(hours, SPOKEN)}个小时${write(minutes, SPOKEN)}分钟${write(seconds, SPOKEN)}秒`;
        const amount = hours * 3600 + minutes * 60 + seconds;
        expect(readDurations(line)).toEqual([
          { text: line, start: 0, end: line.length, amount, unit: 'second' },
        ]);
      }),
    );
  });
});
