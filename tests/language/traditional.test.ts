import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/language/traditional.js';

describe('simplify', () => {
  it.each([
    ['我娘癱在床上三年了，轉診要去哪裡辦', '我娘瘫在床上三年了，转诊要去哪里办'],
    ['嘉祥縣的家庭醫生簽約怎麼辦理', '嘉祥县的家庭医生签约怎么办理'],
    ['乾淨的衣服，乾隆的畫', '干净的衣服，乾隆的画'],
    ['頭髮白了，出發', '头发白了，出发'],
    ['睡著了，跟著走，著名的著作很顯著', '睡着了，跟着走，著名的著作很显著'],
    ['皇后在後面', '皇后在后面'],
    ['甚麼時候', '什么时候'],
    ['一隻鐘，只有一隻', '一只钟，只有一只'],
    ['臺灣和台灣', '台湾和台湾'],
  ])('%s', (text, simplified) => expect(simplify(text)).toBe(simplified));

  it.each([
    '什么时候能报销，后来这么办了',
    '著名的著作很显著',
    '皇后，头发，理发，只有，一只，面条，干净，台风，里面',
    '于是余下的范围，征求，准备，制度，系统，沈阳，云南',
    '',
    '\ud800 a 😀 \u0000',
  ])('leaves %j as it is', (text) => expect(simplify(text)).toBe(text));

  it('keeps the length of any text', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('著', '甚麼', '😀', '𠮷'),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        expect(simplify(text)).toHaveLength(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
