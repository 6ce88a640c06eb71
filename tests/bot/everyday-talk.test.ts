import { describe, expect, it } from 'vitest';
import { newConversation } from '../../src/bot/conversation.js';
import { createBot } from '../../src/bot/turn.js';
import { NOW, realHouse, talk } from '../support/house.js';

/** Every reply to these turns, in order. */
async function replies(region: string | null, ...turns: string[]) {
  const say = await talk(region);
  const heard = [];
  for (const turn of turns) heard.push(await say(turn));
  return heard;
}

describe('what is asked of the program itself', () => {
  it.each(['你是谁', '你们是干什么的', '你是机器人吗', '这是什么电话', '您能干啥'])(
    'says who it is, and that it is no person: %s',
    async (text) => {
      const [reply] = await replies(null, text);
      expect(reply?.text).toContain('不是真人');
    },
  );

  it.each(['听得见吗', '你能听见我说话不', '你还在听吗'])('says that it hears: %s', async (text) => {
    const [reply] = await replies('郑州市', text);
    expect(reply?.text).toContain('听得见');
  });

  it.each(['你说的准不准', '这是谁定的', '是真的假的'])('says what its word is worth: %s', async (text) => {
    const [reply] = await replies('郑州市', text);
    expect(reply?.text).toContain('出处');
  });

  it.each(['你咋啥都不知道', '真没用', '你是市里的不'])(
    'takes no policy for an answer to %s',
    async (text) => {
      const [reply] = await replies('郑州市', text);
      expect(reply?.kind).toBe('smalltalk');
    },
  );

  it.each(['你们电话多少', '咋联系你们'])('says whom to ring: %s', async (text) => {
    const [reply] = await replies('怀化市鹤城区', text);
    expect(reply?.actions).toEqual([{ type: 'call', number: '12345' }]);
    expect(reply?.citations).toEqual([]);
  });
});

describe('a side of what was told', () => {
  it.each(['那要不要钱', '收费不', '怎么申请啊', '怎么约'])('stays with what was told: %s', async (side) => {
    const [first, then] = await replies('郑州市', '我妈一个人住，有没有人上门看看', side);
    const clauses = first?.citations.map(({ clauseId }) => clauseId);
    expect(first?.text).toContain('上门');
    const sides = then?.citations.map(({ clauseId }) => clauseId) ?? [];
    expect(sides.length).toBeGreaterThan(0);
    expect(sides.filter((id) => clauses?.includes(id) !== true)).toEqual([]);
    expect(then?.text).toMatch(/没有?写/u);
  });

  it('is kept apart from the same words after another answer', async () => {
    const house = await realHouse();
    const bot = createBot({ house: () => house, clock: () => NOW });
    const region = '郑州市';
    const { conversation } = await bot.handle({
      text: '我妈一个人住，有没有人上门看看',
      region,
      conversation: newConversation(),
    });
    const side = async (told: string[]) =>
      (await bot.handle({ text: '贵不贵', region, conversation: { ...conversation, told } })).reply;
    const first = await side(conversation.told);
    const others = house.provisions
      .of('zhengzhou-2021-55')
      .slice(0, 1)
      .map(({ id }) => id);
    expect((await side(others)).text).not.toBe(first.text);
  });

  it('is no more written than the matter itself', async () => {
    const [first, then] = await replies('怀化市鹤城区', '有没有人陪着看病', '要不要钱');
    expect([first?.kind, then?.kind]).toEqual(['not_found', 'not_found']);
  });
});

describe('thanks and farewells', () => {
  it.each([
    '谢谢你啊姑娘',
    '行我知道了，麻烦你了闺女',
    '好的谢谢孩子',
    '那太谢谢了',
    '那就没事了，再见啊同志',
  ])('are heard as people say them: %s', async (text) => {
    const replied = await replies('陕西省', '家庭医生能上家里来不', text);
    expect(replied.at(-1)?.kind).toBe('smalltalk');
  });

  it.each(['谢谢，那体检呢', '我爸的医生没了怎么办', '没事能去体检吗'])('are not all of %s', async (text) => {
    const replied = await replies('济宁市嘉祥县', '家庭医生能上家里来不', text);
    expect(replied.at(-1)?.kind).not.toBe('smalltalk');
  });
});

describe('a yes or no to nothing that was asked', () => {
  it('is no thanks', async () => {
    const [reply] = await replies('郑州市', '不用了');
    expect(reply?.text).not.toContain('不客气');
  });

  it.each(['没有低保', '有人管没有'])('is none that tells or asks something: %s', async (text) => {
    const [reply] = await replies('郑州市', text);
    expect(reply?.kind).not.toBe('smalltalk');
  });
});

describe('a danger told with a wish to book', () => {
  it.each([
    '我胸口疼，挂号',
    '我在渑池县住，给我叔约个号，他这两天胸口闷',
    '我妈一边手没劲，想挂个神经内科',
    '喘不上气，帮我约个号',
  ])('is asked about first: %s', async (text) => {
    const [reply] = await replies('郑州市', text);
    expect(reply?.kind).toBe('emergency');
    expect(reply?.text).toContain('120');
  });

  it.each(['腰疼，挂个骨科', '我妈胸闷好几年了，想约个专家看看，不着急'])(
    'is none where none is told: %s',
    async (text) => {
      const [reply] = await replies('郑州市', text);
      expect(reply?.kind).toBe('booking');
    },
  );
});

