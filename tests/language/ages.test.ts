import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, readAges } from '../../src/language/ages/index.js';
import type { LocalDateTime } from '../../src/language/calendar.js';

const NOW: LocalDateTime = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

type Years = number | [number, number];

/** Neither 周岁 nor 虚岁 is said. */
const PLAIN: readonly [string, Years][] = [
  ['七十八', 78],
  ['七十八了', 78],
  ['我妈七十八', 78],
  ['今年七十有八', 78],
  ['今年八十一了', 81],
  ['我七十六，三无，自己住家里', 76],
  ['老伴六十九', 69],
  ['俺今年六十八', 68],
  ['都七十三了', 73],
  ['年纪六十四', 64],
  ['今年整八十', 80],
  ['整七十', 70],
  ['刚满六十', 60],
  ['七十八岁', 78],
  ['78岁', 78],
  ['７８岁', 78],
  ['八十二歲', 82],
  ['三十八岁', 38],
  ['一百零二岁', 102],
  ['百岁老人', 100],
  ['六十五岁以上老人有啥补贴', 65],
  ['我奶奶九十二岁高龄', 92],
  ['村里有个六十三的老单身', 63],
  ['七十二的孤老婆子没人管', 72],
  ['一个八十一的老倌', 81],
  ['一岁半', 1.5],
  ['72', 72],
  ['老人七十多', [71, 79]],
  ['快七十了', [68, 69]],
  ['快七十三了', 72],
  ['八十好几', [83, 89]],
  ['我妈八十大几了', [85, 89]],
  ['七十出头', [71, 73]],
  ['奔七十的人了', [66, 69]],
  ['不到七十', [65, 69]],
  ['七十不到', [65, 69]],
  ['七十来岁', [68, 72]],
  ['七十左右', [68, 72]],
  ['七八十岁', [70, 80]],
  ['六十五六岁', [65, 66]],
  ['60-69岁', [60, 69]],
  ['古稀之年', 70],
  ['花甲老人', 60],
  ['喜寿', 77],
  ['米寿', 88],
  ['耄耋之年', [80, 99]],
  ['年过花甲', [61, 69]],
  ['年近古稀', [68, 69]],
  ['年过七旬', [71, 79]],
  ['年近八旬', [78, 79]],
  ['七旬老人', [70, 79]],
];

/** words, years, basis. */
const CASES: readonly (readonly [string, Years, string])[] = [
  ...PLAIN.map(([text, years]) => [text, years, 'unknown'] as const),
  ['周岁七十', 70, '周岁'],
  ['七十周岁', 70, '周岁'],
  ['满70周岁', 70, '周岁'],
  ['60到69周岁', [60, 69], '周岁'],
  ['虚岁八十', [78, 79], '虚岁'],
  ['八十虚岁', [78, 79], '虚岁'],
  ['虚岁八十一', [79, 80], '虚岁'],
  ['五三年生人', [72, 73], '周岁'],
  ['1948年三月生', 78, '周岁'],
  ['1948年12月生', 77, '周岁'],
  ['48年的', [77, 78], '周岁'],
  ['我是五二年的', [73, 74], '周岁'],
  ['1960年的', [65, 66], '周岁'],
  ['生于1950年5月3日', 76, '周岁'],
  ['生于1950年11月22日', 75, '周岁'],
  ['1953年5月3号出生的', 73, '周岁'],
  ['我爸1946年农历腊月出生', 79, '周岁'],
  ['出生日期1953-05-03', 73, '周岁'],
  ['属龙的', [61, 98], '周岁'],
  ['半岁', 0.5, '周岁'],
  ['三个月大', 0.25, '周岁'],
];

describe('readAges', () => {
  it.each(CASES)('%s', (text, years, basis) => {
    const [age, more] = readAges(text, NOW);
    expect(more).toBeUndefined();
    expect(age?.years).toEqual(years);
    expect(age?.basis).toBe(basis);
  });

  it.each([
    ...[
      '我今年七十块钱',
      '他一百五',
      '三十的老婆',
      '八十的老棉被',
      '26年的政策',
      '高龄津贴一百块',
      '岁数大了',
      '我家3口人',
      '今年2000块',
    ],
    ...[
      '家属马上到',
      '亲属',
      '3号楼',
      '一三八零零',
      '一千零五十',
      '七十个人',
      '今年七十万',
      '第七十',
      '',
      '\ud800',
    ],
  ])('reads no age in %j', (text) => {
    expect(readAges(text, NOW)).toEqual([]);
  });

  it('reads a sign by the age beside it', () => {
    expect(readAges('属龙的，七十多', NOW).map((age) => age.years)).toEqual([
      [73, 74],
      [71, 79],
    ]);
    expect(readAges('五五年的，属羊', NOW).map((age) => age.years)).toEqual([
      [70, 71],
      [70, 71],
    ]);
  });

  it('reads several people in one turn', () => {
    const text = '妈八十五，爸八十七，老伴虚岁七十';
    const ages = readAges(text, NOW);
    expect(ages.map((age) => age.years)).toEqual([85, 87, [68, 69]]);
    for (const { text: words, start, end } of ages) expect(text.slice(start, end)).toBe(words);
  });

  it('agrees with the birthday on every day of birth', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
        (birth) => {
          const [year, month, day] = [birth.getUTCFullYear(), birth.getUTCMonth() + 1, birth.getUTCDate()];
          const passed = month * 100 + day <= 1121;
          const expected = 2026 - year - (passed ? 0 : 1);
          expect(ageOn({ year, month, day }, NOW)).toBe(expected);
          expect(readAges(`${year}年${month}月${day}日出生`, NOW)[0]?.years).toBe(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['岁', '七十', '年', '属', '一', '八十岁', '五三年生'])(
    'reads a long run of %s in linear time',
    (piece) => {
      const took = (length: number): number => {
        const text = piece.repeat(Math.floor(length / piece.length));
        readAges(text, NOW);
        const before = process.cpuUsage();
        readAges(text, NOW);
        return process.cpuUsage(before).user / 1000;
      };
      expect(took(32_768)).toBeLessThan(Math.max(took(8192) * 9, 150));
    },
    30_000,
  );
});
