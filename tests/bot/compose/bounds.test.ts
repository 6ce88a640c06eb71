import { describe, expect, it } from 'vitest';
import {
  isForMore,
  isForOtherGain,
  isForOtherLevel,
  isForOtherYear,
  isForThatAge,
  isForThatSize,
} from '../../../src/bot/compose/bounds.js';

describe('a rule for places of a size', () => {
  it.each([
    ['我院一百六十张床', '200张以内的养老机构', true],
    ['我院一百六十张床', '200张以下的养老机构，可内设医务室', true],
    ['我有两百六十张床', '200张以下的养老机构，可内设医务室', false],
    ['我有个养老院', '200张以下的养老机构，可内设医务室', null],
  ])('%s / %s', (asked, said, meant) => {
    expect(isForThatSize(asked, said)).toBe(meant);
  });
});

describe('a target of another year', () => {
  it.each([
    ['2020年要做到多少', '目标是：2018年达到90%', true],
    ['2020年要做到多少', '2018年达到50%，2020年达到90%', false],
    ['要做到多少', '2018年达到90%', false],
    ['2020年要做到多少', '要达到90%', false],
  ])('%s / %s', (asked, said, other) => {
    expect(isForOtherYear(asked, said)).toBe(other);
  });
});

describe('a rule for gain, or without it', () => {
  it.each([
    ['我办的是挣钱的养老院', '非营利性机构可用划拨土地', true],
    ['我办的不是营利的', '营利性的用租赁、出让等有偿方式', true],
    ['不营利的医养机构', '非营利性机构可用划拨土地', false],
    ['赚不赚钱都行的', '机构用电按居民价', false],
    ['营利和非营利的都一样吗', '非营利性机构可用划拨土地', false],
  ])('%s / %s', (asked, said, other) => {
    expect(isForOtherGain(asked, said)).toBe(other);
  });
});

describe('a rule for one level of care', () => {
  const station = '80%以上村卫生室、社区卫生服务站能做6项以上';
  const centre = '所有社区卫生服务中心和乡镇卫生院能做10项以上';

  it.each([
    ['镇卫生院要会几样中医手艺', station],
    ['社区卫生站到二五年要会几项', centre],
    ['我是村医，卫生室得会几样', centre],
  ])('answers no question about the other: %s', (asked, said) => {
    expect(isForOtherLevel(asked, said)).toBe(true);
  });

  it.each([
    ['镇卫生院要会几样中医手艺', centre],
    ['卫生院跟卫生室各要会几样', station],
    ['大夫要会几样中医手艺', station],
  ])('answers one about its own, or about both: %s', (asked, said) => {
    expect(isForOtherLevel(asked, said)).toBe(false);
  });
});

describe('what is said for an age', () => {
  it.each([
    ['我妈八十三了，一个月多少', '80周岁至89周岁的，每人每月50元', true],
    ['我妈八十三了，一个月多少', '90—99周岁的，每人每月100元', false],
    ['我妈八十三了，一个月多少', '100周岁及以上的，每人每月500元', false],
    ['我今年62，坐车便宜多少', '年满60周岁不满65周岁的半价', true],
    ['我今年65，坐车便宜多少', '年满60周岁不满65周岁的半价', false],
    ['一个月多少', '90—99周岁的，每人每月100元', null],
    ['我妈八十三，我爸九十', '90—99周岁的，每人每月100元', null],
  ])('%s / %s', (asked, said, meant) => {
    expect(isForThatAge(asked, said)).toBe(meant);
  });
});

describe('a rule for places that reach so many', () => {
  it.each([
    ['一年一万多人次', '不少于8000人次的，每年3万元', false],
    ['一年一万多人次', '不少于15000人次的，每年5万元', true],
    ['一年一万多人次', '不少于1.5万人次的，每年5万元', true],
    ['院子两百平', '不少于80平方米', false],
    ['院子六十平', '面积不低于80平方米', true],
    ['一年一万多块', '不少于15000人次的，每年5万元', false],
  ])('%s / %s', (asked, said, more) => {
    expect(isForMore(asked, said)).toBe(more);
  });
});
