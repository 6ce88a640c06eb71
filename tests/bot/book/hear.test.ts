import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyToTell } from '../../../src/bot/book/hear/family.js';
import { meantIn } from '../../../src/bot/book/hear/meant.js';
import {
  doubtfulIn,
  hearBareName,
  hearNameAnswer,
  respelled,
  spellOut,
  withoutOtherSpelling,
} from '../../../src/bot/book/hear/name.js';
import { charToldBy, toldByEar } from '../../../src/bot/book/hear/name-characters.js';
import { digitsBySound, hearId, hearPhone, mendedNumber } from '../../../src/bot/book/hear/number.js';
import { oneByOne } from '../../../src/bot/book/hear/people.js';
import { repaired } from '../../../src/bot/book/hear/repair.js';
import { hearShift } from '../../../src/bot/book/hear/shift.js';
import { hearWhen } from '../../../src/bot/book/hear/when.js';
import { wishOf } from '../../support/wish.js';

describe('a name', () => {
  it.each([
    ['我叫禹淑琴，大禹治水的禹，可不是下雨的雨啊，老有人写错', '我叫禹淑琴，大禹治水的禹，，'],
    ['不是下雨的雨，是大禹的禹', '，是大禹的禹'],
    ['不是下雨的雨', '不是下雨的雨'],
    ['不是桂花的桂，是富贵的福', '不是桂花的桂，是富贵的福'],
  ])('is told without the characters that it is not: %s', (said, left) => {
    expect(withoutOtherSpelling(said)).toBe(left);
  });

  it.each(['明儿后晌', '后儿早起', '今儿个前晌'])('is no time of day: %s', (said) => {
    expect(hearBareName(said)).toBeNull();
  });

  it.each([
    ['她喊做杨冬秀', '杨冬秀'],
    ['靳保安！靳是革命的革加一个公斤的斤，保护的保', '靳保安'],
    ['钮素贞，纽扣的纽换成金字旁，朴素的素，贞洁的贞', '钮素贞'],
    ['纽素贞，纽扣的纽改成金字旁，朴素的素，贞洁的贞', '钮素贞'],
    ['杨再兴', '杨再兴'],
    ['我姓……姓印，印月娥', '印月娥'],
    ['水学义', '水学义'],
    ['王友生，三横王，朋友的友', '王友生'],
    ['黄友生，黄颜色的黄，朋友的友', '黄友生'],
    ['耿德舜，耿直的耿，道德得德，舜利的舜', '耿德顺'],
    ['周舜，尧舜的舜', '周舜'],
    ['我叫李想', '李想'],
  ])('is heard in %s', (said, name) => {
    expect(hearNameAnswer(said)).toBe(name);
  });

  it.each(['再等等', '等一下', '换一天', '不晓得', '时间', '方便', '我想想', '挂号', '算了吧'])(
    'is not %s',
    (said) => {
      expect(hearNameAnswer(said)).toBeNull();
    },
  );

  it('is mended by the character that is explained, or by the word should that be misheard', () => {
    expect(respelled('王贵芳', '是桂花的桂')).toBe('王桂芳');
    expect(respelled('王贵芳', '桂花的柜')).toBe('王桂芳');
    expect(respelled('章明', '弓长张')).toBe('张明');
    expect(respelled('王桂芳', '桂花的桂')).toBeNull();
  });

  it('is told to the ear by its characters; one that no name has is doubted', () => {
    expect(spellOut('张桂芳')).toBe('弓长张，桂花的桂，芳香的芳');
    expect(doubtfulIn('王桂芳')).toBeNull();
    expect(doubtfulIn('王柜芳')).toBe('柜');
    expect(doubtfulIn('Anna')).toBeNull();
  });

  it('has one phrase for a character, and one character for a phrase', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'王李张刘陈杨赵黄周吴桂芳秀英兰珍玉凤莲香德福贵生'), (char) => {
        const told = toldByEar(char);
        expect(told).not.toBeNull();
        expect(charToldBy(told ?? '')).toBe(char);
      }),
    );
  });
});

