import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney } from '../../src/language/money.js';
import { EVERYDAY, FINANCIAL, SPOKEN, write } from './numeral-writer.js';

const EXACT: readonly [string, number, string?][] = [
  ['一千五百块', 1500],
  ['1.5万元', 15_000],
  ['八毛', 0.8],
  ['八毛五', 0.85],
  ['五毛钱', 0.5],
  ['两分钱', 0.02],
  ['三块五', 3.5],
  ['三块半', 3.5],
  ['五块二毛五', 5.25],
  ['五块二五', 5.25],
  ['两块零五分', 2.05],
  ['一百二十元五角', 120.5],
  ['三元二角一分', 3.21],
  ['一万二千三百四十五块六毛七', 12_345.67],
  ['三块五一斤', 3.5],
  ['十块五个', 10],
  ['一块钱', 1],
  ['一块五', 1.5],
  ['五角', 0.5],
  ['¥30', 30],
  ['￥1,234.56', 1234.56],
  ['30元', 30],
  ['30 元', 30],
  ['12.5元/天', 12.5],
  ['叁佰元整', 300],
  ['人民币三百元', 300],
  ['三百元人民币', 300],
  ['RMB 300', 300],
  ['每人每月200元', 200],
  ['3万块', 30_000],
  ['5000万元', 50_000_000],
  ['一亿元', 100_000_000],
  ['两万三千块钱', 23_000],
  ['100美元', 100, 'USD'],
  ['$20,000', 20_000, 'USD'],
  ['US$ 30', 30, 'USD'],
  ['五十港币', 50, 'HKD'],
  ['HK$50', 50, 'HKD'],
  ['二十欧元', 20, 'EUR'],
  ['€9.9', 9.9, 'EUR'],
  ['一万英镑', 10_000, 'GBP'],
  ['200日元', 200, 'JPY'],
  ['1000韩元', 1000, 'KRW'],
  ['五百泰铢', 500, 'THB'],
  ['我退休工资三千五', 3500],
  ['一个月三千', 3000],
  ['住院花了一万二', 12_000],
  ['补贴五百', 500],
  ['押金是两千吗', 2000],
  ['低保给四百八', 480],
];

const BOUNDS: readonly [string, number | null, number | null][] = [
  ['两千多', 2000, null],
  ['两千多块钱', 2000, null],
  ['五块多', 5, null],
  ['二十多万', 200_000, null],
  ['一万出头', 10_000, null],
  ['五千余元', 5000, null],
  ['两千块以上', 2000, null],
  ['至少两千块', 2000, null],
  ['不低于2000元', 2000, null],
  ['不少于500块', 500, null],
  ['超过一万块', 10_000, null],
  ['上万块钱', 10_000, null],
  ['不到两千', null, 2000],
  ['不到两千块', null, 2000],
  ['最多能领2000元', null, 2000],
  ['不超过三百元', null, 300],
  ['1000元以内', null, 1000],
  ['五百块以下', null, 500],
  ['小两千', null, 2000],
  ['快两千了', null, 2000],
  ['将近三千块', null, 3000],
  ['三四百', 300, 400],
  ['三四百块', 300, 400],
  ['一两千块钱', 1000, 2000],
  ['三百到五百块', 300, 500],
  ['300-500元', 300, 500],
  ['三到五百块', 300, 500],
  ['3-5万元', 30_000, 50_000],
  ['800元至1200元', 800, 1200],
  ['千儿八百', 800, 1000],
  ['万儿八千块', 8000, 10_000],
  ['百八十块', 80, 180],
  ['一百多块以内', 100, null],
  ['几百块', 200, 1000],
  ['好几千块', 3000, 10_000],
  ['大几百', 500, 1000],
  ['十几块', 11, 19],
  ['十几万块', 110_000, 190_000],
  ['一百几十块', 120, 200],
  ['千把块', 900, 1100],
  ['一千来块', 900, 1100],
  ['三千块左右', 2700, 3300],
  ['大概三千块', 2700, 3300],
];

const NONE =
  '三块肉 一块去 一块儿走 三毛病 元旦 二百元旦 三千人 三四百人 七十多 八十出头 五角星 三千五 2026年 工资 三块地 一百二 千万别 第三块 五分钟 两千多人 2000-2010 一块石头 二百个 公元前三百年'.split(
    ' ',
  );

describe('readMoney', () => {
  it.each(EXACT)('%s', (line, value, unit = 'CNY') => {
    expect(readMoney(line)).toMatchObject([{ min: value, max: value, unit }]);
  });

  it.each(BOUNDS)('%s: %s to %s', (line, min, max) => {
    expect(readMoney(line)).toMatchObject([{ min, max, unit: 'CNY' }]);
  });

  it.each(NONE)('finds none in %s', (line) => {
    expect(readMoney(line)).toEqual([]);
  });

  it('gives the words and where they stand', () => {
    expect(readMoney('一个月补两百元，一年两千四百元')).toEqual([
      { text: '两百元', start: 4, end: 7, min: 200, max: 200, unit: 'CNY' },
      { text: '两千四百元', start: 10, end: 15, min: 2400, max: 2400, unit: 'CNY' },
    ]);
  });

  it('reads back any price in 元, 角 and 分, said and written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (yuan, jiao, fen) => {
          const digit = (n: number) => EVERYDAY.digits[n] ?? '';
          const value = Number(`${yuan}.${jiao}${fen}`);
          for (const line of [
            `${write(yuan, SPOKEN)}块${digit(jiao)}毛${digit(fen)}`,
            `${write(yuan, EVERYDAY)}元${digit(jiao)}角${digit(fen)}分`,
            `${write(yuan, FINANCIAL)}元${FINANCIAL.digits[jiao]}角${FINANCIAL.digits[fen]}分`,
            `¥${value}`,
            `${value}元`,
          ]) {
            expect(readMoney(line)).toMatchObject([{ start: 0, end: line.length, min: value, max: value }]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