describe('an emergency that has passed', () => {
  it('is still to be seen by a doctor, and nothing else is answered', async () => {
    const [urgent, eased] = await replies('怀化市鹤城区', '我心口疼得厉害', '现在不疼了');
    expect(urgent?.kind).toBe('emergency');
    expect(eased?.text).toMatch(/去医院.*120/u);
    expect(eased?.citations).toEqual([]);
  });

  it('does not come back once something else was asked', async () => {
    const heard = await replies('怀化市鹤城区', '我心口疼得厉害', '三无老人补贴多少', '好多了');
    expect(heard.at(-1)?.kind).not.toBe('emergency');
  });
});

describe('a side of what was answered', () => {
  it.each(['要钱不', '怎么申请', '归谁管', '要啥材料', '贵不贵'])(
    '%s stays with what it is asked of',
    async (side) => {
      const [first, reply] = await replies('怀化市鹤城区', '三无老人住在自己家，一个月给多少钱', side);
      const clauses = (r: typeof reply) => r?.citations.map((c) => c.clause);
      expect(clauses(reply)).toEqual(expect.arrayContaining(clauses(first)?.slice(0, 1) ?? ['']));
    },
  );

  it('of an assessment is asked of what the person was told to get', async () => {
    const heard = await replies('郑州市', '我妈八十能享受啥', '怎么申请');
    expect(heard.at(-1)?.text).toMatch(/绿色通道|健康管理/u);
    expect(heard.at(-1)?.text).not.toMatch(/9000/u);
  });
});

describe('a case told without a question', () => {
  it.each(['老头子瘫了', '我妈七十八了', '我奶奶九十了住养老院'])(
    'begins to find out what there is: %s',
    async (text) => {
      const [reply] = await replies('三门峡市', text);
      expect(reply?.kind === 'assessment' || /老人|平时/u.test(reply?.text ?? '')).toBe(true);
    },
  );

  it('after a question about allowances of any kind answers for the person', async () => {
    const heard = await replies(null, '我想问问养老补贴', '嘉祥的', '我妈七十八了');
    expect(heard.map((r) => r.text).join()).not.toMatch(/建设补助|运营补贴/u);
  });

  it.each(['计生特殊家庭 签约率 目标', '居家重病失能老人四项重点上门服务内容'])(
    'is none where terms are looked up: %s',
    async (text) => {
      const [reply] = await replies('济宁市嘉祥县', text);
      expect(reply?.kind).toBe('answer');
    },
  );

  it('is heard, and nothing said to be missing, where nothing was asked and nothing is found', async () => {
    const [reply] = await replies('郑州市', '我昨天刚从闺女家回来');
    expect(reply?.kind).not.toBe('not_found');
  });

  it('goes on when more is told after it', async () => {
    const heard = await replies('郑州市', '我妈八十能享受啥', '身体硬朗', '她户口就是郑州金水的');
    expect(heard.at(-1)?.kind).toMatch(/assessment|clarify/u);
  });
});

describe('what she can get, in money', () => {
  it('is told plainly where the policy names no money for people, and what else there is', async () => {
    const [reply] = await replies('济宁市嘉祥县', '俺娘八十二了，一个月能领多少');
    expect(reply?.text).toContain('没有写给老人个人发多少钱');
    expect(reply?.text).not.toMatch(/建设补助|运营补贴/u);
  });

  it('is no matter of whatever there is where the benefit is named', async () => {
    const [reply] = await replies('陕西省', '额婆九十五了，高龄补贴一个月多钱');
    expect(reply?.kind).toBe('not_found');
  });
});

describe('a question put instead of an answer', () => {
  it('is not taken for the answer', async () => {
    const heard = await replies('济宁市嘉祥县', '俺娘九十了能领点啥', '自己都能行', '村里有日间照料中心没');
    expect(heard.at(-1)?.kind).toBe('answer');
    expect(heard.at(-1)?.text).toContain('还没答');
  });
});

describe('where the caller is and where the old person is', () => {
  it('are not taken for each other', async () => {
    const [reply] = await replies(null, '我在北京，我妈在郑州，她看病有优待没');
    expect(reply?.text).not.toContain('北京');
    expect(reply?.citations.every((c) => c.documentId === 'zhengzhou-2021-55')).toBe(true);
  });
});

describe('a question of policy after one that named its place', () => {
  it('is answered for that place, and the place is said', async () => {
    const heard = await replies(null, '鹤城区散居三无老人一个月多少钱', '公办养老机构无偿供养哪些人');
    expect(heard.at(-1)?.text).toMatch(/^怀化市鹤城区：/u);
  });

  it('does not become the place of somebody’s own case', async () => {
    const heard = await replies(null, '鹤城区散居三无老人一个月多少钱', '我妈八十了能享受啥');
    expect(heard.at(-1)?.text).toContain('住在哪');
  });
});
