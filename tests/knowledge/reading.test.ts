import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { definitionsIn } from '../../src/knowledge/reading/definitions.js';
import { departmentsOf } from '../../src/knowledge/reading/departments.js';
import { mend } from '../../src/knowledge/reading/layout.js';
import { readClauses } from '../../src/knowledge/reading/read.js';
import type { Clause, PolicyDocument } from '../../src/knowledge/types.js';

const squeeze = (text: string) => text.replace(/\s/g, '');
const read = (raw: string) => readClauses(mend(raw), 'x');
const outline = (clauses: Clause[]) => clauses.map(({ id, path }) => [id, path]);
const byId = (clauses: Clause[], id: string) => {
  const clause = clauses.find((c) => c.id === id);
  if (clause === undefined) throw new Error(`no clause ${id} among ${clauses.map((c) => c.id).join(' ')}`);
  return clause;
};

let corpus: Map<string, PolicyDocument>;
beforeAll(async () => {
  corpus = new Map((await loadCorpus('corpus/documents')).map((document) => [document.meta.id, document]));
});
const clausesOf = (id: string) => corpus.get(id)?.clauses ?? [];

describe('clauses of the five policies', () => {
  it.each([
    ['hecheng-2021-3', '2.5.2', '二、（五）2', ['工作措施', '落实健康养老服务业扶持政策', '落实补贴政策']],
    [
      'jiaxiang-2018',
      '2.3.7',
      '二、（三）7',
      ['重点任务', '加快推进居家养老医养结合', '做实老年人家庭医生签约服务'],
    ],
    ['jiaxiang-2018', '4.3.32', '四、（三）32', ['组织实施', '实施试点示范']],
    ['zhengzhou-2021-55', 'a1.1.1.1', '附件 一、（一）1', ['有关条件', '机构资质', '社会办一级医疗机构']],
    ['zhengzhou-2021-55', 'a1.2', '附件 二', ['监督管理']],
    ['shaanxi-2024-6', '6.13', '六、（十三）', ['加强医养结合人才队伍建设', '加大人才支持力度']],
    ['shaanxi-2024-6', 'end', '结语', []],
    ['sanmenxia-2020-1', '3.2', '三、（二）', ['提升健康养老服务能力', '推进居家健康养老服务']],
    ['sanmenxia-2020-1', 'pre', '前言', []],
  ])('%s %s is quoted as %s', (document, id, path, trail) => {
    expect(byId(clausesOf(document), id)).toMatchObject({ path, trail });
  });

  it('keep the paragraphs of one item together', () => {
    const subsidies = byId(clausesOf('hecheng-2021-3'), '2.5.2').text.split('\n');
    expect(subsidies).toHaveLength(2);
    expect(subsidies[1]).toMatch(/^实施社区居家养老服务补贴制度。.*每人每月可享受200元/);
  });

  it('number the Jiaxiang items 1 to 35 through all sections', () => {
    const numbers = clausesOf('jiaxiang-2018').flatMap(({ path }) => /）(\d+)$/.exec(path)?.[1] ?? []);
    expect(numbers.map(Number)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
  });

  it('know members, signatures and distribution from evidence', () => {
    const kinds = (id: string) => clausesOf(id).map(({ kind }) => kind);
    expect(clausesOf('jiaxiang-2018').at(-1)).toMatchObject({ kind: 'members', path: '附件' });
    expect(kinds('hecheng-2021-3').slice(0, 4)).toEqual(['letterhead', 'signature', 'heading', 'preamble']);
    expect(kinds('shaanxi-2024-6').slice(-2)).toEqual(['signature', 'distribution']);
  });

  it('name the departments in charge, in each form of the closing bracket', () => {
    expect(byId(clausesOf('sanmenxia-2020-1'), '1.1').departments).toEqual([
      '市卫生健康委',
      '市民政局',
      '市财政局',
      '市市场监管局',
    ]);
    expect(byId(clausesOf('hecheng-2021-3'), '2.1').departments.at(-1)).toBe('乡镇街道');
    expect(byId(clausesOf('shaanxi-2024-6'), '1.1').departments).toEqual([
      '省卫生健康委',
      '省民政厅',
      '省中医药局',
      '地方各级人民政府',
    ]);
    const open = [...corpus.values()].flatMap(({ clauses }) =>
      clauses.filter(({ text }) => /负责[）)]$/.test(text)),
    );
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter(({ departments }) => departments.length === 0)).toEqual([]);
  });

  it('carry the definitions they make', () => {
    const defined = new Map(
      [...corpus.values()].flatMap(({ meta, clauses }) =>
        clauses.flatMap(({ definitions }) =>
          definitions.map((d) => [`${meta.id} ${d.term}`, d.meaning] as const),
        ),
      ),
    );
    expect([...defined.keys()].sort()).toEqual([
      'hecheng-2021-3 三无',
      'hecheng-2021-3 失能',
      'jiaxiang-2018 五保障',
      'jiaxiang-2018 四优先',
      'jiaxiang-2018 四项重点服务',
      'shaanxi-2024-6 失能',
    ]);
    expect(defined.get('hecheng-2021-3 三无')).toBe(
      '无劳动能力，无生活来源，无赡养人和扶养人、或者其赡养人和扶养人确无赡养和扶养能力',
    );
    expect(defined.get('jiaxiang-2018 四优先')).toBe('优先就诊、优先转诊、优先预约专家、优先保障用药');
  });

  it('hold each character of the text once, in order, under ids that are used once', () => {
    for (const { text, clauses } of corpus.values()) {
      expect(squeeze(clauses.map((clause) => clause.text).join(''))).toBe(squeeze(text));
      expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
      expect(Math.max(...clauses.map((clause) => clause.text.length))).toBeLessThan(1200);
    }
  });
});

