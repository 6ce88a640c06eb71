import { describe, expect, it } from 'vitest';
import { newConversation } from '../../../src/bot/conversation.js';
import { createBot } from '../../../src/bot/turn.js';
import { realHouse } from '../../support/house.js';

const house = await realHouse();
const bot = createBot({
  house: () => house,
  clock: () => ({ year: 2026, month: 11, day: 23, hour: 10, minute: 0, second: 0 }),
});

async function last(region: string, ...turns: string[]) {
  let conversation = newConversation();
  let text = '';
  for (const turn of turns) {
    const { reply, conversation: next } = await bot.handle({ text: turn, region, conversation });
    conversation = next;
    text = reply.text;
  }
  return text;
}

describe('what comes of it, asked after a figure', () => {
  it.each(['要是年底考评没过，会咋样', '那考不过怎么处理', '考评不及格会怎么样他'])(
    'wants no figure: %s',
    async (then) => {
      expect(await last('郑州市', '民营医院签家庭医生 最少得有几个全科大夫', then)).toContain('停止服务');
    },
  );

  it('leaves a figure that is asked on as it is', async () => {
    expect(await last('怀化市鹤城区', '新建一张床补多少钱', '那改建的呢')).toContain('减半');
  });
});
