import { describe, expect, it } from 'vitest';
import { asksAgain, waitsAMoment } from '../../../src/bot/book/hear/again.js';
import { hearBareName, hearNameAnswer } from '../../../src/bot/book/hear/name.js';
import { wishIn } from '../../../src/bot/book/index.js';
import { call } from '../../support/booking-call.js';
import { realHouse } from '../../support/house.js';
import { wishOf } from '../../support/wish.js';

describe('a question that was not heard', () => {
  it.each([
    '啊？名字？',
    '你讲么子？',
    '哎？',
    '是几号？',
    '哪个医院？',
    '大点声，俺耳朵背',
    '你再说一道',
    '慢点说，我记不赢',
    '太快了，慢点念',
    '我耳朵聋，你莫讲那么快',
  ])('is put again: %s', (said) => {
    expect(asksAgain(said)).toBe(true);
  });

  it.each([
    '不对，你再念一遍',
    '俺说慢点 一三五 六二一零 七七四三',
    '那么多天 俺都记不住 不弄了',
    '哪个医院近就去哪个',
    '张桂花',
    '第一个',
    '下午有号吗？',
    '对，你慢点',
  ])('but not: %s', (said) => {
    expect(asksAgain(said)).toBe(false);
  });

  it.each(['等下，我去拿本子', '等我戴上眼镜', '姓田 俺去拿身份证看看咋写的'])(
    'is waited with: %s',
    (said) => {
      expect(waitsAMoment(said)).toBe(true);
    },
  );
  it.each(['我去看眼睛', '等礼拜三再去', '我看看十三号行不行', '对'])('or not: %s', (said) => {
    expect(waitsAMoment(said)).toBe(false);
  });
});

describe('a name told with gossip', () => {
  it.each([
    ['她跟我爷爷一个姓，姓田，田地的田，秀英，秀丽的秀，英雄的英', '田秀英'],
    ['张，弓长张，桂花，桂花树那个桂花', '张桂花'],
    ['俺娘那辈人名字都土 姓胡 胡萝卜的胡 叫二妮 一二的二', '胡二妮'],
    ['额娘么，娘家姓白，叫白兰兰', '白兰兰'],
    ['不对，名字石张传英', '张传英'],
    ['他叫曾宪屏，宪法的宪，平安的平', '曾宪平'],
    ['不对，名字石秀英', '石秀英'],
    ['娭毑姓补，补衣服的补，补秀莲，秀气的秀，莲花的莲', '补秀莲'],
  ])('%s', (said, name) => {
    expect(hearNameAnswer(said)).toBe(name);
  });
  it.each(['喂 喂 听得见吗 信号不好', '姓田 俺去拿'])('none in %s', (said) => {
    expect(hearNameAnswer(said)).toBeNull();
  });
  it('is the one of whom it is for', async () => {
    const caller = await call();
    for (const turn of ['给俺娘约个骨科，去人民医院', '礼拜三上午', '第一个']) await caller.say(turn);
    await caller.say('俺兄弟叫张大力，俺娘叫孙凤英，是给俺娘看');
    expect((await caller.say('13874512345')).text).toContain('孙凤英');
  });
  it('is no word of four characters', () => {
    expect(hearBareName('都要得的')).toBeNull();
  });
});

describe('an appointment that was made before', () => {
  const wish = async (text: string): Promise<string | null> => {
    const house = await realHouse();
    const work = { text, conversation: { pending: null }, understanding: { social: null, asks: [] } };
    return wishIn(work as unknown as Parameters<typeof wishIn>[0], house, false);
  };
  it.each([
    ['我是才将约骨科的那个，路上滑得不敢走，给我推到十二月去', 'reschedule'],
    ['额刚挂的那个眼科，后儿去不成，礼拜五上午挪一挪', 'reschedule'],
    ['刚才我约的体检不做了，社区已经检过了', 'cancel'],
    ['那个号不要咧，给额去了，往后再说', 'cancel'],
  ])('is moved or given up, and none made anew: %s', async (said, task) => {
    expect(await wish(said)).toBe(task);
  });
  it.each(['上回挂的那个眼科大夫好，再给我挂一个', '我昨天挂的号没看上，想约明天的'])(
    'or another is wished: %s',
    async (said) => {
      expect(await wish(said)).toBe('book');
    },
  );
});

describe('a wish beside whom one reached', () => {
  it.each([
    '查体咋报名？俺七十整了，村里喇叭喊了好几回',
    '听讲有人可以陪老人家去医院看病的？我一个人住，那些机子我搞不来',
    '我想去社区那个中医馆，俺对门老王家说人家给艾灸哩，她灸了几回，腿都不凉了',
    '我脚趾头变形了，穿鞋子磨，看不看得咯',
    '想到区医院找心血管的医生看下药对不对',
    '额要体检',
  ])('%s', (said) => {
    expect(wishOf(said)).toBe('book');
  });
  it.each([
    '查体要多少钱，咋报名',
    '我妈一个人腿脚不便，有没有志愿者能陪着看病住院',
    '想去社区中医馆要什么条件',
    '我想去养老院',
    '这个病能治不能治',
    '你看得懂方言不',
  ])('but no: %s', (said) => {
    expect(wishOf(said)).toBeNull();
  });
});

describe('an appointment that is spoken of', () => {
  it.each(['我约的那个骨伤科想换一天', '俺挂的那个眼科，能不能往后挪挪', '约好的那个号，改个天'])(
    'is moved, and none is made: %s',
    (said) => {
      expect(wishOf(said)).toBe('reschedule');
    },
  );
  it('is made where another is wished', () => {
    expect(wishOf('我约的那个骨科照去，再给我老伴挂一个眼科')).toBe('book');
  });
});
