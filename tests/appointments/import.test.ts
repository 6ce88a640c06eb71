import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCode } from '../../src/appointments/code.js';
import { departmentsFor, loadGuide } from '../../src/appointments/departments-guide.js';
import { phoneOf } from '../../src/appointments/identity.js';
import { parseProviders } from '../../src/appointments/import/provider-file.js';
import { parseSchedule } from '../../src/appointments/import/schedule-csv.js';
import { slotsAhead, slotsOf } from '../../src/appointments/import/timetable.js';
import { loadServices, parseServices, servicesIn } from '../../src/appointments/services.js';
import { loadCorpus } from '../../src/knowledge/corpus.js';
import { ROOT } from '../../src/root.js';

const corpus = (name: string): string => join(ROOT, 'corpus', name);
const samples = await readFile(corpus('samples/providers.yaml'), 'utf8');
const documents = await loadCorpus(corpus('documents'));
const services = await loadServices(corpus('services.yaml'), documents);
const guide = await loadGuide(corpus('departments.yaml'));

describe('services', () => {
  it('cite clauses word for word', () => {
    const bare = (text: string): string => text.replace(/\s/g, '');
    const grants = services.flatMap((service) => service.grants);
    expect(grants.length).toBeGreaterThan(30);
    for (const { documentId, quote, clauseId } of grants) {
      const clause = documents
        .find(({ meta }) => meta.id === documentId)
        ?.clauses.find(({ id }) => id === clauseId);
      expect(bare(clause?.text ?? '')).toContain(bare(quote));
    }
  });

  it('refuse a quote that its clause does not hold', async () => {
    const text = await readFile(corpus('services.yaml'), 'utf8');
    expect(() => parseServices(text.replace('每年免费为65岁', '每年免费为60岁'), documents)).toThrow(
      /health-check/,
    );
  });

  it('never give one place the grants of another', () => {
    for (const { grants } of servicesIn(services, '370829', new Set()))
      for (const { region } of grants) expect(region.adcode).toBe('370829');
    for (const { grants, note } of servicesIn(services, '110101', new Set())) {
      expect(grants).toEqual([]);
      expect(note).toContain('没有');
    }
    const yanta = servicesIn(services, '610113', new Set()).flatMap(({ grants }) => grants);
    expect(new Set(yanta.map(({ region }) => region.adcode))).toEqual(new Set(['610000']));
  });
});

describe('providers', () => {
  it('of the samples are all called so', () => {
    const all = parseProviders(samples);
    expect(all).toHaveLength(15);
    for (const { provider } of all)
      expect([provider.sample, provider.name.includes('样例')]).toEqual([true, true]);
  });

  it.each([
    ['an unknown service', 'services: [green-channel, referral]', 'services: [green-chanel]', /services/],
    ['a place that is none', 'region: "411200"', 'region: "999999"', /999999/],
    ['a department that is none', 'department: general,', 'department: generl,', /generl/],
    ['a sample without the word', '三门峡市样例医院', '三门峡市医院', /样例/],
    ['a share above all', 'greenShare: 0.25', 'greenShare: 1.5', /greenShare/],
    ['a field nobody knows', 'needsId: false', 'needId: false', /needId|needsId/],
  ])('with %s are refused by name', (_what, there, wrong, message) => {
    expect(() => parseProviders(samples.replace(there, wrong))).toThrow(message);
  });

  it('give slots that fit their sessions, do not overlap, and begin ahead', () => {
    for (const { provider } of parseProviders(samples)) {
      if (provider.adapter !== 'local') continue;
      const slots = slotsAhead(provider, '2026-11-22T10:00:00+08:00');
      expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
      for (const { starts_at, ends_at, capacity, green } of slots) {
        expect(starts_at < ends_at && green <= capacity).toBe(true);
        expect(starts_at.slice(0, 10) >= '2026-11-22').toBe(true);
      }
    }
  });
});

