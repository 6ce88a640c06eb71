import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolarity } from '../../src/language/polarity.js';

const CASES = {
  yes: '中 成 行 要得 对着呢 嗯 是的 好的，谢谢 对对对 有医保 是低保户 可不是嘛 没问题 没错 不错 好吧 中中中 可以可以 那就约吧 好嘞 能行 管 是嘞 OK 對 嗯嗯嗯 行啊就这么办 我觉得行 没意见 得行 妥了 就这样 可以的 同意 是，要约 哎，好',
  no: '不是 没有 不用了 算了 没有的事 冇 么得 嗯，不用了 不用不用 没有低保 不是低保户 可不行 不对，是周四 俺不去了 冇得 没，还没办 不 别约了 取消吧 沒有 恐怕不行 应该没有 不中 不成 莫得 哪有的事 改天吧 不是啊 不需要，谢谢 拉倒吧 没了 要不得 甭了',
  dont_know:
    '记不得 说不上来 不晓得 我也不知道 我咋知道 忘了 记不清楚了 随便 也许 知不道 谁知道呢 不太清楚 拿不准 想不起来了 我不知道他的电话 不是很清楚',
  refuse: '不想说 不方便说 不愿意告诉你 隐私，不说 保密 别问了 问这弄啥 不告诉你 我不想回答这个',
  null: '行不行 中不中 是不是 不是周三是周四 行吗？ 对吧 你管得着吗 不知道能不能报销 我想问一下 谢谢 你好 不好意思 要周四 不舒服 疼得很 有啥补贴 不要紧 没人管 我不想活了 管不管 是这样的，我想问问 不是不想 不要上午要下午 有没有补贴 能不能便宜点 七十八 明天上午 👍 可以不？',
} as const;

describe('readPolarity', () => {
  for (const [answer, texts] of Object.entries(CASES)) {
    it.each(texts.split(' '))(`${answer}: %s`, (text) => {
      expect(readPolarity(text)).toBe(answer === 'null' ? null : answer);
    });
  }

  it('says nothing on what is no answer: nothing, noise, a speech', () => {
    for (const text of ['', '   ', '\u0000', '\ud800', '。。。']) expect(readPolarity(text)).toBeNull();
    expect(readPolarity('是'.repeat(65_536))).toBeNull();
  });

  it('never takes a question for an answer', () => {
    const verbs = fc.constantFrom('行', '中', '好', '对', '是', '要', '能', '可以', '成');
    fc.assert(
      fc.property(
        verbs,
        fc.constantFrom('不', '没'),
        fc.constantFrom('', '呢', '啊', '？', '，大夫'),
        (verb, not, tail) => {
          expect(readPolarity(`${verb[0]}${not}${verb}${tail}`)).toBeNull();
        },
      ),
    );
  });
});
