import { describe, expect, it } from 'vitest';
import { backedFacts } from '../../../src/bot/proposing/facts.js';
import type { ProposedFact } from '../../../src/bot/proposing/schema.js';

const fact = (name: ProposedFact['fact'], value: string, quote: string): ProposedFact => ({
  fact: name,
  value,
  quote,
});
const SAID = '我今年七十六了，吃救济，不是残疾，住自己屋里，户口在鹤城区，儿子在广东';

describe('facts that a model proposes', () => {
  it('stand where the person’s own words hold them', () => {
    const proposed = [
      fact('age', '76', '七十六了'),
      fact('status', '低保', '吃救济'),
      fact('statusNot', '残疾', '不是残疾'),
      fact('housing', 'dispersed', '住自己屋里'),
      fact('hukou', '怀化市鹤城区', '户口在鹤城区'),
      fact('childrenInCity', 'false', '儿子在广东'),
    ];
    expect(backedFacts(proposed, SAID, {})).toEqual({
      age: { years: 76, basis: 'unknown' },
      statuses: ['低保'],
      statusesNot: ['残疾'],
      housing: 'dispersed',
      hukou: '431202',
      childrenInCity: false,
    });
  });

  it.each<[string, ProposedFact]>([
    ['nobody said it', fact('age', '80', '八十了')],
    ['the quote has another figure', fact('age', '67', '七十六了')],
    ['the quote is of something else', fact('status', '三无', '七十六了')],
    ['the quote names another class', fact('status', '五保', '吃救济')],
    ['the words deny it', fact('status', '残疾', '不是残疾')],
    ['the words do not deny it', fact('statusNot', '低保', '吃救济')],
    ['the place is another', fact('hukou', '嘉祥县', '户口在鹤城区')],
    ['the value is none', fact('care', 'much', '住自己屋里')],
    ['the quote is empty', fact('housing', 'dispersed', '')],
  ])('fall where %s', (_, proposed) => {
    expect(backedFacts([proposed], SAID, {})).toEqual({});
  });

  it('leave alone what code has read', () => {
    const told = { age: { years: 77, basis: '虚岁' as const } };
    expect(backedFacts([fact('age', '76', '七十六了')], SAID, told)).toEqual({});
  });
});
