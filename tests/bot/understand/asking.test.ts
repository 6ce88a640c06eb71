import { describe, expect, it } from 'vitest';
import { IN_CHARGE, shapeFor } from '../../../src/bot/compose/shapes.js';
import { placesAskedAbout } from '../../../src/bot/understand/places.js';
import { splitTurn } from '../../../src/bot/understand/split.js';
import { askedIn, isAsking, readWants } from '../../../src/bot/understand/wants.js';
import { featuresOf, plainMandarin } from '../../../src/language/features.js';
import { realHouse } from '../../support/house.js';

const { lexicon, held } = await realHouse();

describe('what asks', () => {
  it.each([
    '县上写没写这一条',
    '谁生病都给报不',
    '要不要好多钱',
    '谁家都能领吗',
    '办这个要甚手续',
    '一个老人头上要占好宽的地方',
    '俺那老宅子盖成养老的叫盖不叫',
    '那俺老伴呢',
    '家里没人照看，医保给出不给',
  ])('%s', (text) => {
    expect(isAsking(text)).toBe(true);
  });
});

describe('what only tells', () => {
  it.each([
    '我是开诊所嘞',
    '听人家说镇上要弄个啥站',
    '俺爷一直在炕上歪着不动弹呢',
    '荒了多少年了',
    '村小学空了几年了',
    '到处啥都要在手机上弄',
    '那房子七几年就有了',
    '头几年修的楼',
    '几个老姐妹合计着弄',
    '他瘫了有几年了',
    '想喊站里帮我照看她几天',
    '我要出门几天',
    '谁头疼脑热都得往外拉',
    '谁病了都要自己跑县里',
    '当初这地没花好多钱',
    '一年也不值几个钱',
    '药钱医院怎么收就怎么收',
    '该多少就多少',
    '独生崽早几年出车祸没了',
  ])('%s', (text) => {
    expect(isAsking(text)).toBe(false);
  });

  it('asks neither how many nor when by what is planned or long past', () => {
    expect(readWants('打算收拾几间屋给老人住，准不准')).not.toContain('count');
    expect(readWants('闲了多少年了，能不能拿来养老')).not.toContain('when');
    expect(readWants('能收几间屋子的钱')).toContain('count');
  });
});

describe('what is wanted', () => {
  const wantsOf = (text: string) => readWants(askedIn(plainMandarin(text, lexicon)));

  it('is read from what asks, not from what is told beside it', () => {
    expect(wantsOf('护士隔几天来换一回药，这钱医保给不给出')).toEqual(['whether']);
    expect(wantsOf('村里那几年批地是按床给的，一张床摊多大地方')).toEqual(['count']);
    expect(wantsOf('几个老伙计合计着盖个院子，这地能用不能')).toEqual(['whether']);
    expect(wantsOf('空教室收拾出来给几个老人家坐坐，这样搞行不行')).toEqual(['whether']);
    expect(askedIn('一个月老些钱，照理该按什么价收')).toBe('照理该按什么价收');
  });

  it.each([
    ['得隔几年才能再评一回', '几年'],
    ['一年查几回', '几回'],
    ['有几个部门管', '几个'],
    ['一间屋住几个人', '几个'],
  ])('is how many or how often where that is asked: %s', (text, asked) => {
    expect(askedIn(text)).toContain(asked);
  });

  it('is no age where a hospital is to be of some size, and no body in charge where one is to qualify', () => {
    expect(wantsOf('签合同得找多大级别的医院')).not.toContain('age');
    expect(IN_CHARGE.test('什么样的单位能申请')).toBe(false);
    expect(IN_CHARGE.test('这事是哪个单位管')).toBe(true);
  });

  it('is a figure where 多少 comes last', () => {
    expect(wantsOf('占了地，一亩一年把村里几多')).toEqual(['amount', 'count']);
    expect(wantsOf('建一个站补多少')).toEqual(['amount']);
    expect(wantsOf('市里老人得有多少万')).toEqual(['amount', 'count']);
    expect(wantsOf('中医那个体质啥的，一次得多长时间')).toEqual(['when']);
  });

  it('is a price where money is asked for, and no share of anything', () => {
    expect(shapeFor('amount', '一个疗程多少钱')?.test('到2022年达到100%')).toBe(false);
    expect(shapeFor('amount', '能报销多少钱')?.test('按80%报销')).toBe(true);
  });

  it('is an amount whoever gets it', () => {
    expect(wantsOf('盖这个院公家补他多少')).toContain('amount');
    expect(wantsOf('这个钱市里跟区里怎么摊')).toContain('who');
  });
});

