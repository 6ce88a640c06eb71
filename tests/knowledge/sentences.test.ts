import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/knowledge/reading/sentences.js';

const texts = (text: string) => sentences(text).map((s) => s.text);

describe('sentences', () => {
  it.each([
    ['第一句。第二句！第三句？', ['第一句。', '第二句！', '第三句？']],
    ['给予补贴；减免税费。', ['给予补贴；', '减免税费。']],
    [
      '为三类老人提供服务：一是年满70周岁的“三无”老人。二是低保老人（含失能。半失能）；三是空巢老人。',
      [
        '为三类老人提供服务：',
        '一是年满70周岁的“三无”老人。',
        '二是低保老人（含失能。半失能）；',
        '三是空巢老人。',
      ],
    ],
    ['包括：（1）甲；（2）乙。①丙；②丁。', ['包括：', '（1）甲；', '（2）乙。', '①丙；', '②丁。']],
    ['一站式服务（五保障：一个；四优先：优先）。', ['一站式服务（五保障：一个；四优先：优先）。']],
    ['他说：“好。”然后走了。', ['他说：“好。”', '然后走了。']],
    ['未闭合（的括号。第二句。', ['未闭合（的括号。', '第二句。']],
    ['多了一半）的括号。第二句', ['多了一半）的括号。', '第二句']],
    ['每床3.5万元。\n　　第二段', ['每床3.5万元。', '第二段']],
    ['真的吗？！是。', ['真的吗？！', '是。']],
    [' \n ', []],
  ])('%j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('hold every character of any text but white space, in order, at their offsets', () => {
    const unit = fc.constantFrom(...'甲乙一是二、。；：！？（）()“”《》1.①\n 　a'.split(''));
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit, maxLength: 80 }));
    fc.assert(
      fc.property(text, (given) => {
        const found = sentences(given);
        expect(
          found
            .map((s) => s.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(given.replace(/\s/g, ''));
        for (const { text: words, start, end } of found) expect(given.slice(start, end)).toBe(words);
      }),
    );
  });
});
