import { describe, expect, it } from 'vitest';
import { afterAsk, type Emergency, type EmergencyType, replyFor } from '../../../src/bot/guard/index.js';
import { askFirst, firstAid } from '../../../src/bot/guard/tables/firstAid.zh.js';

const pending: Emergency = { kind: 'emergency', type: 'cardiac', service: '120', certainty: 'ask' };

function isType(key: string): key is EmergencyType {
  return key in firstAid;
}

describe('replies', () => {
  it.each(Object.keys(firstAid).filter(isType))('says the number first for %s', (type) => {
    const sure = replyFor({ ...pending, type, certainty: 'sure' });
    const ask = replyFor({ ...pending, type });
    expect(sure?.text.indexOf('120')).toBeLessThan(10);
    expect(sure?.text).toContain(firstAid[type]);
    expect(ask?.text).toContain('120');
    expect(ask?.text.endsWith(askFirst[type])).toBe(true);
    expect(ask?.text.match(/？/gu)).toHaveLength(1);
  });

  it('says digits one by one on the telephone', () => {
    expect(replyFor({ kind: 'crisis' })?.speech).toContain('幺二三五六');
    expect(replyFor({ kind: 'scam', type: 'prize' })?.speech).toContain('九六幺幺零');
  });

  it('gives despair a person and both numbers, and no policy', () => {
    expect(replyFor({ kind: 'crisis' })?.numbers).toEqual(['120', '12356']);
    expect(replyFor({ ...pending, certainty: 'sure', despair: true })?.numbers).toEqual(['120', '12356']);
  });

  it('is silent where there is nothing to say', () => {
    expect(replyFor({ kind: 'clear' })).toBeUndefined();
    expect(replyFor({ kind: 'injection', rest: '高龄津贴多少钱' })).toBeUndefined();
    expect(replyFor({ kind: 'injection' })?.text).toContain('政策');
  });
});

describe('afterAsk', () => {
  it.each([
    '是',
    '对，现在还疼',
    '嗯',
    '越来越厉害了',
    '还在疼，冒汗',
    '快点',
    '啊',
    '头不晕，就是胸口疼',
    '不是不疼',
    '不喘气了',
    '不好了',
    '没缓过来',
    '没有人在家，就我一个，起不来',
    '不晓得要不要紧，他站都站不住',
  ])('%s: sure', (answer) => {
    expect(afterAsk(answer, pending)).toMatchObject({ kind: 'emergency', certainty: 'sure' });
  });

  it.each([
    '不是',
    '没有，我就是问问',
    '没事了',
    '老毛病了',
    '不用',
    '那高龄津贴一个月多少钱',
    '这会儿不难受，胸口也不疼',
    '头不晕，脸也不麻',
    '没，他在地里摘菜呢',
    '好几年了',
    '老样子',
    '冇得',
    '不用打120，我们自己去',
    '谁说要救了，我就是挂个号',
    '能吃能睡的',
  ])('%s: clear', (answer) => {
    expect(afterAsk(answer, pending)).toEqual({ kind: 'clear' });
  });

  it('hears another danger in the answer', () => {
    expect(afterAsk('不是，是我家着火了', pending)).toMatchObject({ type: 'fire', service: '119' });
  });
});
