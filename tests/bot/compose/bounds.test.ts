import { describe, expect, it } from 'vitest';
import { isForOtherGain, isForOtherYear, isForThatSize } from '../../../src/bot/compose/bounds.js';

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
