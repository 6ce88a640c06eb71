import { describe, expect, it } from 'vitest';
import { definitionsIn } from '../../src/knowledge/reading/definitions.js';
import { factsOf } from '../../src/knowledge/reading/facts.js';
import { mend } from '../../src/knowledge/reading/layout.js';
import { readClauses } from '../../src/knowledge/reading/read.js';

/** A sample, no real order: the form is that of a city government's decree. */
const DECREE = [
  '洛阳市殡葬服务办法',
  '洛阳市人民政府令',
  '第88号',
  '《洛阳市殡葬服务办法》已经2020年3月2日市政府第30次常务会议通过，现予公布，自2020年6月1日起施行。',
  '市　长：某某某',
  '2020年3月20日',
  '洛阳市殡葬服务办法',
  '第一章　总　则',
  '第一条　为了规范殡葬服务，制定本办法。',
  '第二条　遗体接运证有效期三年，可以续期。',
  '第三条　本办法自2020年6月1日起施行。',
  '洛阳市人民政府办公室 2020年4月2日印发',
];

const facts = (lines: readonly string[]) => factsOf(mend(lines.join('\n')));

describe('facts of a decree', () => {
  it('are its number on two lines, its office, the day it was signed and the day it starts', () => {
    expect(facts(DECREE)).toMatchObject({
      title: '洛阳市殡葬服务办法',
      number: '洛阳市人民政府令第88号',
      issuers: ['洛阳市人民政府'],
      region: { adcode: '410300' },
      issued: '2020-03-20',
      effectiveFrom: '2020-06-01',
    });
  });

  it('have no end by the term of a certificate', () => {
    expect(facts(DECREE).effectiveTo).toBeNull();
  });

  it('begin with the articles: what promulgates them is the letterhead', () => {
    const clauses = readClauses(mend(DECREE.join('\n')), 'x');
    expect(clauses.filter(({ kind }) => kind === 'clause').map(({ path }) => path)).toEqual([
      '第一条',
      '第二条',
      '第三条',
    ]);
  });
});

describe('facts of a notice', () => {
  const notice = (closing: string, printed = '') =>
    facts([
      '关于做好助餐工作的通知',
      '洛民〔2023〕7号',
      '各县区民政局：',
      '一、助餐点经评定的，等级证书有效期两年，自发布之日起计算。',
      `二、${closing}`,
      '洛阳市民政局',
      '2023年5月9日',
      printed,
    ]);

  it.each([
    ['本通知自印发之日起施行，有效期3年。', '', '2023-05-09', '2026-05-08'],
    [
      '本通知自印发之日起施行，有效期3年。',
      '洛阳市民政局办公室2023年5月15日印发',
      '2023-05-15',
      '2026-05-14',
    ],
    ['本通知自2023年7月1日起实施，有效期5年。', '', '2023-07-01', '2028-06-30'],
    ['请认真执行。', '', '2023-05-09', null],
  ])('%s %s', (closing, printed, effectiveFrom, effectiveTo) => {
    expect(notice(closing, printed)).toMatchObject({ issued: '2023-05-09', effectiveFrom, effectiveTo });
  });

  it.each([
    ['各县（区）人民政府，洛阳高新区管委会：', '为补齐短板，提出措施如下。'],
    ['各县（区）人民政府：', '为贯彻省政府的意见，结合洛阳实际，提出措施如下。'],
  ])('name their place by whom they are sent to or what they are adapted to: %s', (to, body) => {
    expect(facts(['推动敬老院发展十条措施的通知', to, body, '一、加强建设。']).region?.adcode).toBe('410300');
  });
});

describe('definitions', () => {
  it('are read from 所称…包括…', () => {
    expect(definitionsIn('本办法所称困难老年人包括人均月收入低于低保标准1.5倍的老年人。')).toEqual([
      expect.objectContaining({ term: '困难老年人', meaning: '人均月收入低于低保标准1.5倍的老年人' }),
    ]);
  });
});
