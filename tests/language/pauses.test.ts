import { describe, expect, it } from 'vitest';
import { withPauses } from '../../src/language/pauses.js';

describe('withPauses', () => {
  it.each([
    ['今天不去了 改天再说', '今天不去了，改天再说'],
    ['张三 13800138000 就这个', '张三，13800138000，就这个'],
    ['138 0013 8000', '138 0013 8000'],
    ['我 想 挂 个 号', '我想挂个号'],
    ['挂号，明天', '挂号，明天'],
    ['', ''],
  ])('writes the pauses that spaces stand for: %s', (said, written) => {
    expect(withPauses(said)).toBe(written);
  });

  it('is linear', () => {
    expect(withPauses('号 '.repeat(30_000)).length).toBeGreaterThan(0);
  });
});
