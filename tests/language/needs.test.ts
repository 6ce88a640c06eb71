import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areFilled, hear, register } from '../../src/language/letters.js';
import { branchesOf, needsOf } from '../../src/language/needs.js';

describe('needs', () => {
  it.each([
    ['胸口(疼|痛)', [['胸'], ['口'], ['疼', '痛']]],
    ['(没)?气', [['气']]],
    ['[a-c]千', [['千'], ['a', 'b', 'c']]],
    ['(?<!不)[^，]{0,3}?', []],
    ['(a|b?)', []],
    ['(?<hour>[一二]|十)+点', [['点'], ['一', '二', '十']]],
    ['\\p{Script=Han}日\\u4e00{1,2}\\s', [['日']]],
    ['[\\u4e00-\\u9fff]a[\\]b]', [['a']]],
    ['a+|(?<=x)b', [['a', 'b']]],
    ['(?<sign>[-/])日\\k<sign>', [['日'], ['-', '/']]],
  ])('of %s', (source, needs) => {
    expect(needsOf(source).map((need) => [...need])).toEqual(needs);
  });

  it('parts an alternation where no group or class is open', () => {
    expect(branchesOf('a(b|c)|[|]d|e')).toEqual(['a(b|c)', '[|]d', 'e']);
  });

  const SOURCE = '(?<hour>[一二三]|十[一二]?)点(?:(?<half>半)|[\\d]{1,2}分?)?|(?:明|后)天+';
  it('are filled by every text that matches', () => {
    const needs = register(needsOf(SOURCE));
    const pattern = new RegExp(SOURCE);
    const text = fc
      .array(fc.constantFrom(...'一二三十点半1分明后天，我'), { maxLength: 8 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (said) => {
        hear(said);
        if (pattern.test(said)) expect(areFilled(needs)).toBe(true);
      }),
    );
  });
});