describe('a calendar', () => {
  const head = 'provider,department,date,from,to,minutes,places,green';
  const good = 'hecheng-people,geriatrics,2026-12-01,08:00,10:15,30,6,2';

  it('is read with English or Chinese headings', () => {
    const chinese = '\ufeff机构,科室,日期,开始,结束,每号分钟,号数,绿色通道号数';
    const [session] = parseSchedule(`${chinese}\r\n${good}\r\n`);
    expect(parseSchedule(`${head}\n${good}\n`)).toEqual([session]);
    if (!session) throw new Error('no session');
    const [rules] = parseProviders(samples);
    if (!rules) throw new Error('no provider');
    const slots = slotsOf({ id: 'p', rules: rules.provider.rules }, session);
    expect(slots.map(({ starts_at }) => starts_at.slice(11, 16))).toEqual([
      '08:00',
      '08:30',
      '09:00',
      '09:30',
    ]);
    expect(slots[0]).toMatchObject({ capacity: 6, green: 2, id: 'p:geriatrics-20261201-0800' });
  });

  it.each([
    ['', /empty/],
    [`${head}\n${good.replace('2026-12-01', '2026-02-30')}`, /line 2, date/],
    [`${head}\n${good}\n${good.replace('08:00', '25:00')}`, /line 3, from/],
    [`${head}\n${good.replace('10:15', '07:00')}`, /line 2, to/],
    [`${head}\n${good.replace(',6,2', ',6,7')}`, /line 2, green/],
    [`${head}\n${good.replace(',30,', ',0,')}`, /line 2, minutes/],
    [`${head},more\n${good},x`, /line 2/],
  ])('with a fault is refused by its line (%#)', (text, message) => {
    expect(() => parseSchedule(text)).toThrow(message);
  });
});

describe('the guide to departments', () => {
  it('always names a department that is never wrong, at most three, and never an illness', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (complaint) => {
        const { departments } = departmentsFor(guide, complaint);
        expect(departments.length).toBeLessThanOrEqual(3);
        expect(departments.some((name) => guide.unsure.includes(name))).toBe(true);
      }),
    );
    for (const { departments } of guide.complaints)
      for (const name of departments) expect(name).toMatch(/科$/);
  });

  it.each([
    ['膝盖疼得上不了楼', '骨科'],
    ['老是咳嗽有痰', '呼吸内科'],
    ['眼睛看东西模糊', '眼科'],
    ['迎风就流泪，眼角还痒', '眼科'],
    ['波罗盖疼，上不去楼', '骨科'],
    ['晚上起夜五六回', '泌尿外科'],
    ['血糖高', '内分泌科'],
    ['假牙松了', '口腔科'],
  ])('%s: %s', (complaint, department) => {
    expect(departmentsFor(guide, complaint)).toMatchObject({
      sure: true,
      departments: [department, '全科医学科', '老年医学科'],
    });
  });

  it('is unsure where nothing, or several things, are complained of', () => {
    for (const complaint of ['', '反正就是不好', '头晕，膝盖也疼'])
      expect(departmentsFor(guide, complaint)).toMatchObject({
        sure: false,
        departments: expect.arrayContaining(['全科医学科']),
      });
  });
});

describe('a code', () => {
  it('has six digits that are easy to say', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 9 })), (stream) => {
        const code = makeCode(() => stream.next().value ?? 0);
        expect(code).toMatch(/^[1-9]\d{5}$/);
        expect(code).not.toMatch(/(\d)\1|17|71/);
      }),
      { numRuns: 200 },
    );
  });
});

it.each([
  ['138 0000 0000', '13800000000'],
  ['+86-138-0000-0000', '13800000000'],
  ['１３８００００００００', '13800000000'],
  ['0745-1234567', null],
  ['0745-2234567', '07452234567'],
  ['12345', null],
  ['', null],
  ['1'.repeat(5000), null],
])('the telephone %s is %s', (said, number) => {
  expect(phoneOf(said)).toBe(number);
});
