import { describe, expect, it } from 'vitest';
import { forTheirAge } from '../../../src/bot/compose/ages.js';
import type { Finding } from '../../../src/bot/compose/finding.js';

const told = (...texts: string[]): Finding => ({
  kind: 'found',
  place: { name: '三门峡市', adcode: '411200', level: 'city' },
  statements: texts.map((text) => ({ short: null, text, notes: [], citations: [] })),
  rulesOf: null,
});
const opened = (finding: Finding): (string | null)[] =>
  finding.kind === 'found' ? finding.statements.map(({ short }) => short) : [];

describe('a rule for older people', () => {
  const after = '体检结束后1个月内告知结果。';
  const yearly = '每年免费为65岁及以上老年人体检。';

  it('says so, wherever it stands among what is told', () => {
    const age = { years: 64, basis: '周岁' } as const;
    expect(opened(forTheirAge(told(after, yearly), { age }, ''))).toEqual([null, '还不到65岁，够不上这条。']);
  });

  it('says it once', () => {
    const age = { years: 64, basis: '周岁' } as const;
    expect(opened(forTheirAge(told(yearly, yearly), { age }, ''))).toEqual([
      '还不到65岁，够不上这条。',
      null,
    ]);
  });

  it('says nothing to who is old enough, or told no age', () => {
    const age = { years: 65, basis: '周岁' } as const;
    expect(opened(forTheirAge(told(yearly), { age }, ''))).toEqual([null]);
    expect(opened(forTheirAge(told(yearly), {}, '老人体检'))).toEqual([null]);
  });
});
