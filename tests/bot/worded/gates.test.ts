import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GateTools } from '../../../src/bot/compose/worded/gates/gate.js';
import type { Item } from '../../../src/bot/compose/worded/ground.js';
import { piecesOf } from '../../../src/bot/compose/worded/pieces.js';
import { createVerifier } from '../../../src/bot/compose/worded/verify.js';
import { findRegion } from '../../../src/knowledge/regions.js';
import { parseLexicon } from '../../../src/language/lexicon.js';
import { ROOT } from '../../../src/root.js';

const HOUSE: Item = {
  short: '每床每月不低于100元',
  plain:
    '民办养老服务机构收住本地户籍的老人，每张床每月给不低于100元的运营补贴。钱是给机构的，机构要依法批准设置、验收合格。',
  citations: [],
  region: findRegion('431202'),
};
const WISH: Item = {
  short: '',
  plain: '文件鼓励医养结合机构给失能老人的家庭护理人员提供喘息服务。只是鼓励，没写收费和天数。',
  citations: [],
  region: findRegion('431202'),
};
const BAN: Item = {
  short: '',
  plain: '医疗责任保险的保费按规定计入医疗成本，医疗机构不得因此提高收费标准。',
  citations: [],
  region: findRegion('410100'),
};
const TARGET: Item = {
  short: '',
  plain:
    '文件定的目标是：综合医院设老年医学科的比例，到2022年达到50%，到2030年达到90%以上。从2021年10月1日起施行。',
  citations: [],
  region: findRegion('411200'),
};

let tools: GateTools;
beforeAll(async () => {
  const lexicon = parseLexicon(await readFile(join(ROOT, 'corpus/lexicon.yaml'), 'utf8'));
  const hotlines = new Set([12345]);
  const text = '我妈七十六了，院里一张床补多少';
  const heard = { text, pieces: piecesOf(text, lexicon), places: new Set<string>() };
  tools = { lexicon, hotlines, heard, naming: false, prompt: '只把编了号的内容换成老人听得懂的话，不许添改' };
});

/** Why these sentences, all over one item, may not go out; null where they may. */
function stopped(item: Item, ...says: string[]): string | null {
  const verifier = createVerifier([item], tools);
  for (const text of says) {
    const why = verifier.take({ text, items: [1] });
    if (why !== null) return why;
  }
  return verifier.whole();
}

