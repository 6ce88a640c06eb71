import { describe, expect, it } from 'vitest';
import { bareDay } from '../../../src/bot/book/hear/bare-day.js';
import { repaired } from '../../../src/bot/book/hear/repair.js';
import { datesBySound } from '../../../src/bot/book/hear/repair-dates.js';
import { hearWhen } from '../../../src/bot/book/hear/when.js';

/** A Sunday. */
const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };

describe('a day of which only the sound was written', () => {
  it.each([
    ['改成丧十号，星期一上午', '改成三十号，星期一上午'],
    ['二十牛号我要走', '二十六号我要走'],
    ['氏月十八前晌，十月十漆俺侄子娶亲', '十月十八前晌，十月十七俺侄子娶亲'],
    ['十月师八', '十月十八'],
    ['十悦十八', '十月十八'],
    ['二十七郝单位开会', '二十七号单位开会'],
    ['十二月一毫三无', '十二月一号上午'],
    ['十一月饵十五号', '十一月二十五号'],
  ])('is put back: %s', (said, meant) => {
    expect(datesBySound(said)).toBe(meant);
  });

  it.each(['我儿十五号来', '十月是八号吧', '月底二十就行', '三十好几了', '我是十号楼的', '过四十时头疼'])(
    'is left as it is: %s',
    (said) => {
      expect(datesBySound(said)).toBe(said);
    },
  );

  it.each([
    ['不对，腰盖到11月27号上午', '不对，要改到11月27号上午'],
    ['那个号要溉一下', '那个号要改一下'],
    ['体检埠做了', '体检不做了'],
    ['退都不凉了', '腿都不凉了'],
    ['早掂的', '早点的'],
    ['礼拜三侯晌', '礼拜三后晌'],
    ['一号礼拜二厚半晌', '一号礼拜二后半晌'],
    ['二十六号喉拌晌', '二十六号后半晌'],
    ['明儿厚晌', '明儿后晌'],
    ['后天夏半天去', '后天下半天去'],
    ['礼拜二后帮晌', '礼拜二后半晌'],
    ['思二月一号', '十二月一号'],
  ])('and so are words of a wish: %s', (said, meant) => {
    expect(repaired(said)).toBe(meant);
  });

  it.each([
    '我上班天天忙',
    '忙了大半天',
    '是二月一号',
    '俺腰换过钢板',
    '腰四月份摔的',
    '腰退行性病变',
    '帮我盖一下章',
    '靶向药一个月一万多',
  ])('but not: %s', (said) => {
    expect(repaired(said)).toBe(said);
  });
});

describe('bareDay', () => {
  it.each([
    ['二十七', '11月27号'],
    ['要三十', '11月30号'],
    ['十七', '11月25号'],
    ['那就十八吧', '11月26号'],
  ])('hears %s as %s', (said, day) => {
    expect(bareDay(said, now)).toBe(day);
  });

  it.each(['十', '十一', '第一个', '二十七块钱', '七', '', '一三八七四五一二三四五'])(
    'hears no day in %s',
    (said) => {
      expect(bareDay(said, now)).toBeNull();
    },
  );
});

describe('a day by the moon', () => {
  const from = (said: string): string | undefined => {
    const heard = hearWhen(said, now);
    return heard !== null && 'when' in heard ? heard.when.days[0]?.from : undefined;
  };
  it.each(['俺说的是农历，老黄历，十月十八', '阴历十月十八', '十月十八，旧历'])(
    'is told by its calendar: %s',
    (said) => {
      expect(from(said)).toBe('2026-11-26');
    },
  );
  it('is meant where that by the sun is a year away', () => {
    expect(from('十月十八')).toBe('2026-11-26');
  });
  it.each([
    ['礼拜一，三十号上午', '2026-11-30'],
    ['下礼拜一，就是三十号', '2026-11-30'],
  ])('told by weekday and date is one: %s', (said, day) => {
    expect(from(said)).toBe(day);
  });
});
