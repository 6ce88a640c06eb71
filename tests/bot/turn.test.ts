import { describe, expect, it } from 'vitest';
import { realHouse, talk } from '../support/house.js';

const cited = (reply: { citations: { documentId: string }[] }): string[] => [
  ...new Set(reply.citations.map((c) => c.documentId)),
];
const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('places (promise 2)', () => {
  it('are asked for when the answer depends on them, and the question is kept', async () => {
    const say = await talk();
    const asked = await say('办养老院，一张床补多少钱');
    expect(asked.kind).toBe('clarify');
    expect(asked.suggestions).toContain('郑州市');
    const answered = await say('鹤城区');
    expect(cited(answered)).toEqual(['hecheng-2021-3']);
    expect(answered.text).toMatch(/6000/);
  });

  it('inherit: a county of Shaanxi has the province’s rule and is told so', async () => {
    const say = await talk('榆林市神木市');
    const reply = await say('大夫上门看病怎么收费');
    expect(cited(reply)).toEqual(['shaanxi-2024-6']);
    expect(reply.text).toContain('陕西省的规定');
  });

  it.each(['北京市', '洛阳市', '长沙市'])('that are not covered are told so: %s', async (place) => {
    const say = await talk(place);
    const reply = await say('三无老人一个月能领多少');
    expect(reply.kind).toBe('not_found');
    expect(reply.text).toContain('没有');
    expect(reply.citations).toEqual([]);
  });

  it('that hold a covered one do not take its rule over', async () => {
    const say = await talk('怀化市');
    const reply = await say('三无老人一个月能领多少');
    expect(reply.kind).toBe('clarify');
    expect(reply.citations).toEqual([]);
  });

  it('are each named where they are compared', async () => {
    const say = await talk();
    const reply = await say('郑州和鹤城的床位建设补贴哪个高');
    expect(cited(reply).sort()).toEqual(['hecheng-2021-3', 'zhengzhou-2021-55']);
    expect(reply.text).toMatch(/郑州市：[\s\S]*怀化市鹤城区：|怀化市鹤城区：[\s\S]*郑州市：/);
  });

  it.each(['崽女都在广东打工', '三个崽女在广东安了家', '老大在浙江，老二在深圳', '后人都在上海过日子'])(
    'of children who live elsewhere ask for no rule there: %s',
    async (told) => {
      const say = await talk('怀化市鹤城区');
      const reply = await say(`${told}，基层医院给多大年纪的老人建健康档案`);
      expect(cited(reply)).toEqual(['hecheng-2021-3']);
    },
  );
});

describe('when something begins', () => {
  it.each([
    ['三门峡市', '今年给老人免费查身体，从几月几号开始'],
    ['郑州市', '上门看病从哪天开始，几月几号'],
    ['三门峡市', '老人体检哪个月发通知'],
  ])('is not when the policy was issued: %s %s', async (place, text) => {
    const say = await talk(place);
    expect((await say(text)).text).not.toContain('印发日期');
  });

  it('is, asked of the policy', async () => {
    const say = await talk('三门峡市');
    expect((await say('这个办法从什么时候开始')).text).toContain('2020年11月5日');
    expect((await say('这文啥月份下的')).text).toContain('2020年11月5日');
  });
});

describe('a figure that is left open', () => {
  it('is not told from another matter', async () => {
    const say = await talk('怀化市鹤城区');
    const { text } = await say('给三无老人申请政府买的服务，交了材料几天能批下来');
    expect(text).toMatch(/没有写|没写/u);
    expect(text).not.toContain('3个月');
  });
});

describe('a place that the speaker shares with others (promise 2)', () => {
  it.each(['我和我妹都在鹤城住', '我们都住在鹤城'])(
    'is taken where its policies are held: %s',
    async (told) => {
      const say = await talk();
      const reply = await say(`${told}，社区卫生院给多大年纪的老人建健康档案`);
      expect(cited(reply)).toEqual(['hecheng-2021-3']);
    },
  );

  it('is none where they are not, and the old person lives elsewhere', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('我和我妹都在广东，社区卫生院给多大年纪的老人建健康档案');
    expect(cited(reply)).toEqual(['hecheng-2021-3']);
  });
});

