import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/language/read.js';
import type { Readings, Span } from '../../src/language/types.js';

const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

/** `kind:words` of every reading of a line, in the order of the line. */
function outline(text: string): string[] {
  const readings = read(text, NOW);
  return (Object.keys(readings) as (keyof Readings)[])
    .flatMap((reader) => readings[reader].map(({ start, text: words }) => ({ reader, start, words })))
    .sort((a, b) => a.start - b.start)
    .map(({ reader, words }) => `${reader}:${words}`);
}

const LINES: readonly [string, ...string[]][] = [
  ['三月三号', 'dates:三月三号'],
  ['百分之五十五', 'numbers:百分之五十五', 'percents:百分之五十五'],
  ['三千块', 'money:三千块'],
  ['三个月', 'durations:三个月'],
  ['八十五', 'numbers:八十五', 'ages:八十五'],
  ['退休金三千五', 'numbers:三千五', 'money:三千五'],
  ['我们老两口', 'numbers:两'],
  ['十天以后', 'dates:十天以后'],
  ['十五个工作日办完', 'durations:十五个工作日'],
  ['三個半小時', 'durations:三個半小時'],
  ['兩千塊錢', 'money:兩千塊錢'],
  ['下周三下午三点半', 'dates:下周三下午三点半'],
  ['六十五岁以上的老人', 'ages:六十五岁'],
  ['我有三个儿子', 'numbers:三'],
  ['每人每月300元，报百分之七十', 'money:300元', 'numbers:百分之七十', 'percents:百分之七十'],
  ['一次四百块', 'numbers:一', 'money:四百块'],
  ['一三八，不对，一三九零零一三八零零零', 'digits:一三八，不对，一三九零零一三八零零零'],
  ['打12345问问', 'digits:12345'],
  ['12345', 'numbers:12345'],
  ['他在三门峡，是五保户，万一病了一定去一趟', 'numbers:一'],
  ['一三八零零一三八零零零，下周三上午', 'digits:一三八零零一三八零零零', 'dates:下周三上午'],
];

describe('read', () => {
  it.each(LINES)('%s', (line, ...expected) => {
    expect(outline(line)).toEqual(expected);
  });

  it('gives the words as they were written', () => {
    const line = '補貼兩百塊，住了１２天';
    for (const spans of Object.values(read(line, NOW))) {
      for (const { text, start, end } of spans) expect(text).toBe(line.slice(start, end));
    }
    expect(outline(line)).toEqual(['money:兩百塊', 'durations:１２天']);
  });

  const characters = fc.constantFrom(
    ...'零一二两三十百千万亿点半第负分之个年月日号周岁块元毛多来几到不成天小时礼拜，。-.%13809X身份证电话工资快😀\ud800\u0000',
  );

  it('lists no reading inside another, none out of the line, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 60 }), (line) => {
        const taken = new Set<number>();
        const { numbers, ...others } = read(line, NOW);
        const same = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end;
        const alone = numbers.filter(
          (number) =>
            ![...others.dates, ...others.ages, ...others.money, ...others.percents].some(same(number)),
        );
        for (const { text, start, end } of [...alone, ...Object.values(others).flat()]) {
          expect(text).toBe(line.slice(start, end));
          expect(end).toBeGreaterThan(start);
          for (let at = start; at < end; at += 1) {
            expect(taken.has(at)).toBe(false);
            taken.add(at);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ...['一', '十', '年百点零万', '半', '三四', '1,', '1 ', '-', '分之', '一又', '几百', '三个', '一三八，'],
    ...['一，不对，', '1不是', '最多能', '一个小时', '1到', '万一', '有三十'],
  ])('takes time in proportion to the length of %s over and over', (piece) => {
    const time = (length: number) => {
      const line = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      const start = process.cpuUsage();
      read(line, NOW);
      return process.cpuUsage(start).user / 1000;
    };
    time(1024);
    const short = Math.min(time(1024), time(1024), time(1024));
    const long = Math.min(time(8192), time(8192), time(8192));
    // Processor time, so that other work on the machine does not count. Eight times the length: quadratic time would be sixty-four times.
    expect(long).toBeLessThan(Math.max(short, 4) * 32);
  });
});
