import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDomainWords } from '../../../src/language/homophones/domain.js';
import { loadFrequencies } from '../../../src/language/homophones/frequencies.js';
import { soundClasses } from '../../../src/language/homophones/syllables.js';
import { createNormalize } from '../../../src/language/normalize.js';
import { type Heard, heardByHand, misheard, ordinary } from './sentences.js';

const yaml = readFileSync('corpus/domain-words.yaml', 'utf8');
const normalize = createNormalize(parseDomainWords(yaml));

const missed = (sentences: readonly Heard[]) =>
  sentences.filter(({ written, said }) => normalize(written).normalized !== said);
const changed = (sentences: readonly string[]) =>
  sentences.filter((sentence) => normalize(sentence).normalized !== sentence);

describe('what a recogniser wrote', () => {
  it.each([
    ['heard', 0.97],
    ['heard-unseen', 0.95],
    ['heard-fresh', 0.93],
  ])('is recovered, by hand: %s', (name, floor) => {
    const sentences = heardByHand(name);
    expect(sentences.length).toBeGreaterThan(45);
    const misses = missed(sentences);
    expect(1 - misses.length / sentences.length, JSON.stringify(misses)).toBeGreaterThanOrEqual(floor);
  });

  it('is recovered, from a recogniser that mishears at random', () => {
    const sentences = [101, 102, 103, 104, 105].flatMap((seed) => misheard(seed, 200));
    const misses = missed(sentences);
    expect(1 - misses.length / sentences.length, JSON.stringify(misses)).toBeGreaterThanOrEqual(0.95);
  });

  it('is doubted where the written words would nearly do', () => {
    expect(normalize('到副诊的时候').changes).toMatchObject([{ to: '复诊', doubtful: true }]);
    expect(normalize('家翔县的转枕').changes).toMatchObject([
      { to: '嘉祥县', doubtful: false },
      { to: '转诊', doubtful: false },
    ]);
  });

  it('lets one word put back speak for the next', () => {
    const alone = normalize('能转真不');
    expect(alone.changes).toEqual([]);
    expect(normalize('绿色通到能转真不').normalized).toBe('绿色通道能转诊不');
  });
});

describe('what people say', () => {
  it('stays, in sentences nobody tuned anything on', () => {
    const sentences = ordinary('ordinary-unseen');
    expect(sentences.length).toBeGreaterThan(200);
    expect(changed(sentences).length).toBeLessThanOrEqual(1);
  });

  it('stays, but for 1 in 80, in sentences full of traps', () => {
    const sentences = [...ordinary('ordinary'), ...ordinary('ordinary-company')];
    expect(sentences.length).toBeGreaterThan(450);
    expect(changed(sentences).length, JSON.stringify(changed(sentences))).toBeLessThanOrEqual(6);
  });

  it('stays in the policies themselves', () => {
    const lines = readdirSync('corpus/documents').flatMap((name) =>
      readFileSync(`corpus/documents/${name}`, 'utf8').split(/[\n。；]/),
    );
    expect(changed(lines)).toEqual([]);
  });

  it('stays when it is another place that there is', () => {
    for (const place of ['山西', '山西省', '河北', '湖北', '江西', '广西', '四川'])
      expect(normalize(`我是${place}的，有补贴吗`).changes).toEqual([]);
  });
});

describe('soundClasses', () => {
  const mayBe = (one: string, other: string) =>
    soundClasses(one).some((key) => soundClasses(other).includes(key));

  it.each([
    ['zhen', 'zeng'],
    ['ning', 'lin'],
    ['fu', 'hu'],
    ['fang', 'huang'],
    ['fei', 'hui'],
    ['feng', 'hong'],
    ['shang', 'san'],
  ])('%s may be %s', (one, other) => expect(mayBe(one, other)).toBe(true));

  it.each([
    ['zhong', 'zhen'],
    ['ji', 'qi'],
    ['bao', 'pao'],
    ['lan', 'ran'],
    ['lu', 'lv'],
  ])('%s is not %s', (one, other) => expect(mayBe(one, other)).toBe(false));
});

describe('the words', () => {
  it('are refused when they break the schema', () => {
    expect(() => parseDomainWords('repair: { a: 诊 }\ncues: 老人\nspoken: 到时')).toThrow();
    expect(() => parseDomainWords('repair: { a: 转诊 }\ncues: 老人\nspoken: 到时\nmore: 1')).toThrow();
  });

  it('are counted as the dictionary counts them, and the spoken ones besides', () => {
    const dictionary = new TextEncoder().encode('转诊 12 v\n的 3188 uj\n𠮷x 5 n\nA 100 eng\n');
    const table = loadFrequencies(['到时'], dictionary);
    const cost = (word: string) => table.cost(`x${word}y`, 1, 1 + word.length);
    expect(cost('的')).toBeCloseTo(Math.log((12 + 3188 + 5 + 100 + 3000) / 3188));
    expect(cost('转诊')).toBeGreaterThan(cost('的') ?? 0);
    expect(cost('到时')).toBeDefined();
    expect(cost('诊')).toBeUndefined();
  });
});