describe('what surely answers nothing', () => {
  it.each([
    ['郑州市', '老人院欺负人归谁整治', '民政'],
    ['郑州市', '看病以外的事，谁来给养老院立规矩看着', '民政'],
  ])('is told the nearest rule as no more than that: %s %s', async (place, text, says) => {
    const say = await talk(place);
    const reply = await say(text);
    expect(reply.text).toMatch(/^没找到完全对得上的规定，最接近的是/u);
    expect(reply.text).toContain(says);
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it('is left out beside what is surely answered', async () => {
    const say = await talk('郑州市');
    const reply = await say('综合医养床收多少，公家定没定价');
    expect(reply.text).toContain('市场化');
    expect(reply.text).not.toContain('最接近');
  });

  it.each([
    ['鹤城区', '我屋里是低保，低保一个月发好多钱'],
    ['鹤城区', '请人上门给我奶奶剪头发洗脚一次收好多'],
    ['郑州市', '写一首关于黄河的诗'],
    ['三门峡市', '帮我看看明天三门峡下雨不下'],
  ])('is told none where an amount is wanted, or nothing of the policies: %s %s', async (place, text) => {
    const say = await talk(place);
    const reply = await say(text);
    expect(reply.kind).not.toBe('answer');
    expect(reply.text).not.toContain('最接近');
  });
});

describe('answers', () => {
  it.each([
    ['三门峡市', '旧厂房改养老院，老图纸丢了拿啥顶？这个鉴定要找哪家单位做？', '鉴定报告'],
    ['怀化市鹤城区', '新办养老院一张床补多少？几月份给钱？', '6000'],
  ])('say which part of a question is not written: %s %s', async (place, text, says) => {
    const say = await talk(place);
    const reply = await say(text);
    expect(reply.kind).toBe('answer');
    expect(reply.text).toContain(says);
    expect(reply.text).toMatch(/没有写/u);
  });

  it('quote word for word', async () => {
    const { library } = await realHouse();
    const say = await talk('郑州市');
    const reply = await say('医院新增安宁疗护床位补多少');
    expect(reply.text).toContain('9000');
    for (const { documentId, quote } of reply.citations) {
      expect(squeeze(library.document(documentId)?.text ?? '')).toContain(squeeze(quote));
    }
  });

  it('are short of brackets and numbers of documents when heard', async () => {
    const say = await talk('三门峡市');
    const reply = await say('65岁老人体检要钱吗');
    expect(reply.speech).not.toMatch(/[（）〔〕《》]/);
    expect(reply.speech).not.toContain('三卫老龄');
  });

  it('carry on: 那护理院呢, 郑州呢', async () => {
    const say = await talk('怀化市鹤城区');
    await say('新建民办养老院，一张床补多少');
    const nursing = await say('那护理院呢');
    expect(nursing.text).toContain('8000');
    const elsewhere = await say('郑州呢');
    expect(elsewhere.text).toContain('郑州');
    expect(elsewhere.text).not.toContain('8000');
  });

  it('define a term by the policy’s own words', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('什么是三无老人');
    expect(reply.text).toMatch(/无劳动能力/);
  });

  it('name the departments', async () => {
    const say = await talk('三门峡市');
    const reply = await say('家庭医生签约这事归谁管');
    expect(reply.text).toMatch(/市卫生健康委/);
  });

  it('tell a target for a target', async () => {
    const say = await talk('三门峡市');
    const reply = await say('到2022年挂号绿色通道要达到多少');
    expect(reply.text).toMatch(/目标/);
  });

  it.each(['遗属补助一个月多少', '公园年票六十五岁能免吗', '老年旅游补贴怎么领', '高龄津贴一个月多少钱'])(
    'are refused where the policy says nothing: %s (promise 4)',
    async (question) => {
      for (const place of ['三门峡市', '怀化市鹤城区', '嘉祥县', '郑州市', '陕西省']) {
        const say = await talk(place);
        const reply = await say(question);
        expect(reply.text).toMatch(/没有写|没写|没有说|没说/);
      }
    },
  );

  it('repeat word for word', async () => {
    const say = await talk('郑州市');
    const first = await say('医院新增安宁疗护床位补多少');
    const again = await say('再说一遍');
    expect(again).toMatchObject({ kind: 'repeat', text: first.text, speech: first.speech });
  });

  it('read traditional characters as simplified ones', async () => {
    const say = await talk('郑州市');
    const reply = await say('醫院新增安寧療護床位補多少');
    expect(reply.text).toContain('9000');
  });
});

describe('a case (promises 1 and 3)', () => {
  it('is decided by the rule, with the condition that limits it', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('我七十六，三无，自己住家里，一个月能领多少');
    expect(reply.kind).toBe('assessment');
    expect(reply.text).toContain('200元');
    expect(reply.text).toContain('户籍在鹤城区');
  });

  it('says what is missing by how much', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('我六十八，三无，身体硬朗自己做饭洗衣，住自己家，那个两百块的够不够条件');
    expect(reply.text).toMatch(/不符合/);
    expect(reply.text).toMatch(/70周岁（还差2/);
  });

  it('may say what the rule itself reckons, though no clause has the figure', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('我58岁，三无人员，自己住，身体好，能不能享受每月200的政府购买服务');
    expect(reply.text).toMatch(/不符合[\s\S]*年满70周岁[\s\S]*还差2/);
    expect(reply.text).not.toContain('12年');
  });

  it('is taken up again when it is corrected', async () => {
    const say = await talk('怀化市鹤城区');
    await say('我六十八，三无，身体硬朗自己做饭洗衣，住自己家，那个两百块的够不够条件');
    const corrected = await say('说错了，不是六十八，是七十八');
    expect(corrected.text).toMatch(/可以享受[\s\S]*200元/);
  });

  it('is never decided by what is not known', async () => {
    const say = await talk('怀化市鹤城区');
    const reply = await say('我婆婆八十三，自己过，空巢的那个补助能领吗');
    expect(reply.text).toMatch(/可能/);
    expect(reply.text).toMatch(/最低工资/);
  });
});

