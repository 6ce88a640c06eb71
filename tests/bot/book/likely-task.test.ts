import { describe, expect, it } from 'vitest';
import { likelyTask, taskFeatures } from '../../../src/bot/book/wish/likely-task.js';
import { asksWhatIsWritten, taskIn } from '../../../src/bot/book/wish/task.js';
import { realHouse } from '../../support/house.js';

const { lexicon } = await realHouse();

describe('likelyTask', () => {
  it.each([
    ['book', '这半拉身子一到阴天就僵，想上卫生院叫人给捋捋'],
    ['cancel', '娃们把我接走了，那个看耳朵的就算了吧'],
    ['reschedule', '赶上收秋，看牙那个给我往后错几天'],
    ['query', '上回替我弄的那个到底是初几去'],
  ] as const)('hears %s where no word of it is said', (task, said) => {
    expect(likelyTask(said, lexicon, false)).toBe(task);
  });

  it.each(['我妈手抖，想月底去看看', '我明天去医院没人陪，想找个志愿者陪我去'])(
    'hears a wish told round about: %s',
    (said) => {
      expect(likelyTask(said, lexicon, false)).toBe('book');
    },
  );

  it.each([
    '护理补贴一个月给多少钱',
    '大夫上门看病一年给看几回',
    '家庭医生签约要什么手续',
    '谢谢你啊闺女，你忙吧',
    '',
  ])('asks nothing of the booking desk: %s', (said) => {
    expect(likelyTask(said, lexicon, false)).toBeNull();
  });

  it.each([
    '新办一个医养结合机构到几个窗口去办',
    '老人院里头弄个护理站，用不用去批',
    '我爸我妈都在村里，我们在外头打工，像这样的老人有没有人隔三差五去看看',
    '我老丈母娘七十二，吃低保，瘫在床上屎尿都要人管，我们顾不到她，请问有没得补助',
    '我妈先在镇上卫生院住，又转去市里，起付那道钱是不是要出两回',
    '老家就剩我爸一个，一冬里没人上门，公家有没有规定叫人隔一阵去看看他',
  ])('leaves to the policies what is asked of them: %s', (said) => {
    expect(likelyTask(said, lexicon, false)).toBeNull();
  });

  it('leaves to the rules from what age on', () => {
    expect(taskIn('都说医院给老人开了绿色通道，挂号不用排长队。得多大岁数才能走', lexicon, false)).toBeNull();
    expect(taskIn('给俺娘挂个号，不想排队', lexicon, false)).toBe('book');
  });

  it('hears that what one has is to be moved', () => {
    expect(taskIn('我喇个神经内科的号得改改，礼拜五后晌去', lexicon, false)).toBe('reschedule');
    expect(taskIn('给俺挂个骨科的号', lexicon, false)).toBe('book');
    expect(taskIn('想叫中心医院心内科给调调药', lexicon, false)).not.toBe('reschedule');
  });

  it('hears the wish in a question', () => {
    expect(likelyTask('我一个人伺候老娘三年了，实在撑不住，能不能送到你们那儿住几天', lexicon, false)).toBe(
      'book',
    );
  });

  it('hears the wish at the end of a long story', () => {
    const story = '俺今年七十三了，年轻时候在砖窑上干活，落下一身毛病，'.repeat(40);
    expect(likelyTask(`${story}这腰想找个大夫给瞧瞧`, lexicon, false)).toBe('book');
  });

  it('takes the last words by themselves', () => {
    expect(taskFeatures('腰疼，想瞧瞧', lexicon).has('$.想')).toBe(true);
    expect(taskFeatures('腰疼，想瞧瞧', lexicon).has('$.腰')).toBe(false);
  });
});

describe('asksWhatIsWritten', () => {
  it.each([
    ['市里的政策里头有没有说找人陪着看病', true],
    ['文件上是咋说的', true],
    ['规定有没有说要带户口本', true],
    ['不是问政策，我想约个号', false],
    ['刚才问的规定知道了，我能约一个不', false],
  ])('%s: %s', (said, expected) => {
    expect(asksWhatIsWritten(said)).toBe(expected);
  });
});