describe('documents never seen', () => {
  it('reads a regulation by 章, 条, 款 and 项', () => {
    const clauses = read(`江川市养老服务条例
（2020年9月25日江川市第三届人民代表大会常务委员会第二十次会议通过）
目　录
第一章　总则
第二章　服务保障
第一章　总则
第一条　为了规范养老服务工作，根据有关法律，结合本市实际，制定本条例。
第二条　本条例所称养老服务，是指在家庭成员承担赡养、扶养义务的基础上，由政府和社会为老年人提供的生活照料服务。
第二章　服务保障
第三条　下列老年人享受服务补贴：
（一）年满八十周岁的；
（二）最低生活保障家庭中失能的。
前款规定的补贴标准由市人民政府公布。
第四条　本条例自2021年1月1日起施行。`);
    expect(outline(clauses)).toEqual([
      ['head', '文头'],
      ['c1', '第一章'],
      ['1', '第一条'],
      ['2', '第二条'],
      ['c2', '第二章'],
      ['3', '第三条'],
      ['3.1', '第三条（一）'],
      ['3.2', '第三条（二）'],
      ['3.k2', '第三条第二款'],
      ['4', '第四条'],
    ]);
    expect(byId(clauses, '3.1').trail).toEqual(['服务保障']);
    expect(byId(clauses, '2').definitions[0]).toMatchObject({ term: '养老服务' });
  });

  it('reads a notice with two annexes, a list of them and a signature', () => {
    const clauses = read(`江川市民政局文件
江民发〔2022〕8号
关于做好高龄津贴发放工作的通知
各县（区）民政局：
为做好高龄津贴发放工作，现就有关事项通知如下。
一、发放对象
具有本市户籍、年满八十周岁的老年人。
二、发放标准
1.八十至八十九周岁每人每月50元；
2.九十周岁以上每人每月100元。
本通知自印发之日起施行。
附件：1．申请表
2．工作联系表
江川市民政局
2022年3月1日
（此件公开发布）
附件1
高龄津贴申请表
姓名　性别　出生年月
附件2
工作联系表
一、市级
市民政局福利科
抄送：市财政局。`);
    expect(outline(clauses)).toEqual([
      ['head', '文头'],
      ['pre', '前言'],
      ['1', '一'],
      ['2', '二'],
      ['2.1', '二、1'],
      ['2.2', '二、2'],
      ['end', '结语'],
      ['annexes', '附件目录'],
      ['sign', '落款'],
      ['cc', '抄送'],
      ['a1.title', '附件1 标题'],
      ['a1.p1', '附件1 第1段'],
      ['a2.title', '附件2 标题'],
      ['a2.1', '附件2 一'],
      ['a2.cc', '附件2 抄送'],
    ]);
  });

  it('reads questions and answers', () => {
    const clauses = read(`高龄津贴政策问答
问：哪些人可以领高龄津贴？
答：年满八十周岁的本市户籍老年人。
问：到哪里申请？
答：到户籍所在地的村（社区）申请。
带上身份证。`);
    expect(outline(clauses)).toEqual([
      ['head', '文头'],
      ['q1', '第1问'],
      ['q2', '第2问'],
    ]);
    expect(byId(clauses, 'q2').trail).toEqual(['到哪里申请？']);
  });

  it('parts a text without numbers at its paragraphs and keeps cells of a table together', () => {
    const clauses = read(`我市发放高龄津贴
本报讯　记者昨日从市民政局获悉，今年起我市将为年满八十周岁的老年人发放高龄津贴，惠及老年人三万余人。
据介绍，津贴按月发放，由社会保障卡直接到账，老年人不用跑腿。今后还将逐步提高标准，让更多老年人受益。
年龄
标准
80至89岁
50元
90岁以上
100元`);
    expect(outline(clauses)).toEqual([
      ['head', '文头'],
      ['p1', '第1段'],
      ['p2', '第2段'],
      ['p3', '第3段'],
    ]);
    expect(clauses.at(-1)?.text.split('\n')).toHaveLength(6);
  });

  it('reads decimal numbers and does not take quantities for numbers', () => {
    const clauses = read(`江川市应急预案
1. 总则
1.1 编制目的
为提高能力，制定本预案。
1.2 适用范围
1.2.1 本市范围内的事件。
3.5万元以下的，由县级负责。
2.组织体系
2020年成立指挥部。`);
    expect(outline(clauses)).toEqual([
      ['head', '文头'],
      ['1', '1'],
      ['1.1', '1.1'],
      ['1.2', '1.2'],
      ['1.2.1', '1.2.1'],
      ['2', '2'],
    ]);
  });

  it('keeps a list of members inside a clause apart', () => {
    const clauses = read(`江川市工作方案
一、组织领导
成立工作领导小组。
组　长：张三　副市长
副组长：李四　民政局局长
成　员：王五　财政局局长
领导小组负责统筹协调。
二、工作要求
要抓好落实。`);
    expect(clauses.map(({ id, kind }) => [id, kind])).toEqual([
      ['head', 'letterhead'],
      ['1', 'clause'],
      ['1.m', 'members'],
      ['1.n', 'clause'],
      ['2', 'clause'],
    ]);
  });

  it('takes labels and questions for headings', () => {
    const clauses = read(`津贴怎么领
一、对象：年满八十周岁的老年人。
二、到哪里申请？
到村里申请。`);
    expect(byId(clauses, '1').trail).toEqual(['对象']);
    expect(byId(clauses, '2').trail).toEqual(['到哪里申请？']);
  });

  it('finds the clauses of a page whose line breaks were lost, and parts what has none', () => {
    const sentence = '具有本市户籍的老年人，可以按照规定向户籍所在地的乡镇人民政府申请高龄津贴。';
    const numbered = read(
      `津贴办法\n为做好工作，制定本办法。一、对象。${sentence.repeat(20)}二、标准。${sentence.repeat(20)}`,
    );
    expect(outline(numbered).map(([id]) => id)).toEqual(['head', 'pre', '1', '2']);
    const plain = read(sentence.repeat(200));
    expect(plain.length).toBeGreaterThan(5);
    expect(Math.max(...plain.map(({ text }) => text.length))).toBeLessThan(1200);
  });

  it('gives a number used twice two ids', () => {
    const ids = read('关于工作的安排\n一、甲事要办好。\n一、乙事要办好。').map(({ id }) => id);
    expect(ids).toEqual(['head', '1', '1-2']);
  });
});

