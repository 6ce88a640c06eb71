import type { FactName, Facts } from '../../../src/benefits/facts.js';
import type { AskedFact } from '../../../src/bot/assess/hear-answer.js';

/** A caller with everything settled, who tells it only when asked, in words of old people. */
export interface Caller {
  facts: Facts & { statuses: string[]; age: number; hukou: string };
  random: () => number;
}

const pick = (options: readonly string[], random: () => number): string =>
  options[Math.floor(random() * options.length)] ?? '';

const YES = ['是', '是的', '对', '是啊', '嗯，是', '对着哩', '是的，没错'];
const NO = ['不是', '不是的', '没有', '没得', '冇', '哪有', '不是啊'];

const WORDS: Partial<Record<FactName, (value: unknown) => readonly string[]>> = {
  care: (value) =>
    ({
      none: [
        '自己都能行',
        '不用人管，自己来',
        '不要人照顾',
        '吃喝拉撒都自己弄',
        '她自己能行，利索着呢',
        '不用',
        '身体硬朗',
      ],
      partial: ['有些事要人帮', '走路要人扶', '洗澡要人帮忙，别的自己能弄', '半失能', '吃饭行，上厕所要人搀'],
      full: ['离不开人', '瘫在床上三年了', '全靠人伺候', '吃饭要人喂', '不能自理，啥都要人', '躺床上动不了'],
    })[String(value)] ?? [],
  housing: (value) =>
    value === 'dispersed'
      ? ['住在家里', '在家住', '住自己屋里', '跟前几年一样住老房子', '没住养老院，在家']
      : ['住养老院', '在敬老院住着', '去年就住进养老院了'],
  emptyNest: (value) =>
    value === true
      ? ['没有', '没有一起住', '就她一个人过', '儿女都在外地', '没人，独个儿']
      : ['有', '有一起住', '跟儿子住', '和闺女一家住一块'],
  childrenInCity: (value) =>
    value === true
      ? ['有', '有一个在城里', '老大住城里']
      : ['没有', '都在外地打工', '没，都在广东', '都不在这边'],
  incomeBelowMinimumWage: (value) =>
    value === true
      ? ['是', '低于', '没有收入', '没得退休工资', '不到那个数']
      : ['不是', '高多了', '不低，她有退休工资，超过了'],
  lostOnlyChild: (value) =>
    value === true ? ['是', '唉，是的', '是，独生子没了'] : ['不是', '不是的', '没有没有'],
  familyDoctorContract: (value) => (value === true ? ['签了', '有', '签过'] : ['没签', '没有', '还没签']),
};

/** What the caller says to the question. */
export function answerOf({ facts, random }: Caller, { fact, statuses, place }: AskedFact): string {
  if (fact === 'age')
    return pick([`${facts.age}`, `${facts.age}岁了`, `今年${facts.age}了`, `满${facts.age}了`], random);
  if (fact === 'statuses') {
    const held = statuses.filter((s) => facts.statuses.includes(s));
    return held.length === 0
      ? pick(['都不是', '都不是的', '没有', '哪个都不是', '一样都不是'], random)
      : pick(
          [
            `是${held.join('，也是')}`,
            `${held.join('和')}`,
            `有${held.join('，还有')}`,
            `是${held[0]}户${held
              .slice(1)
              .map((h) => `，也是${h}`)
              .join('')}`,
          ],
          random,
        );
  }
  if (fact === 'hukou' || fact === 'residence')
    return facts[fact] === place
      ? pick(['在', '在的', '是的', '就是这里的'], random)
      : pick(['不在', '不在，在外地', '不是'], random);
  const value = facts[fact];
  return pick(WORDS[fact]?.(value) ?? (value === true ? YES : NO), random);
}
