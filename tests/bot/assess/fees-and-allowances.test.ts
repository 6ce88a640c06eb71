import { describe, expect, it } from 'vitest';
import { feesExceed } from '../../../src/bot/assess/fees-and-allowances.js';

const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };

describe('what is paid to a home, held against what is received', () => {
  it.each([
    ['扶助金、生活补贴加起来每个月一千八，养老院不算药钱饭钱每个月收两千六', true],
    ['交两千六，领一千五', true],
    ['扶助金八百，补贴三百，床位费两千', true],
    ['补贴两千，一个月交一千八', false],
    ['一个月交两千六', null],
    ['领一千五', null],
    ['床位费一千，护理费一千五，补贴两千', null],
    ['我有两千块', null],
    ['', null],
  ])('%s: %s', (text, exceeds) => {
    expect(feesExceed(text, now)).toBe(exceeds);
  });
});
