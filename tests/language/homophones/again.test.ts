import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heardAgain } from '../../../src/language/homophones/again.js';
import { parseDomainWords } from '../../../src/language/homophones/domain.js';
import { createNormalize } from '../../../src/language/normalize.js';

const normalize = createNormalize(parseDomainWords(readFileSync('corpus/domain-words.yaml', 'utf8')));
const both = (first: string, second: string) => heardAgain(first, second, (text) => normalize(text).cost);

describe('what was said twice', () => {
  it.each([
    ['护理院新建一张闯补多少', '护理圆新建一张床补多少', '护理院新建一张床补多少'],
    ['我这个降压药能不能汀', '我这个将压药能不能停', '我这个降压药能不能停'],
    ['住院花的钱能报多少', '我说族院花的钱能报多少', '我说住院花的钱能报多少'],
  ])('is heard from both, %s and %s', (first, second, said) => {
    expect(both(first, second)).toBe(said);
  });

  it.each([
    ['我妈今年六十二', '我妈今年八十五'],
    ['体检要不要钱', '家庭医生一年多少钱'],
    ['', '体检要不要钱'],
    ['体检要不要钱', ''],
  ])('is what was said last where other words were said: %s, then %s', (first, second) => {
    expect(both(first, second)).toBe(second);
  });

  it('is as long as what was said last, and never less likely', () => {
    const line = fc.string({ unit: fc.constantFrom(...'体检梯捡要遥不钱前'), maxLength: 30 });
    fc.assert(
      fc.property(line, line, (first, second) => {
        const made = both(first, second);
        expect(made.length).toBe(second.length);
        expect(normalize(made).cost).toBeLessThanOrEqual(normalize(second).cost);
      }),
    );
  });
});

describe('a character that hardly stands alone', () => {
  it.each(['给我迭岳个体检', '剥给外头医院管，一铬月'])('is odd: %s', (text) =>
    expect(normalize(text).odd).toBeGreaterThan(0),
  );

  it.each(['给我爹约个体检', '俺娘八十了，体检要钱不', '一个月多少钱'])('is none in %s', (text) =>
    expect(normalize(text).odd).toBe(0),
  );
});
