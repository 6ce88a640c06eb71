import { describe, expect, it } from 'vitest';
import { answerCases } from '../../evals/answers/run.js';
import { botIn, openWorld } from '../../evals/booking/world.js';
import { type Conversation, newConversation } from '../../src/bot/conversation.js';
import { realHouse } from '../support/house.js';

/** Characters of a conversation as it is stored; the usual one has some 5,000. */
const MOST = 25_000;
const PAGE = 21_000;

/** The largest state that the conversation comes to, in characters. */
async function largestOf(turns: readonly string[], region: string | null): Promise<number> {
  const house = await realHouse();
  const world = await openWorld(house.library.documents);
  try {
    const bot = botIn(world, { house });
    let conversation: Conversation = newConversation();
    let largest = 0;
    for (const text of turns) {
      const settled = await bot.handle({ text, region, conversation });
      const stored = JSON.stringify(settled.conversation);
      largest = Math.max(largest, stored.length);
      conversation = JSON.parse(stored);
    }
    return largest;
  } finally {
    await world.close();
  }
}

const questions = answerCases(3)
  .filter(({ kind }) => kind === 'answer')
  .flatMap(({ turns }) => turns);

describe('what a conversation keeps stays small', () => {
  it.each([0, 100, 200, 300])(
    'where question after question is asked and no place told, from %i',
    async (from) => {
      expect(await largestOf(questions.slice(from, from + 60), null)).toBeLessThan(MOST);
    },
    60_000,
  );

  it('where a case is told with each of them', async () => {
    const turns = questions.slice(0, 40).map((question) => `我七十四三无，一个人住家里，${question}`);
    expect(await largestOf(turns, null)).toBeLessThan(MOST);
  }, 60_000);

  it.each([
    ['questions', '一个月能领多少钱，'],
    ['a word', '补贴'],
    ['telephones', '手机号是13812345678，'],
    ['places', '郑州的补贴呢，三门峡的呢，'],
    ['wishes and times', '我想约明天上午看骨科，'],
    ['corrections', '不是周三是周四，'],
    ['people', '给俺娘约，给俺爹约，'],
  ])(
    'where a page of %s is said again and again',
    async (_, line) => {
      const page = line.repeat(Math.ceil(PAGE / line.length));
      for (const region of [null, '郑州市'])
        expect(await largestOf([page, page, page], region)).toBeLessThan(MOST);
    },
    60_000,
  );
});
