import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, found, matches, words } from '../../../src/bot/guard/pattern.js';

const sources = [
  '胸口~4(疼|痛)|心口.?疼',
  '(?<!没)[晕昏]倒(了|过去){0,2}|血[^。]{0,3}止不住',
  '[一二三\\d]+(块|千)|(转|汇){1,2}钱?给(他|她)(?!们)',
  '^喂$|(手|脚)?麻(?:木|了)',
];
/** Texts of the characters that the sources speak of, so that about half match. */
const text = fc
  .array(fc.constantFrom(...'胸心口疼痛没晕昏倒了过去血止不住一二三1千块转汇钱给他她们喂手脚麻木，。'), {
    maxLength: 24,
  })
  .map((letters) => letters.join(''));

describe('words', () => {
  it.each(sources)('finds with %s what the whole expression finds', (source) => {
    const pattern = words(source);
    const whole = (said: string): boolean =>
      pattern.regexes.some((regex) => new RegExp(regex.source).test(said));
    fc.assert(
      fc.property(text, (said) => {
        expect(found(said, pattern)).toBe(whole(said));
      }),
    );
  });

  it('blanks every match, position for position', () => {
    const pattern = words('煤气费|头疼钱');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const said = `${before}煤气费${after}`;
        expect(matches(said, pattern)).toContainEqual({ start: before.length, end: before.length + 3 });
        expect(blank(said, pattern)).toBe(`${before}〇〇〇${after}`);
      }),
    );
  });

  it('says which class is missing', () => {
    expect(() => words('{nobody}')).toThrow('no class of words is called nobody');
  });
});