describe('any text at all', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '一、总则',
      '（二）补贴。按月发放。',
      '1. 对象',
      '(3) 标准',
      '① 条件；',
      '第五条 甲',
      '第二章 乙',
      '1.2 丙',
      '附件1',
      '附件：清单',
      '市民政局',
      '2021年3月24日',
      '抄送：市政府。',
      '组长：张三',
      '问：多少？',
      '目录',
      '关于印发《某某市养老服务办法》的通知',
      '某某市养老服务办法',
      '各县（区）人民政府：',
      '补贴每人每月200元，由区财政承担。（区民政局、区财政局）',
      '“三无”（无劳动能力，下同）老人',
    ),
  );
  const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

  it('is held by its clauses character for character, each id once', () => {
    fc.assert(
      fc.property(text, (raw) => {
        for (const given of [raw, mend(raw)]) {
          const clauses = readClauses(given, 'x');
          expect(squeeze(clauses.map((clause) => clause.text).join(''))).toBe(squeeze(given));
          expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is mended once and for all', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const once = mend(raw);
        expect(mend(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '（',
    'a（',
    '“',
    '1.',
    '一、\n',
    '本办法所称x',
    '是指',
    '印发《',
    '〔2021〕',
    '　',
    '养老，',
    '附件1\n',
    '(1)',
    '#',
  ])('of 64 KiB of %j is read in time that grows with its length only', (unit) => {
    const timed = (length: number) => {
      const given = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      readClauses(mend(given), 'x');
      return performance.now() - start;
    };
    // A step that is quadratic in 64 Ki takes minutes; a machine busy with other tests, not ten times as long.
    expect(timed(65_536)).toBeLessThan(5000);
  });
});

describe('closing brackets and definitions', () => {
  it.each([
    ['加强监管。（牵头单位：市民政局；责任单位：市财政局、市医保局）', ['市民政局', '市财政局', '市医保局']],
    [
      '加强监管。（市民政局牵头，市财政局、各县（市、区）人民政府配合）',
      ['市民政局', '市财政局', '各县（市、区）人民政府'],
    ],
    ['责任单位：县民政局、县卫生健康局', ['县民政局', '县卫生健康局']],
    ['设立养老机构（含敬老院、乡镇卫生院）', []],
    ['按规定执行（详见附件）。', []],
    ['推进改革。（乡镇街道）', []],
  ])('%s', (text, departments) => {
    expect(departmentsOf(text)).toEqual(departments);
  });

  it.each([
    ['本办法所称特困人员，是指无劳动能力的老年人。', '特困人员', '无劳动能力的老年人'],
    ['空巢老人是指子女不在身边的老年人。', '空巢老人', '子女不在身边的老年人'],
    ['为城市“三无”（无劳动能力，下同）老人提供服务。', '三无', '无劳动能力'],
    ['对高龄（指80周岁以上，下同）老年人', '高龄', '指80周岁以上'],
  ])('%s', (text, term, meaning) => {
    expect(definitionsIn(text)).toEqual([{ term, meaning, sentence: text }]);
  });
});
