import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { realServer } from '../support/web.js';

let server: FastifyInstance;
beforeAll(async () => {
  server = await realServer();
}, 60_000);
afterAll(() => server?.close());

const assess = (payload: object) => server.inject({ method: 'POST', url: '/api/benefits/assess', payload });
const EXAMPLE = {
  region: '怀化市鹤城区',
  asOf: '2026-11-21',
  subject: 'person',
  person: {
    age: 76,
    hukou: '431202',
    residence: '431202',
    statuses: ['三无'],
    care: 'none',
    housing: 'dispersed',
    emptyNest: null,
    childrenInCity: null,
    incomeBelowMinimumWage: null,
  },
};

describe('POST /api/benefits/assess', () => {
  it('answers the example of the contract, with quotes from the document', async () => {
    const { assessments } = (await assess(EXAMPLE)).json();
    const found = assessments.find(
      (one: { benefitId: string }) => one.benefitId === 'hecheng-home-care-sanwu',
    );
    expect(found).toMatchObject({
      outcome: 'eligible',
      amount: { value: 200, unit: 'CNY', per: 'person-month', bound: 'exact' },
      missing: [],
      nextQuestion: null,
    });
    expect(found.conditions).toContainEqual(
      expect.objectContaining({ text: '年满70周岁', fact: 'age', met: true }),
    );
    const text = (await loadCorpus('corpus/documents')).find(
      ({ meta }) => meta.id === 'hecheng-2021-3',
    )?.text;
    expect(found.citations.length).toBeGreaterThan(0);
    for (const { quote, clause } of found.citations) {
      expect(text).toContain(quote);
      expect(clause).toBe('二、（五）2');
    }
  });

  it.each([
    ['431202', 'hecheng-home-care-sanwu'],
    ['郑州市金水区', 'zhengzhou-health-record'],
    ['西安市鄠邑区', 'shaanxi-regular-visits'],
    ['嘉祥县', 'jiaxiang-five-four'],
  ])('takes %s for the place', async (region, id) => {
    const { assessments, note } = (await assess({ region })).json();
    expect(assessments.map((one: { benefitId: string }) => one.benefitId)).toContain(id);
    expect(note).toBeNull();
  });

  it('says so where no rule reaches, and names the place inside that has some', async () => {
    const far = (await assess({ region: '北京市朝阳区', person: { age: 80 } })).json();
    expect(far).toMatchObject({ assessments: [], nextQuestion: null });
    expect(far.note).toContain('没有收录');
    expect((await assess({ region: '怀化市' })).json().note).toContain('鹤城区');
  });

  it('asks what decides, and not what was declined', async () => {
    const known = {
      hukou: '431202',
      residence: '431202',
      age: 82,
      statuses: [],
      care: 'none',
      housing: 'dispersed',
    };
    const first = (await assess({ ...EXAMPLE, person: known })).json();
    expect(first.nextQuestion.text).toMatch(/[？?]$/);
    const second = (await assess({ ...EXAMPLE, person: known, declined: [first.nextQuestion.fact] })).json();
    expect(second.nextQuestion?.fact).not.toBe(first.nextQuestion.fact);
  });

  it.each([
    ['a fact that nobody knows', { ...EXAMPLE, person: { height: 170 } }],
    ['an age below nought', { ...EXAMPLE, person: { age: -1 } }],
    ['a range the wrong way round', { ...EXAMPLE, person: { age: [80, 70] } }],
    ['a status that is none', { ...EXAMPLE, person: { statuses: ['富裕'] } }],
    ['an adcode that is none', { ...EXAMPLE, person: { hukou: '43' } }],
    ['a field that is none', { ...EXAMPLE, surprise: 1 }],
    ['a day that is none', { ...EXAMPLE, asOf: '2026-02-30' }],
    ['a place that is none', { region: '乌有乡' }],
    ['a name of many places', { region: '鼓楼区' }],
    ['no place', { person: {} }],
  ])('refuses %s', async (_, body) => {
    const response = await assess(body);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('the rules as they stand', () => {
  it('are listed by place, or all', async () => {
    const all = (await server.inject('/api/benefits')).json().benefits;
    const here = (await server.inject('/api/benefits?region=370829')).json().benefits;
    expect(new Set(here.map((one: { region: { adcode: string } }) => one.region.adcode))).toEqual(
      new Set(['370829']),
    );
    expect(all.length).toBeGreaterThan(here.length);
  });

  it('come as a table, as HTML and as CSV, with a row a benefit', async () => {
    const { benefits } = (await server.inject('/api/benefits?region=431202')).json();
    const html = await server.inject('/api/benefits/table?region=431202');
    expect(html.headers['content-type']).toMatch(/^text\/html/);
    expect(html.body.match(/<tr>/g)).toHaveLength(benefits.length + 1);
    const csv = await server.inject('/api/benefits/table?region=431202&format=csv');
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    const rows: string[][] = parse(csv.body, { bom: true });
    expect(rows).toHaveLength(benefits.length + 1);
    expect(rows.flat()).toContain('hecheng-2021-3 二、（五）2');
  });

  it('are described in the OpenAPI document, fact by fact', async () => {
    const document = (await server.inject('/openapi.json')).body;
    for (const fact of ['incomeBelowMinimumWage', 'leaseYears', 'generalPractitioners'])
      expect(document).toContain(fact);
  });
});
