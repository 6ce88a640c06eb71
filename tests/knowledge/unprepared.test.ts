import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProvisions } from '../../src/knowledge/provisions/provision.js';
import { mend } from '../../src/knowledge/reading/layout.js';
import { readClauses } from '../../src/knowledge/reading/read.js';
import { segmentsOf } from '../../src/knowledge/segments.js';
import type { PolicyDocument } from '../../src/knowledge/types.js';
import { kinIn } from '../../src/knowledge/unprepared/kin.js';
import { matcherOf, type OwnMatcher } from '../../src/knowledge/unprepared/matcher.js';
import { ownStatements } from '../../src/knowledge/unprepared/statements.js';
import { broadFeaturesOf } from '../../src/language/features.js';
import { parseLexicon } from '../../src/language/lexicon.js';
import { withWideMarks } from '../../src/language/marks.js';
import { parseThesaurus, sensesIn, synonymsOf } from '../../src/language/thesaurus.js';

/** A sample, no real policy: a county's plan with items of three levels, and articles beside them. */
const PLAN = `某县养老服务实施方案
为做好养老服务，制定本方案。
一、重点任务
（一）完善设施。
1.建设标准。每个乡镇建一所敬老院，床位不少于60张。其中护理型床位不低于一半。（责任单位：县民政局、县财政局）
2.助餐服务。符合下列条件之一的老年人可以在食堂用餐：
（1）年满75周岁的；
（2）独居的。
二、补贴
70周岁以上老年人乘坐公共汽车半价。80周岁以上老年人免费享受前款优惠。`;

const document = (text: string): PolicyDocument => ({
  meta: {
    id: 'sample',
    title: '某县养老服务实施方案',
    number: null,
    issuers: [],
    region: { name: '洛阳市', adcode: '410300', level: 'city' },
    issued: null,
    effectiveFrom: null,
    effectiveTo: null,
    status: 'unknown',
    supersedes: [],
    source: null,
  },
  text,
  clauses: readClauses(mend(text), 'sample'),
});
const statements = ownStatements(document(PLAN), segmentsOf);
const said = statements.map(({ provision }) => provision.plain);

const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));
const thesaurus = parseThesaurus(readFileSync('corpus/thesaurus.yaml', 'utf8'));
const read = (text: string) => broadFeaturesOf(text, lexicon, thesaurus);

describe('what a document states itself', () => {
  it('stands word for word in it, and is said without the numbers in front', () => {
    const whole = PLAN.replace(/\s/g, '');
    for (const { provision } of statements)
      for (const quote of provision.quotes) expect(whole).toContain(quote.replace(/\s/g, ''));
    expect(said).toContain('每个乡镇建一所敬老院，床位不少于60张。');
  });

  it('comes with what it leans on', () => {
    expect(said).toContain('每个乡镇建一所敬老院，床位不少于60张。其中护理型床位不低于一半。');
    expect(said).toContain('70周岁以上老年人乘坐公共汽车半价。80周岁以上老年人免费享受前款优惠。');
  });

  it('is a list with the words that open it, and each item with them', () => {
    const lead = '符合下列条件之一的老年人可以在食堂用餐：';
    expect(said).toContain(`${lead}年满75周岁的；独居的。`);
    expect(said).toContain(`${lead}独居的。`);
  });
});

/** What a page or a scanner gives: every mark in half width. */
const NARROW = `第三条 申领人有下列情形之一的,不予发放:名下有机动车的(三轮车、总价5000元以下的除外);另有两套住房的。
第三十条 本细则施行前已签订的协议继续有效至期满,期满后重新签订;标准低于本细则的,自2026年10月1日起按本细则执行。`;

describe('a document set in half-width marks', () => {
  const own = ownStatements(document(NARROW), segmentsOf).map(({ provision }) => provision);

  it('is parted as though they were wide, and loses nothing', () => {
    const texts = own.map(({ plain }) => plain);
    expect(texts).toContain('本细则施行前已签订的协议继续有效至期满，期满后重新签订；');
    expect(texts).toContain('标准低于本细则的，自2026年10月1日起按本细则执行。');
  });

  it('is quoted in its own', () => {
    const whole = NARROW.replace(/\s/g, '');
    for (const quote of own.flatMap(({ quotes }) => quotes))
      expect(whole).toContain(quote.replace(/\s/g, ''));
  });

  it('keeps the marks of figures and addresses', () => {
    expect(withWideMarks('按1:10配备,每月3,500元;热线0797-8166349(8:30—12:00),见https://a.cn/b?c=1')).toBe(
      '按1:10配备，每月3,500元；热线0797-8166349(8:30—12:00)，见https://a.cn/b?c=1',
    );
    expect(withWideMarks('每人每月(含(半)护理)80元')).toBe('每人每月（含（半）护理）80元');
  });
});

describe('a document that nobody has prepared', () => {
  let matcher: OwnMatcher;
  beforeAll(async () => {
    const provisions = (await loadProvisions('corpus/provisions')).filter((_, i) => i % 5 === 0);
    const texts = provisions.map(({ plain, asks }) => read([plain, ...asks.slice(0, 5)].join('。')));
    matcher = matcherOf(statements, kinIn(texts), read);
  });
  const best = (text: string): string =>
    matcher.match({ all: read(text), asking: read(text) }, 1)[0]?.provision.plain ?? '';

  it('is ranked by what is asked in other words', () => {
    expect(best('七十多了坐公交打几折')).toContain('公共汽车半价');
    expect(best('哪些老人能去吃饭')).toContain('可以在食堂用餐');
    expect(best('一个乡镇要有多少张床')).toContain('不少于60张');
  });

  it('says how much is alike, most first, and nothing of what it has no word of', () => {
    const matches = matcher.match({ all: read('敬老院床位'), asking: read('敬老院床位') }, 5);
    expect(matches.map((m) => m.evidence)).toEqual(matches.map((m) => m.evidence).sort((a, b) => b - a));
    for (const { likeness, coverage } of matches) {
      expect(likeness).toBeGreaterThan(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(coverage).toBeLessThanOrEqual(1);
    }
    expect(matcher.match({ all: new Map(), asking: new Map() }, 5)).toEqual([]);
  });
});

describe('the thesaurus', () => {
  it('gives what people say and what policies write one sense', () => {
    const shares = (a: string, b: string) =>
      sensesIn(a, thesaurus).some((s) => sensesIn(b, thesaurus).includes(s));
    expect(shares('地铁', '城市轨道交通')).toBe(true);
    expect(shares('打官司', '法律援助')).toBe(true);
    expect(shares('地铁', '法律援助')).toBe(false);
  });

  it('gives the other words of a whole word, and none of a part', () => {
    expect(synonymsOf('老人卡', thesaurus)).toContain('优待凭证');
    expect(synonymsOf('老人', thesaurus)).toEqual([]);
  });
});
