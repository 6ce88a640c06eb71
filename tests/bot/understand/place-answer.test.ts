import { describe, expect, it } from 'vitest';
import { placeAnswered } from '../../../src/bot/understand/place-answer.js';
import { customaryName, findRegion } from '../../../src/knowledge/regions.js';
import { realHouse, talk } from '../../support/house.js';

const told = async (text: string, inside: string | null = null): Promise<string | null> => {
  const { held, lexicon } = await realHouse();
  const answer = placeAnswered(text, inside === null ? null : findRegion(inside), held, lexicon);
  return answer === null ? null : `${customaryName(answer.region)}${answer.presumed ? '?' : ''}`;
};

describe('where somebody lives, said to the question where', () => {
  it.each([
    ['神木大柳塔的', '榆林市神木市'],
    ['俺是卢氏官道口的', '三门峡市卢氏县'],
    ['中原区林山寨那块', '郑州市中原区'],
    ['怀化市鹤城区黄金坳', '怀化市鹤城区'],
    ['我屋里是鹤城坨院的', '怀化市鹤城区'],
    ['嘉祥，疃里', '济宁市嘉祥县'],
    ['我们是灵宝豫灵底下的', '三门峡市灵宝市'],
    ['武汉', '武汉市'],
    ['怀化', '怀化市'],
    ['怀化城里', '怀化市鹤城区?'],
    ['怀化市里的', '怀化市鹤城区?'],
  ])('%s', async (text, place) => {
    expect(await told(text)).toBe(place);
  });

  it.each(['郑州的低保', '嘉祥的，体检一年几回', '郑州那家医院', '郑州，我妈七十二了', '不晓得', '城里的'])(
    'more than that, or less: %s',
    async (text) => {
      expect(await told(text)).toBeNull();
    },
  );

  it('a yes means the place that was asked after, and so does the city said again', async () => {
    expect(await told('是的', '431202')).toBe('怀化市鹤城区');
    expect(await told('就是城里的', '431202')).toBe('怀化市鹤城区');
    expect(await told('怀化啊', '431202')).toBe('怀化市鹤城区?');
    expect(await told('我是洪江的', '431202')).toBe('怀化市洪江市');
    expect(await told('不是', '431202')).toBeNull();
  });
});

describe('the question that waited', () => {
  it('is answered for the district inside, under its name, when the city is said twice', async () => {
    const say = await talk();
    await say('三无老人住在自己家，一个月给多少钱');
    expect((await say('怀化')).kind).toBe('clarify');
    const reply = await say('怀化市');
    expect(reply.text).toContain('怀化市鹤城区：');
    expect(reply.text).toContain('200');
  });

  it('is answered after a yes, and not after a no', async () => {
    for (const [word, kind] of [
      ['对的', 'answer'],
      ['不是', 'smalltalk'],
    ] as const) {
      const say = await talk();
      await say('办养老院，一张床补多少钱');
      await say('怀化');
      expect((await say(word)).kind).toBe(kind);
    }
  });

  it('is kept where a village or something of the case is told besides', async () => {
    for (const place of ['鹤城区盈口街上', '鹤城区，我爹是五保户']) {
      const say = await talk();
      await say('敬老院不是五保自己出钱住得进去不');
      expect((await say(place)).text).toContain('开放');
    }
  });
});
