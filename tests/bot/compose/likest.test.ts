import { describe, expect, it } from 'vitest';
import { rankProvisions } from '../../../src/bot/compose/rank.js';
import { newConversation } from '../../../src/bot/conversation.js';
import { understand } from '../../../src/bot/understand/understand.js';
import { realHouse } from '../../support/house.js';

const house = await realHouse();
const reader = { lexicon: house.lexicon, held: house.held, rarity: house.library.rarity };

/** The rules of the document, best first, other matters left out. */
function rules(question: string, documentId: string) {
  const [ask] = understand(house.normalize(question), newConversation(), null, reader).asks;
  if (ask === undefined) throw new Error('nothing asked');
  return rankProvisions(ask, documentId, house).filter(({ other }) => !other);
}

describe('how often something is done', () => {
  it.each([
    ['村里的先生多长时间来瞧俺一趟', 'jiaxiang-2018', 'service-circle'],
    ['签约的护士一个月来几回', 'jiaxiang-2018', 'contract-fee'],
    ['卫生院的人多久来瞧一回', 'sanmenxia-2020-1', 'checkup-results'],
  ])('is told by no other span or yearly sum: %s', (question, documentId, id) => {
    const span = rules(question, documentId).find(({ provision }) => provision.id === id);
    expect(span === undefined || span.signs.shape === 'missing').toBe(true);
  });

  it.each([
    ['民政多久查一回养老院', 'zhengzhou-2021-55', 'yearly-check'],
    ['免费的体检一年给做几次', 'sanmenxia-2020-1', 'checkup'],
    ['签约的机构几年考一回', 'zhengzhou-2021-55', 'annex-review'],
  ])('is told by how many times a year: %s', (question, documentId, id) => {
    const [first] = rules(question, documentId);
    expect([first?.provision.id, first?.signs.shape]).toEqual([id, 'met']);
  });

  it('leaves how long it takes to get there as it is', () => {
    const [first] = rules('从俺庄走到看病的地方得多长时间', 'jiaxiang-2018');
    expect([first?.provision.id, first?.signs.shape]).toEqual(['service-circle', 'met']);
  });
});

describe('a hospital that runs a home for old people', () => {
  it.each(['卫生院自己开了个敬老院，护理的床一张每月贴几多', '我们医院办了养老，护理床一张一个月补好多'])(
    'gets what a place of both kinds gets: %s',
    (question) => {
      expect(rules(question, 'hecheng-2021-3')[0]?.provision.id).toBe('operate-150');
    },
  );

  it.each(['我们医院跟养老院签了约，一张床一个月补好多', '医院的病床一张一个月补好多'])(
    'is none that only signs with one, or has beds: %s',
    (question) => {
      expect(rules(question, 'hecheng-2021-3').map(({ provision }) => provision.id)).not.toContain(
        'operate-150',
      );
    },
  );
});

describe('words that only seem to ask', () => {
  it.each([
    ['医院上了出事赔钱的险，所以药费啥的都涨了，这样弄中不中', 'zhengzhou-2021-55', 'insurance-no-markup'],
    ['上门的那笔辛苦费是哪个定的', 'shaanxi-2024-6', 'visit-fee-set'],
    ['院里想开个一级医院，光报个备中不中', 'sanmenxia-2020-1', 'internal-licence'],
  ])('do not turn the answer away: %s', (question, documentId, id) => {
    const [first] = rules(question, documentId);
    expect([first?.provision.id, first?.signs.shape]).toEqual([id, 'met']);
    expect(first?.odds).toBeGreaterThan(0);
  });
});
