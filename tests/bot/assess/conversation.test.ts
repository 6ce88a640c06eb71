import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/bot/reply.js';
import { talk } from '../../support/house.js';

/** Says all lines; the last reply. */
async function replyAfter(place: string, ...lines: string[]): Promise<Reply> {
  const say = await talk(place);
  let reply: Reply | undefined;
  for (const line of lines) reply = await say(line);
  if (reply === undefined) throw new Error('nothing said');
  return reply;
}

const HECHENG = '怀化市鹤城区';
const ASKED_STATUS = ['我妈能领点啥', '八十'];

describe('the conversation that finds out', () => {
  it('opens with a question where nothing is told yet, and offers its answers', async () => {
    const reply = await replyAfter(HECHENG, '我婆婆能领点啥');
    expect(reply.kind).toBe('clarify');
    expect(reply.text).toContain('多大年纪');
    expect(reply.suggestions).toEqual(['不知道', '不想说']);
  });

  it('takes 有哪样好处 for a question after whatever there is, and what is listed before 补贴 for none', async () => {
    const all = await replyAfter(HECHENG, '我这里有个老娭毑，六十六了，吃低保的，你帮我算下她有哪样好处');
    expect(['clarify', 'assessment']).toContain(all.kind);
    const nappies = await replyAfter('陕西省', '我妈瘫在炕上，尿不湿、护理垫这些东西，省上每月给补贴些不？');
    expect(nappies.kind).toBe('not_found');
  });

  it('takes 拿啥顶 and 办什么手续 for no question after whatever there is', async () => {
    const stands = await replyAfter('三门峡市', '看中一栋老楼想办养老院，盖房的资料找不全，拿啥顶');
    expect(stands.kind).toBe('answer');
    expect(stands.text).toContain('鉴定');
    expect((await replyAfter('三门峡市', '俺那医院想办个养老院，要办什么手续')).kind).toBe('answer');
  });

  it('tells what is certain with its clause, and asks on', async () => {
    const reply = await replyAfter(HECHENG, ...ASKED_STATUS);
    expect(reply.text).toMatch(/可以享受：65岁以上老人的健康档案.*三无老人/);
    expect(reply.citations.map((c) => c.clause)).toContain('二、（三）1');
    expect(reply.suggestions).toContain('都不是');
  });

  it('takes 不知道 and 不想说 for answers, with a way to find out, and does not ask again', async () => {
    const unknown = await replyAfter(HECHENG, ...ASKED_STATUS, '不晓得');
    expect(unknown.text).toMatch(/不知道没关系.*民政局/);
    expect(unknown.text).not.toMatch(/是不是三无老人/);
    const refused = await replyAfter(HECHENG, ...ASKED_STATUS, '不想说');
    expect(refused.text).toContain('不想说就不说');
  });

  it('says why, on request, and puts the question again', async () => {
    const reply = await replyAfter(HECHENG, ...ASKED_STATUS, '问这个干啥');
    expect(reply.text).toMatch(/专门的待遇.*都不是就说都不是/);
  });

  it('answers a digression and comes back', async () => {
    const say = await talk(HECHENG);
    for (const line of ASKED_STATUS) await say(line);
    const away = await say('办养老院一张床补多少钱');
    expect(away.text).toMatch(/6000[\s\S]*刚才问您的还没答/);
    const back = await say('都不是');
    expect(back.text).toMatch(/^好，记下了/);
  });

  it('tells what 三无 is where the answer leaves it open', async () => {
    const open = await replyAfter(HECHENG, ...ASKED_STATUS, '没得收入，也没吃低保');
    expect(open.text).toMatch(/没有劳动能力、没有收入、也没有人赡养.*是不是三无老人/);
    const denied = await replyAfter(HECHENG, ...ASKED_STATUS, '不是三无，有两个女');
    expect(denied.text).not.toContain('三无');
  });

  it('takes who has no children, no income and no strength to work for 三无', async () => {
    const told = '俺叔七十三，没儿没女，地种不动了，没一分钱收入，一个人住自己家，能领啥补贴';
    expect((await replyAfter(HECHENG, told)).text).toContain('200元');
  });

  it('takes what is told of income for no denial of a status', async () => {
    for (const lacking of ['一分钱收入都没得', '没得一分钱进', '退休工资都没得', '做不得事了']) {
      const reply = await replyAfter(HECHENG, ...ASKED_STATUS, lacking);
      expect(reply.text, lacking).toMatch(/是不是三无老人/);
    }
    const none = await replyAfter(HECHENG, ...ASKED_STATUS, '哪样都没得');
    expect(none.text).not.toContain('三无');
  });

  it('adds up what somebody lacks, turn by turn, in any order', async () => {
    const told = ['我舅七十一了，能领点啥', '没儿没女，一个人住老屋', '地种不动了', '一分钱进账都没有'];
    expect((await replyAfter(HECHENG, ...told)).text).toContain('“三无”老人');
    const two = ['我舅七十一了，能领点啥', '地种不动了', '一分钱进账都没有'];
    expect((await replyAfter(HECHENG, ...two)).text).not.toContain('可以享受：“三无”');
  });

  it('keeps to the parent of whom 我们两个崽 is said', async () => {
    const say = await talk(HECHENG);
    for (const line of ASKED_STATUS) await say(line);
    expect((await say('不是三无，有我们两个崽')).text).toMatch(/^好，记下了.*低保/);
  });

  it('holds the register elsewhere against who lives here, and asks that place for nothing', async () => {
    const told = '我八十三了，户口还在辰溪，租房住在鹤城一个人过，儿女都在外省，那个空巢的补贴有没有我的份';
    const reply = await replyAfter(HECHENG, told);
    expect(reply.text).toMatch(/还不符合.*80元.*户籍在鹤城区/);
    expect(reply.text).not.toContain('辰溪');
  });

  it('leaves to the policy what asks for a time', async () => {
    const reply = await replyAfter('三门峡市', '我六十八，村里给查了身体，结果多长时间得给我');
    expect(reply.kind).toBe('answer');
    expect(reply.text).toContain('1个月');
  });

  it('repeats the question word for word and still takes the answer', async () => {
    const say = await talk(HECHENG);
    const first = await say('我妈能领点啥');
    const again = await say('再说一遍');
    expect(again.text).toBe(first.text);
    expect((await say('七十')).text).not.toContain('多大年纪');
  });

  it('takes a correction', async () => {
    const reply = await replyAfter(
      HECHENG,
      '我爸七十二，三无，住家里，能领多少',
      '不是七十二，是六十二',
      '在',
      '自己都能行',
    );
    expect(reply.text).toContain('差在这里');
    expect(reply.text).toContain('还差8年');
  });

  it('keeps people apart', async () => {
    const say = await talk(HECHENG);
    await say('我爸七十二，三无，住家里，能领多少');
    const other = await say('那我老伴呢');
    expect(other.text).not.toContain('按您说的，可以享受：散居');
    const father = await say('我爸户口在鹤城，能领多少');
    expect(father.text).toContain('200元');
  });

  it('gives no benefit on a 户籍 that was denied', async () => {
    const reply = await replyAfter(HECHENG, '我爸七十二，三无，住家里，能领多少', '不在，在洪江');
    expect(reply.text).not.toMatch(/可以享受：散居/);
  });

  it('does not take 没有退休金 for a no', async () => {
    const reply = await replyAfter(HECHENG, '我妈八十一，一个人过，那个八十块能不能领', '没有退休金');
    expect(reply.text).not.toMatch(/不符合：80岁/);
  });

  it('tells what it has when there were questions enough', async () => {
    const reply = await replyAfter(HECHENG, ...ASKED_STATUS, '别问了');
    expect(reply.kind).toBe('assessment');
    expect(reply.citations.length).toBeGreaterThan(0);
  });

  it('does not ask for the same without end', async () => {
    const say = await talk('三门峡市');
    await say('我爷爷能享受啥');
    await say('属龙的');
    const reply = await say('属龙的');
    expect(reply.text).not.toMatch(/多大年纪了？$/);
  });

  it('lets danger come first and goes on afterwards', async () => {
    const say = await talk(HECHENG);
    for (const line of ASKED_STATUS) await say(line);
    const danger = await say('哎呀我妈突然胸口疼得直冒汗');
    expect(danger.kind).toBe('emergency');
    expect((await say('都不是')).kind).not.toBe('error');
  });

  it('never adds up the classes that the policy separates', async () => {
    const reply = await replyAfter(
      HECHENG,
      '我妈八十二，三无，也是低保，走路要人扶，一个人过，没有收入，住家里，能领多少',
    );
    expect(reply.text).not.toMatch(/350|280|430/);
  });
});