describe('danger (promise 5)', () => {
  it('comes before everything else, in the middle of anything', async () => {
    const say = await talk();
    await say('办养老院，一张床补多少钱');
    const reply = await say('哎呀我老伴突然胸口疼得冒冷汗');
    expect(reply.kind).toBe('emergency');
    expect(reply.actions[0]).toEqual({ type: 'call', number: '120' });
    const after = await say('鹤城区');
    expect(after.kind).not.toBe('error');
  });
});

describe('words that are no question', () => {
  it.each(['', '   ', '？？？', '。', '😀😀', '\u0000\u0007', '\ud800'])('%j gets a way on', async (text) => {
    const say = await talk('郑州市');
    const reply = await say(text);
    expect(reply.kind).toBe('clarify');
    expect(reply.suggestions.length).toBeGreaterThan(0);
  });

  it.each([
    ['你好', 'smalltalk'],
    ['谢谢你啊', 'smalltalk'],
    ['再说一遍', 'repeat'],
  ])('%s is %s', async (text, kind) => {
    const say = await talk();
    expect((await say(text)).kind).toBe(kind);
  });

  it('64 KiB of one word are answered in time that a person waits', async () => {
    const say = await talk('郑州市');
    const reply = await say('补贴'.repeat(10_000));
    expect(reply.text.length).toBeGreaterThan(0);
  });
});