describe('a number', () => {
  it.each([
    ['不是五五六六，是五五六八', '13309125566', '13309125568'],
    ['一一四五，不对，是一一四六', '1383980', '13839801146'],
    ['不对，是二三五四', '13639812345', '13639812354'],
    ['错了错了，不是二三三四，是二二三四', '13974512334', '13974512234'],
    ['不是三八是三九', '13839838398', ''],
    ['不是三八是三九', '13939012345', '13939012345'],
    ['不是三点是四点', '13839012345', null],
    ['不是第一个是第二个', '13839012345', null],
    ['好的', '13839012345', null],
  ])('put right by %s in %s', (said, before, mended) => {
    expect(mendedNumber(said, before)).toBe(mended);
  });

  it('is heard though some of its digits were written as other characters', () => {
    expect(hearPhone(digitsBySound('一三九七四武八一二零溜'))).toBe('13974581206');
    expect(digitsBySound('一三九，七寺五，三三零，拔八')).toBe('一三九，七四五，三三零，八八');
    expect(digitsBySound('吴久，一三九，七四五三三零八八')).toContain('吴久');
    expect(hearId(digitsBySound('三七铃八二九一九五一零六二零三三四四'))?.valid).toBe(true);
  });

  it('is not made of words', () => {
    for (const text of ['我想给我妈挂一个骨科的号', '一二三四五六七八里有一个人', '一三九啊我记不得了等一下'])
      expect(digitsBySound(text)).toBe(text);
  });

  it('is corrected either way round', () => {
    expect(meantIn('最后是一零四三，不是一零三四')).toEqual({ right: '最后是一零四三', wrong: '一零三四' });
    expect(meantIn('不是周三是周四').right).toBe('周四');
    expect(meantIn('不对，不是周三').right).not.toContain('周三，');
  });
});

describe('the end of a number that was said wrong', () => {
  it('is put in its place', () => {
    expect(mendedNumber('电话后头不对，是二三四五', '13812341111')).toBe('13812342345');
    expect(mendedNumber('末尾那个数是七，不是一，别的都对', '13812341111')).toBe('13812341117');
    expect(mendedNumber('前头三位应该是一五九，后面没错', '13812341111')).toBe('15912341111');
  });
});

describe('what is said to the desk', () => {
  it('is put back where it was written by its sound, and only there', () => {
    expect(repaired('给我妈挂眼柯，周伞上雾')).toBe('给我妈挂眼科，周三上午');
    expect(repaired('递一个')).toBe('第一个');
    for (const text of ['老年人高龄补贴多少钱', '上海', '部队', '我要挂号', ''])
      expect(repaired(text)).toBe(text);
  });

  it('keeps its length, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...repaired(text)]).toHaveLength([...text].length);
      }),
    );
  });

  it.each([
    '挂骨科',
    '挂号，神经内科，自己看',
    '二院眼科，最早哪天有号就挂哪天，我自己',
    '听得见吗？我要挂号',
    '我想看中医，调理一下',
    '俺娘想查查身体，能约不',
    '俺想给俺爹预约个免费体检，嘉祥的，他七十二',
    '号',
  ])('is a wish to book: %s', (text) => {
    expect(wishOf(text)).toBe('book');
  });

  it.each([
    '老年病科要开设吗',
    '挂号要不要钱',
    '医院要开老年医学科有什么规定',
    '怎么挂号',
    '想问一下，有没有喘息服务',
    '骨科看病能报销多少',
    '高龄补贴想去领，去哪里',
    '文号是多少',
  ])('is a question of the rules: %s', (text) => {
    expect(wishOf(text)).toBeNull();
  });
});

describe('what a recogniser wrote otherwise', () => {
  it('leaves what is asked as it is', () => {
    expect(repaired('也不知道挂哪科')).toBe('也不知道挂哪科');
    expect(repaired('去中医馆调一调')).toBe('去中医馆调一调');
  });

  it.each([
    ['不对，手机号是沂八九零七四五一一五三', '18907451153'],
    ['手机豪是一八其九一二零四四七一', '18791204471'],
    ['不对，手机号是疫五一散六二七七四八零', '15136277480'],
    ['是一三八零零一三八零零零', '13800138000'],
  ])('of a number is put back wherever it stands: %s', (said, phone) => {
    expect(hearPhone(digitsBySound(said))).toBe(phone);
  });

  it.each(['我十四五岁就一时去事业单位是四十', '一二三四五六七是不是事实'])('is left alone in %s', (said) => {
    expect(hearPhone(digitsBySound(said))).toBeNull();
  });

  it.each([
    ['队', '对'],
    ['堆，约吧', '对，约吧'],
    ['怖对', '不对'],
    ['怖退了', '不退了'],
    ['排队的人多', '排队的人多'],
    ['部队医院', '部队医院'],
  ])('of a yes and a no: %s is %s', (said, meant) => {
    expect(repaired(said)).toBe(meant);
  });
});

