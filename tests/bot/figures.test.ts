import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn, unsupportedFigures } from '../../src/bot/check/figures.js';
import type { Citation } from '../../src/bot/reply.js';

const citation = (quote: string): Citation => ({
  documentId: 'd',
  document: '鹤政发〔2021〕3号',
  title: '实施方案',
  clauseId: '2.5.2',
  clause: '二、（五）2',
  quote,
  region: '怀化市鹤城区',
  status: 'unknown',
});
const sources = { words: [], hotlines: new Set([120, 12345]) };

describe('promise 1: every figure stands in a source', () => {
  it('reads 汉字 and 阿拉伯 forms as one value', () => {
    expect(figuresIn('每人每月二百元')).toEqual([200]);
    expect(figuresIn('每人每月 200 元')).toEqual([200]);
    expect(figuresIn('５万元')).toEqual([50_000]);
  });

  it('takes a figure from the quote, the document number, the hotlines and the person', () => {
    const quote = [citation('每人每月可享受 200 元的政府购买服务')];
    expect(unsupportedFigures('两百元', quote, sources)).toEqual([]);
    expect(unsupportedFigures('鹤政发〔2021〕3号', quote, sources)).toEqual([]);
    expect(unsupportedFigures('请打12345', quote, sources)).toEqual([]);
    expect(unsupportedFigures('您76岁', quote, { ...sources, words: ['我七十六'] })).toEqual([]);
  });

  it('names a figure that stands nowhere, in either form', () => {
    const quote = [citation('每人每月可享受 200 元的政府购买服务')];
    expect(unsupportedFigures('每人每月300元', quote, sources)).toEqual([300]);
    expect(unsupportedFigures('每人每月三百元', quote, sources)).toEqual([300]);
    expect(unsupportedFigures('80%以上', quote, sources)).toEqual([80]);
  });

  it('holds for any amount that is not cited', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 999_999 }),
        fc.integer({ min: 11, max: 999_999 }),
        (cited, said) => {
          const wrong = unsupportedFigures(`给${said}元`, [citation(`给予${cited}元`)], sources);
          const known = said === cited || [2021, 120, 12345].includes(said);
          expect(wrong).toEqual(known ? [] : [said]);
        },
      ),
    );
  });
});
