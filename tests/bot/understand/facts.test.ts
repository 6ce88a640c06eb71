import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Facts, type FactTools, kinWords, readFacts } from '../../../src/bot/understand/facts/index.js';
import { readIntent } from '../../../src/bot/understand/intent.js';
import { findRegion } from '../../../src/knowledge/regions.js';
import { parseLexicon } from '../../../src/language/lexicon.js';
import { read } from '../../../src/language/read.js';

const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));
const tools: FactTools = {
  kin: kinWords(lexicon),
  held: ['411200', '431202', '370829', '410100', '610000'].flatMap((code) => findRegion(code) ?? []),
};
const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

const BASIS = { 周岁: 'f', 虚岁: 'v', unknown: '' };

/** The facts in the notation of the cases. */
function written(facts: Facts): string[] {
  const { relation, age, care, housing, hukou, residence } = facts;
  const flag = (value: boolean | undefined, yes: string, no: string): string[] =>
    value === undefined ? [] : [value ? yes : no];
  return [
    ...(relation ? [relation] : []),
    ...(age ? [`${[age.years].flat().join('-')}${BASIS[age.basis]}`] : []),
    ...(care ? [care] : []),
    ...(housing ? [housing] : []),
    ...flag(facts.emptyNest, 'empty', 'notempty'),
    ...flag(facts.childrenInCity, 'kids', 'nokids'),
    ...flag(facts.incomeBelowMinimumWage, 'poor', 'notpoor'),
    ...(facts.statuses ?? []).map((status) => `+${status}`),
    ...(facts.statusesNot ?? []).map((status) => `-${status}`),
    ...(hukou ? [`hukou:${hukou}`] : []),
    ...(residence ? [`home:${residence}`] : []),
  ].sort();
}

const cases = readFileSync('tests/bot/understand/facts.cases.txt', 'utf8')
  .split('\n')
  .filter((line) => line.includes('=>'))
  .map((line) => line.split('=>').map((part) => part.trim()))
  .map(([text = '', facts = '']) => ({ text, facts: facts === '-' ? [] : facts.split(' ').sort() }));

describe('readFacts', () => {
  it.each(cases)('$text', ({ text, facts }) => {
    expect(written(readFacts(text, NOW, tools))).toEqual(facts);
  });
});

describe('readFacts and readIntent', () => {
  it.each(['我', '我妈', '不是', '七十', '三无', '在家住', '孩子都在', '，', '帮我约', '住养老院', '一个人'])(
    'take linear time for %s over and over',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const readings = read(text, NOW);
        const start = process.cpuUsage();
        const facts = readFacts(text, NOW, tools, readings);
        readIntent(text, facts, { lexicon, guarded: { kind: 'clear' } });
        const { user, system } = process.cpuUsage(start);
        return user + system;
      };
      time(2000);
      expect(time(32_000)).toBeLessThan(30 * time(4000) + 100_000);
    },
  );
});
