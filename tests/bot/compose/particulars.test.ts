import { describe, expect, it } from 'vitest';
import { particularsIn } from '../../../src/bot/compose/particulars.js';
import { rankProvisions } from '../../../src/bot/compose/rank.js';
import { newConversation } from '../../../src/bot/conversation.js';
import { understand } from '../../../src/bot/understand/understand.js';
import { askedIn } from '../../../src/bot/understand/wants.js';
import { realHouse } from '../../support/house.js';

const house = await realHouse();
const reader = { lexicon: house.lexicon, held: house.held, rarity: house.library.rarity };

/** The likest rule of the document and what it shows of the question. */
function likest(question: string, documentId: string) {
  const [ask] = understand(house.normalize(question), newConversation(), null, reader).asks;
  if (ask === undefined) throw new Error('nothing asked');
  return rankProvisions(ask, documentId, house).find(({ other }) => !other);
}

describe('a particular that is asked of a matter', () => {
  it.each([
    ['免费查身体归哪个大夫管，打什么电话问', 'sanmenxia-2020-1'],
    ['老人查身体是几月份查', 'sanmenxia-2020-1'],
    ['住医养结合的床位要交多少押金', 'zhengzhou-2021-55'],
    ['签的家庭医生不中意，能换一个不', 'jiaxiang-2018'],
    ['划拨给养老院的地能不能拿去抵押', 'sanmenxia-2020-1'],
    ['老人摔倒按的那个呼叫中心号码是几多', 'hecheng-2021-3'],
    ['到底是哪家医院开了老年病科', 'hecheng-2021-3'],
    ['三无老人每月二百的服务上个月没用完，能攒到下个月不', 'hecheng-2021-3'],
    ['拿了建床的补贴，三年就关门了，那钱要退不', 'hecheng-2021-3'],
    ['证明崽女不在城区要么子凭据', 'hecheng-2021-3'],
    ['低保那一份跟空巢那一份，能不能两份一起拿', 'hecheng-2021-3'],
    ['签约的大夫老是不来，咋换', 'jiaxiang-2018'],
    ['健康档案能不能打印一份', 'zhengzhou-2021-55'],
    ['去养老院坐诊的医生，原单位要不要签字', 'zhengzhou-2021-55'],
    ['上门挣的钱一月一发还是一年一发', 'zhengzhou-2021-55'],
    ['给上门的护士买的啥险，护士摔了谁来赔', 'sanmenxia-2020-1'],
    ['签约医生能不能挑个女大夫', 'jiaxiang-2018'],
    ['半护理全护理是哪个单位派人来评的', 'hecheng-2021-3'],
  ])('is lacking where the rule says nothing of it: %s', (question, documentId) => {
    expect(['lacking', 'open']).toContain(likest(question, documentId)?.signs.shape);
    expect(
      likest(question, documentId)?.signs.shape === 'lacking' ? likest(question, documentId)?.odds : 0,
    ).toBeLessThanOrEqual(0);
  });

  it.each([
    ['查完身体多长时间告诉结果', 'sanmenxia-2020-1'],
    ['家庭医生考核不合格会怎么处罚', 'zhengzhou-2021-55'],
    ['旧房没有老图纸拿什么材料顶', 'sanmenxia-2020-1'],
  ])('is met where the rule tells it: %s', (question, documentId) => {
    expect(likest(question, documentId)?.signs.shape).toBe('met');
  });

  it.each([
    '我打电话就想问一下，体检有哪些项目',
    '护士打电话问我吃什么药，这算家庭医生不',
    '走的什么路子办的',
    '这里已经有七八家了，会不会名额满了',
    '原来的地怎么处理',
    '补贴的钱从哪来',
    '护理员两年都没涨过工资，公家有没有补贴',
    '大夫上门看病坐哪里看',
    '钱剩得不多了，还能住养老院不',
    '医院闲着的床能不能换成养老用',
    '上门挣的钱，剩下来主要干什么用',
  ])('is none: %s', (question) => {
    const text = house.normalize(question);
    expect(particularsIn(text, askedIn(text))).toEqual([]);
  });
});
