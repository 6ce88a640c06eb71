import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHotlines } from '../../src/language/hotlines.js';
import { expand, lookUp, parseLexicon } from '../../src/language/lexicon.js';

const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));

function corpusText(): string {
  const files = readdirSync('corpus/documents').map((name) => `corpus/documents/${name}`);
  if (existsSync('corpus/services.yaml')) files.push('corpus/services.yaml');
  return files.map((file) => readFileSync(file, 'utf8').replace(/\s/g, '')).join('\n');
}

const policyWords = (text: string) => new Set(expand(text, lexicon).flatMap((match) => match.means));

describe('the lexicon as data', () => {
  it('knows enough words', () => {
    expect(lexicon.senses.size).toBeGreaterThan(1000);
  });

  it('maps only to words that the policies or the services use', () => {
    const corpus = corpusText();
    const unknown = [...lexicon.senses.values()]
      .flatMap((sense) => (sense.kind === 'term' ? sense.means : []))
      .filter((word) => !corpus.includes(word));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('refuses what breaks its schema, and a word listed twice', () => {
    const rest = 'dialect: []\nkinship: []\nfillers: 嗯\n';
    expect(() => parseLexicon(`terms: [{ say: 瘫了, means: '' }]\n${rest}`)).toThrow();
    expect(() => parseLexicon(`terms: [{ say: 瘫了, means: 失能, note: x }]\n${rest}`)).toThrow();
    expect(() => parseLexicon(`terms: [{ say: 瘫了 瘫了, means: 失能 }]\n${rest}`)).toThrow(/瘫了.*twice/);
  });
});

describe('expand', () => {
  it.each([
    ['俺娘瘫在床上三年了，咋弄', '失能'],
    ['天天伺候人，想歇几天', '喘息服务'],
    ['伺候老人', '照护'],
    ['看病不要钱吗', '免费'],
    ['吃低保的有没有', '低保'],
    ['我是五保户', '五保'],
    ['孤寡老人能领多少', '三无'],
    ['一个人过，跟前没人', '空巢'],
    ['他半身不遂', '偏瘫'],
    ['老爷子老年痴呆了', '失智'],
    ['能不能来家打针', '医疗护理'],
    ['大夫能不能到家里来看', '上门服务'],
    ['挂号不排队行不行', '绿色通道'],
    ['想办养老院给多少钱', '建设补贴'],
    ['水电费咋算', '用电'],
    ['要批地', '用地'],
  ])('%s → %s', (text, word) => {
    expect(policyWords(text)).toContain(word);
  });

  it('reads the longest word and keeps its span', () => {
    expect(expand('问一下住养老院', lexicon)).toEqual([
      { kind: 'term', say: '住养老院', means: ['入住养老机构', '养老机构'], start: 3, end: 7 },
    ]);
  });

  it('finds nothing where there is nothing', () => {
    expect(expand('今天天气不错', lexicon)).toEqual([]);
    expect(expand('', lexicon)).toEqual([]);
  });

  it('yields spans in order, apart, and equal to the text between them', () => {
    const piece = fc.oneof(fc.constantFrom(...lexicon.senses.keys()), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { say, start, end } of lookUp(text, lexicon)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(say);
          expect(lexicon.senses.has(say)).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('agrees with a naive reading', () => {
    const longest = Math.max(...[...lexicon.senses.keys()].map((word) => word.length));
    const naive = (text: string) => {
      const found: string[] = [];
      for (let i = 0; i < text.length; ) {
        let size = Math.min(longest, text.length - i);
        while (size > 0 && !lexicon.senses.has(text.slice(i, i + size))) size--;
        if (size > 0) found.push(text.slice(i, i + size));
        i += Math.max(size, 1);
      }
      return found;
    };
    const unit = fc.constantFrom(...[...lexicon.senses.keys()].flatMap((word) => [...word]));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        expect(lookUp(text, lexicon).map((match) => match.say)).toEqual(naive(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('kinship and dialect', () => {
  it.each([
    ['那我老伴呢', 'spouse'],
    ['俺娘八十了', 'mother'],
    ['我丈母娘', 'mother-in-law'],
    ['屋里娭毑病了', 'grandmother'],
    ['隔壁邻居', 'neighbour'],
  ])('%s → %s', (text, relation) => {
    const relations = lookUp(text, lexicon).flatMap((m) => (m.kind === 'kinship' ? [m.relation] : []));
    expect(relations).toContain(relation);
  });

  it.each([
    ['弄啥嘞', '干什么', '河南'],
    ['哪达能办', '哪里', '陕西'],
    ['冇得人管', '没有', '湖南'],
    ['俺想问问', '我', '山东'],
  ])('%s → %s', (text, plain, province) => {
    const dialect = lookUp(text, lexicon).find((match) => match.kind === 'dialect');
    expect(dialect).toMatchObject({ means: [plain] });
    expect(dialect?.kind === 'dialect' && dialect.where).toContain(province);
  });
});

describe('hotlines', () => {
  const hotlines = parseHotlines(readFileSync('corpus/hotlines.yaml', 'utf8'));

  it('names the numbers that danger needs, as urgent', () => {
    for (const number of ['120', '110', '119', '12356', '96110'])
      expect(hotlines.get(number)?.urgent, number).toBe(true);
  });

  it('refuses a number listed twice', () => {
    const line = "- { number: '120', name: 急救, for: [急病], urgent: true }\n";
    expect(() => parseHotlines(line + line)).toThrow(/twice/);
  });
});