describe('the parts of a turn', () => {
  const asks = (text: string) => splitTurn(text, () => 2).asks;

  it('are one where a topic is named before what is asked of it', () => {
    expect(asks('新办养老院呢，手续简化没')).toEqual(['新办养老院，手续简化没']);
    expect(asks('那护理院呢，一张床补多少')).toHaveLength(2);
  });

  it('leave out a complaint, where something is asked after it', () => {
    expect(asks('快仨月了也没人跟俺说查咋样，他们该多长时间给俺个信儿')).toEqual([
      '他们该多长时间给俺个信儿',
    ]);
    expect(asks('这事咋办，没人跟俺说咋办')).toHaveLength(2);
  });

  it('are one where there is to choose from', () => {
    expect(asks('家庭病床谁来建，大医院还是小医院')).toHaveLength(1);
  });
});

describe('dialect in plain Mandarin', () => {
  it.each([
    ['一张床公家补好多', '一张床公家补多少'],
    ['住院要交好多钱', '住院要交多少钱'],
    ['去了要拿甚', '去了要拿什么'],
    ['甚至不认人', '甚至不认人'],
    ['他腿瘫咧', '他腿瘫了'],
    ['添一张床贴多儿', '添一张床贴多少'],
    ['一亩把几多', '一亩把多少'],
    ['家里多儿多女', '家里儿女多'],
    ['医院嘞床能住不', '医院的床能住不'],
    ['这个给不给嘞', '这个给不给呢'],
  ])('%s', (said, plain) => {
    expect(plainMandarin(said, lexicon)).toBe(plain);
  });

  it('keeps which way money goes', () => {
    expect([...featuresOf('养老院收好多', lexicon).keys()]).toContain('.收');
  });
});

describe('whose place is told, not asked for', () => {
  it.each([
    '女在佛山，我一个人在屋里，有没有人来照看',
    '我嫁到株洲了，就我一个女，我娘瘫了咋办',
    '我在东莞崽那里看孙，病了怎么报',
    '我姐在贵州，我在浙江打工，都不在怀化，娘没人看',
    '我姑妈糊涂了，我表姐在长沙带崽，有什么帮她的没',
    '我堂弟在广州，我婶婶没人管',
    '她侄子在佛山，平时是邻居照看',
  ])('%s', (text) => {
    expect(placesAskedAbout(text, null, held)).toEqual([]);
  });
});

describe('where the old people themselves are', () => {
  it.each(['我姑妈在长沙，能领高龄津贴不', '长沙的表姐七十了，补多少'])('is asked about: %s', (text) => {
    expect(placesAskedAbout(text, null, held)).toHaveLength(1);
  });
});

describe('where somebody came from', () => {
  const home = held.find(({ adcode }) => adcode === '431202') ?? null;
  it.each([
    '我爸户口还在溆浦，跟我过了三年了，报得上不',
    '我院里收了几个贵州过来的老人，算不算进去',
    '我外公打广东回来看病，医药费咋报',
    '有个香港老板想来办养老院，行不行',
  ])('is not asked about where the home is known: %s', (text) => {
    expect(placesAskedAbout(text, home, held)).toEqual([]);
  });
  it('is, where it is all that is named and no home is known', () => {
    expect(placesAskedAbout('我爸户口在溆浦，补多少', null, held)).toHaveLength(1);
    expect(placesAskedAbout('贵州的老人怎么领', home, held)).toHaveLength(1);
  });
});