describe('a day', () => {
  it('is that of the month where its weekday and hours are told before it', () => {
    const heard = hearWhen('星期一上午，三十号', { ...now, month: 11, day: 22 });
    expect(heard !== null && 'when' in heard ? heard.when.days : null).toEqual([
      { from: `${now.year}-11-30`, to: `${now.year}-12-01`, clock: { from: 480, to: 720 } },
    ]);
  });

  it.each(['改到三号下午，十二月三号', '十二月三号，三号下午'])(
    'that is told twice keeps its hours: %s',
    (said) => {
      const heard = hearWhen(said, now);
      expect(heard !== null && 'when' in heard ? heard.when.days : null).toEqual([
        { from: '2026-12-03', to: '2026-12-04', clock: { from: 720, to: 1080 } },
      ]);
    },
  );

  const now = { year: 2026, month: 11, day: 22, hour: 10, minute: 0, second: 0 };

  it.each(['唐朝的唐，冬天的冬，嫦娥的娥', '明天的明', '姓张，春天的春'])(
    'is none in a name spelled out: %s',
    (said) => {
      expect(hearWhen(said, now)).toBeNull();
    },
  );

  it.each([
    '想给我大签个家庭医生，二十四号后晌去行不行',
    '二十四号带她过去看看中不中',
    '二十四号叫俺娘去成吗',
    '二十四号上午来瞧行不？',
    '二十四号去做体检好不好',
    '二十四号去咋样',
    '叫大夫上家里来给看看，二十四号后晌能来不',
    '二十四号大夫能不能上门给量量血压',
    '二十四号来得了吗',
    '家庭医生那里二十四号下午过去看得成不',
    '二十四号早起管不，俺知道得空着肚子去',
  ])('is wished by who asks whether to come then is all right: %s', (said) => {
    const heard = hearWhen(said, now);
    expect(heard !== null && 'when' in heard ? heard.when.days.map(({ from }) => from) : []).toEqual([
      '2026-11-24',
    ]);
  });

  it.each([
    '二十四号去大夫在不在',
    '二十四号去要不要带身份证',
    '二十四号去能报销吗',
    '二十四号上班行不行',
    '二十四号叫我儿子来取行不行',
    '二十四号不去行不行',
  ])('is not wished by who asks something else of it: %s', (said) => {
    const heard = hearWhen(said, now);
    expect(heard !== null && 'when' in heard ? heard.when.days : []).toEqual([]);
  });

  it('stands beside one', () => {
    const heard = hearWhen('冬天的冬，后天上午', now);
    expect(heard !== null && 'when' in heard ? heard.when.days.map(({ from }) => from) : []).toEqual([
      '2026-11-24',
    ]);
  });
});

describe('one of the family', () => {
  it.each([
    ['再给我儿子也发一条', '儿子'],
    ['也告诉我大女儿一声', '大女儿'],
    ['也给我姐发一条短信', '姐姐'],
    ['我儿媳妇那边也要发', '儿媳妇'],
  ])('is to be told: %s', (said, word) => {
    expect(familyToTell(said)).toBe(word);
  });

  it.each(['给我老伴挂个号', '再给我儿子也挂一个', '我儿子在外地'])('is not: %s', (said) => {
    expect(familyToTell(said)).toBeNull();
  });
});

describe('a wish for two people', () => {
  it.each([
    ['给我爷爷和我奶奶都挂个眼科', '给我爷爷挂个眼科', '给我奶奶挂个眼科'],
    [
      '要约俩人，我妈看牙，我爸看腰，都去一院',
      '给我妈约，要约俩人，我妈看牙，都去一院',
      '给我爸约，要约俩人，我爸看腰，都去一院',
    ],
  ])('is taken apart: %s', (said, first, second) => {
    expect(oneByOne(said)).toEqual({ first, second });
  });

  it.each([
    '我妈腰疼，我爸让我打的电话',
    '给我妈挂个骨科',
    '我跟我闺女说了，她让挂号',
    '吓得俺也想查查，就给俺自己约，俺老头死活不去',
    '我也要体检，给我自己报，我老伴不用查',
  ])('is none: %s', (said) => {
    expect(oneByOne(said)).toBeNull();
  });
});

describe('what is asked of the desk', () => {
  it.each([
    ['reschedule', '我才约的骨科那个，下雪去不了，给我推到十二月去'],
    ['reschedule', '刚挂的那个号，给我拖到下个月'],
    ['book', '我要出门几天，想喊养老服务站来替我照看他'],
    ['book', '我一身怕冷，想到中医馆调一调，星期五上午'],
    ['book', '想去社区中医馆，叫大夫给调调，拔个罐，后天上午'],
    ['book', '想寻个老先生给我调理调理，挂个号'],
    ['reschedule', '医生给约的骨科那个，给我调到后天'],
  ] as const)('%s: %s', (task, said) => {
    expect(wishOf(said)).toBe(task);
  });
});

describe('a day told from that of an appointment', () => {
  it.each([
    ['往后推两天', '2026-11-28'],
    ['还是那一天，换到下午', '2026-11-26'],
    ['提前一天', '2026-11-25'],
  ])('%s', (said, day) => {
    expect(hearShift(said, '2026-11-26T08:00:00+08:00')?.days[0]?.from).toBe(day);
  });

  it('is none where nothing is shifted', () => {
    expect(hearShift('换到下午', '2026-11-26T08:00:00+08:00')).toBeNull();
  });
});
