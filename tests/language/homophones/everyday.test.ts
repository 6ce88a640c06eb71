import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { misheard, seeded } from '../../../evals/support/recogniser.js';
import { loadProvisions } from '../../../src/knowledge/provisions/provision.js';
import { parseDomainWords } from '../../../src/language/homophones/domain.js';
import { everydayWords } from '../../../src/language/homophones/everyday.js';
import { createNormalize } from '../../../src/language/normalize.js';
import { ordinary } from './sentences.js';

const asks = (await loadProvisions('corpus/provisions')).flatMap((provision) => provision.asks);
const domain = parseDomainWords(readFileSync('corpus/domain-words.yaml', 'utf8'));
const normalize = createNormalize(domain, everydayWords(asks));
const changed = (sentences: readonly string[]) => sentences.filter((s) => normalize(s).changes.length > 0);

describe('an everyday word', () => {
  it.each([
    ['医院办养老机构，水惦按什么价收', '水电'],
    ['养老机构多邵张床可以设一所医院', '多少'],
    ['三百张床的养老院能不能兹己办医院', '自己'],
    ['上门服务费是谁说了蒜', '说了算'],
  ])('is put back in %s', (heard, word) => expect(normalize(heard).normalized).toContain(word));

  it('is put back more often than not, and hardly ever in the place of what was right', () => {
    const lines = asks.filter((_, i) => i % 13 === 0);
    let [wrong, mended, broken] = [0, 0, 0];
    for (const [i, said] of lines.entries()) {
      const heard = misheard(said, seeded(900 + i));
      const made = normalize(heard).normalized;
      for (let at = 0; at < said.length; at++)
        if (heard[at] !== said[at]) {
          wrong++;
          if (made[at] === said[at]) mended++;
        } else if (made[at] !== said[at]) broken++;
    }
    expect(wrong).toBeGreaterThan(200);
    expect(mended / wrong).toBeGreaterThan(0.5);
    expect(broken / wrong).toBeLessThan(0.04);
  });

  it('stays where it was said, in sentences nobody set anything by', () => {
    const sentences = [...ordinary('ordinary-fresh'), ...ordinary('ordinary-unseen')];
    expect(sentences.length).toBeGreaterThan(540);
    expect(changed(sentences).length, JSON.stringify(changed(sentences))).toBeLessThanOrEqual(2);
  });

  it('stays in what people ask', () => {
    expect(changed(asks).length / asks.length, JSON.stringify(changed(asks))).toBeLessThan(0.005);
  });

  it('is heard, where it stands alone in speech and seldom in what is written', () => {
    for (const said of ['恁给俺说说', '俺娘搁家哩', '腿上痒得慌', '憋得慌', '得人搀着走'])
      expect(normalize(said).odd, said).toBe(0);
    expect(normalize('赖床不起俺疙要').odd).toBeGreaterThan(0);
  });

  it('stays where a name may stand', () => {
    const names = ['邹桂芳', '潘世昌', '傅玉梅', '赵福海', '朱玉珍', '贾冬生', '蒋兆林', '阎素珍'];
    const sentences = names.flatMap((name) => [`给我妈挂个骨科，她叫${name}`, `姓名是${name}`, name]);
    expect(changed(sentences)).toEqual([]);
  });

  it('is not put back in text that was typed', () => {
    expect(createNormalize(domain)('医院办养老机构，水惦按什么价收').changes).toEqual([]);
  });
});
