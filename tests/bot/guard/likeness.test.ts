import { describe, expect, it } from 'vitest';
import { forEachFeature } from '../../../src/bot/guard/features.js';
import { likeness } from '../../../src/bot/guard/likeness.js';

describe('likeness', () => {
  it('counts stretches of up to three characters and pairs with one between', () => {
    const stretches = ['$', '^', '^_了', '^倒', '^倒了', '了', '了$', '倒', '倒_$', '倒了', '倒了$'];
    const visited: string[] = [];
    forEachFeature('倒了', (...codes) => {
      const letters = codes.map((code) => (code === 0 ? '_' : String.fromCharCode(code)));
      visited.push(letters.join('').replace(/_+$/u, ''));
    });
    expect(visited.toSorted()).toEqual(stretches.toSorted());
  });

  it.each([
    ['emergency', '俺娘一头栽地上不动弹'],
    ['crisis', '我不想活着拖累孩子'],
    ['scam', '有人让我把钱转到他的账户'],
  ])('tells %s from a question of policy', (kind, text) => {
    const danger = likeness(text);
    expect(danger.kind).toBe(kind);
    expect(danger.logit).toBeGreaterThan(likeness('高龄津贴怎么申请').logit + 2);
  });

  it('does not let a long talk outvote one danger in it', () => {
    const talk = '高龄津贴怎么申请，'.repeat(40);
    expect(likeness(`${talk}俺娘一头栽地上不动弹`).logit).toBeGreaterThan(likeness(talk).logit);
  });

  it('knows nothing of an empty text', () => {
    expect(Number.isFinite(likeness('').logit)).toBe(true);
  });
});