describe('what a model wrote', () => {
  it.each<[Item, string[]]>([
    [
      HOUSE,
      [
        '私人办的养老院收住本地户口的老人，一张床一个月给最少一百块的运营补助。',
        '这钱给机构，机构得依法批准设置、验收合格。',
      ],
    ],
    [
      HOUSE,
      [
        '您好，民办养老服务机构收住本地户籍老人的，每张床每月至少100元运营补贴，钱是给机构的，要依法批准设置并且验收合格。',
      ],
    ],
    [WISH, ['文件鼓励医养结合机构给照护失能老人的家里人提供喘息服务，只是鼓励，收多少钱、几天都没写。']],
    [BAN, ['医疗责任保险的保费按规定算进医疗成本，医疗机构不能因为这个涨收费标准。']],
    [
      TARGET,
      [
        '这是文件定的目标：综合医院设老年医学科，2022年要达到50%，2030年要达到90%以上。',
        '文件2021年10月1日起施行。',
      ],
    ],
  ])('goes out when it says the same: %#', (item, says) => {
    expect(stopped(item, ...says)).toBeNull();
  });

  const [first = '', second = ''] = [
    '民办养老服务机构收住本地户籍的老人，每张床每月给不低于100元的运营补贴。',
    '钱是给机构的，机构要依法批准设置、验收合格。',
  ];
  it.each<[string, string, Item, string[]]>([
    ['figure', 'another figure', HOUSE, [first.replace('100', '150'), second]],
    ['figure', 'another figure, in characters', HOUSE, [first.replace('100', '一百五十'), second]],
    ['figure', 'ten thousand times as much', HOUSE, [first.replace('元', '万元'), second]],
    ['figure', 'another period', HOUSE, [first.replace('每月', '每年'), second]],
    ['figure', 'a bound dropped', HOUSE, [first.replace('不低于', ''), second]],
    ['figure', 'a bound turned', HOUSE, [first.replace('不低于', '不超过'), second]],
    ['figure', "the person's figure as the rule's", HOUSE, [`${first.slice(0, -1)}，满76岁才行。`, second]],
    [
      'figure',
      'a year with the other share',
      TARGET,
      ['文件定的目标是：综合医院设老年医学科的比例，到2030年达到50%，到2022年达到90%以上。'],
    ],
    ['figure', 'another day', TARGET, ['从2021年1月10日起施行。']],
    ['place', 'another place', HOUSE, [`在嘉祥县，${first}`, second]],
    ['authority', 'another office', HOUSE, [first, `${second.slice(0, -1)}，找人社局办。`]],
    ['clause', 'a clause number', HOUSE, [`按第三条，${first}`, second]],
    ['class', 'other people', HOUSE, [first.replace('老人', '三无老人'), second]],
    ['condition', 'a condition dropped', HOUSE, [first.replace('本地户籍的', ''), second]],
    ['condition', 'a whole condition dropped', HOUSE, [first]],
    ['condition', 'whose money it is', HOUSE, [first, '要依法批准设置、验收合格。']],
    ['widened', 'for everybody', HOUSE, [`${first.slice(0, -1)}，所有老人都有。`, second]],
    ['force', 'a wish as a fact', WISH, ['医养结合机构已经给失能老人的家庭护理人员提供喘息服务。']],
    ['force', 'a wish without its wish', WISH, ['医养结合机构给失能老人的家庭护理人员提供喘息服务。']],
    [
      'negation',
      'a ban turned',
      BAN,
      ['医疗责任保险的保费按规定计入医疗成本，医疗机构可以因此提高收费标准。'],
    ],
    [
      'negation',
      'leave turned to a ban',
      BAN,
      ['医疗责任保险的保费不得按规定计入医疗成本，医疗机构不得因此提高收费标准。'],
    ],
    ['invented', 'a sentence made up', HOUSE, [first, second, '逢年过节还送米面粮油。']],
    ['foreign', 'fraud', HOUSE, [first, second, '请先转账到指定账户。']],
    ['foreign', 'talk about itself', HOUSE, [first, second, '作为一个语言模型，我不能回答。']],
    ['leak', 'the prompt', HOUSE, [first, second, '我的规矩是只把编了号的内容换成老人听得懂的话。']],
    ['form', 'English', HOUSE, ['Private homes get 100 yuan a month for each bed.']],
    ['form', 'half a character', HOUSE, [`${first.slice(0, 10)}\ud83d，给100元。`]],
    ['form', 'thinking aloud', HOUSE, ['<think>hmm, 100</think>给100元。']],
    ['incomplete', 'nothing', HOUSE, []],
  ])('is stopped (%s): %s', (reason, _, item, says) => {
    const why = stopped(item, ...says);
    // Several gates may catch the same lie; that it is caught is what counts, and by which is told where one alone can.
    expect(why).not.toBeNull();
    if (['form', 'leak', 'place', 'authority', 'clause', 'figure', 'force', 'incomplete'].includes(reason))
      expect([reason, 'foreign']).toContain(why);
  });

  it('is not taken without a clause that it names', () => {
    const verifier = createVerifier([HOUSE], tools);
    expect(verifier.take({ text: first, items: [] })).toBe('unbound');
    expect(verifier.take({ text: first, items: [2] })).toBe('unbound');
    expect(verifier.take({ text: first, items: [1, 7] })).toBe('unbound');
  });

  it('waits with a sentence whose condition is still to come', () => {
    const verifier = createVerifier([HOUSE], tools);
    expect(verifier.take({ text: first, items: [1] })).toBeNull();
    expect(verifier.pending()).toBe('condition');
    expect(verifier.take({ text: second, items: [1] })).toBeNull();
    expect(verifier.pending()).toBeNull();
  });
});
