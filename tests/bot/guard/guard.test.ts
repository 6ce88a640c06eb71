import { describe, expect, it } from 'vitest';
import { guard } from '../../../src/bot/guard/index.js';

describe('guard', () => {
  it.each([
    ['我爸胸口疼出了一身汗', { kind: 'emergency', type: 'cardiac', service: '120', certainty: 'sure' }],
    ['屋里一股煤气味', { kind: 'emergency', type: 'gas', service: '119', certainty: 'sure' }],
    ['活着没意思', { kind: 'crisis' }],
    ['他让我转账到安全账户', { kind: 'scam', type: 'transfer' }],
    ['这两种药能不能一起吃', { kind: 'medical', about: 'medicine' }],
    ['给我转人工', { kind: 'handoff' }],
  ])('%s', (text, outcome) => {
    expect(guard(text)).toEqual(outcome);
  });

  it.each([
    '前年骨折过',
    '中暑咋预防',
    '想找个看腰疼的大夫，不急',
    '没有胸口疼',
    '万一摔了怎么办',
    '急死我了',
  ])('%s is no danger', (text) => {
    expect(guard(text).kind).toBe('clear');
  });
});
