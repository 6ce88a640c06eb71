import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPercents } from '../../src/language/percents.js';
import { EVERYDAY, spell, write } from './numeral-writer.js';

const LINES: readonly [string, ...number[]][] = [
  ['百分之五十五', 55],
  ['报销百分之七十', 70],
  ['百分之三点五', 3.5],
  ['百分之零点零七', 0.07],
  ['百分之百', 100],
  ['百分之一百二十', 120],
  ['百分之５', 5],
  ['百分之80', 80],
  ['负百分之二十', -20],
  ['百分之负三', -3],
  ['千分之三', 0.3],
  ['万分之五', 0.05],
  ['55%', 55],
  ['５５％', 55],
  ['2.5%', 2.5],
  ['12.5 %', 12.5],
  ['-5%', -5],
  ['5‰', 0.5],
  ['五成', 50],
  ['八成五', 85],
  ['八成半', 85],
  ['两成', 20],
  ['三成多', 30],
  ['十成', 100],
  ['减了三成', 30],
  ['提高五个百分点', 5],
  ['提高2.5个百分点', 2.5],
  ['百分百', 100],
  ['七折', 70],
  ['打八五折', 85],
  ['打对折', 50],
  ['百分之五十多', 50],
  ['百分之七十五左右', 75],
  ['从百分之六十提高到百分之七十', 60, 70],
  ['60%到70%', 60, 70],
  ['城镇65%，农村70%', 65, 70],
  ['百分之拾伍', 15],
  ['百分之两百', 200],
  ['百分之廿五', 25],
  ['自己出百分之三十，剩下的七成报', 30, 70],
];
const NONE =
  '八成是忘了 一成不变 五成都 七八成 百分之几 几成 三分之二 骨折 三折叠 百分比 百分数 三成员 百 55 百分之八九十 打折'.split(
    ' ',
  );

describe('readPercents', () => {
  it.each(LINES)('%s', (line, ...values) => {
    expect(readPercents(line).map(({ value }) => value)).toEqual(values);
  });

  it.each(NONE)('finds none in %s', (line) => {
    expect(readPercents(line)).toEqual([]);
  });

  it('reads back any percentage with two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.stringMatching(/^\d[1-9]$/), (whole, decimals) => {
        const value = Number(`${whole}.${decimals}`);
        const said = `百分之${write(whole, EVERYDAY)}点${spell(decimals, EVERYDAY.digits)}`;
        expect(readPercents(said)).toEqual([{ text: said, start: 0, end: said.length, value }]);
        expect(readPercents(`${value}%`)).toMatchObject([{ value }]);
      }),
    );
  });
});
