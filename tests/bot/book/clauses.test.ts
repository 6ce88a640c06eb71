import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenOf, clausesOf, meantBy } from '../../../src/bot/book/hear/clauses.js';
import { hearHospital } from '../../../src/bot/book/hear/hospital.js';
import { hearWho, ownRelation } from '../../../src/bot/book/hear/who.js';
import { parseLexicon } from '../../../src/language/lexicon.js';

const FRUIT = ['苹果', '梨', '桃'] as const;
const fruitIn = (clause: string) => FRUIT.filter((one) => clause.includes(one));
const chosen = (text: string) => chosenOf(text, FRUIT.slice(0, 2), fruitIn);

describe('of what clauses name', () => {
  it.each([
    ['苹果，哦不，梨', '梨'],
    ['苹果不对梨', '梨'],
    ['不要苹果要梨', '梨'],
    ['要不要苹果，苹果吧', '苹果'],
    ['梨，不是苹果', '梨'],
    ['先说苹果，后来想想是梨', '梨'],
    ['以前都是苹果，现在梨', '梨'],
    ['不要苹果，要另外那个', '梨'],
    ['只要不是苹果就行', '梨'],
    ['苹果也好，还是梨', '梨'],
    ['不要苹果', '梨'],
  ])('the one that is meant is chosen: %s', (said, one) => {
    expect(chosen(said)).toBe(one);
  });

  it.each(['苹果，梨', '有没有桃', '不要紧', '不是苹果，也不要梨'])('none of two is chosen by %s', (said) => {
    expect(chosen(said)).not.toBe('苹果');
    expect(chosen(said)).not.toBe('梨');
  });

  it('what is taken back stands where nothing is put in its place', () => {
    const clauses = clausesOf('苹果，说错了，我想想', (clause) => fruitIn(clause).length > 0);
    expect(meantBy(clauses, fruitIn)).toEqual(['苹果']);
  });

  it('nothing is lost but pauses, and the time is linear', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('不', '是', '要', '对', '错了', '梨', '，', '去', '说')),
        (parts) => {
          const text = parts.join('');
          const clauses = clausesOf(text, () => true);
          expect(clauses.map((one) => one.text).join('')).toBe(text.replaceAll('，', ''));
        },
      ),
    );
    clausesOf('不是要去'.repeat(16_000), () => true);
  });
});

const region = (adcode: string, name: string) => ({ adcode, name, level: 'county' as const });
const HOSPITALS = [
  { name: '嘉祥县人民医院', region: region('370829', '嘉祥县') },
  { name: '济宁市中医院', region: region('370800', '济宁市') },
];

describe('a hospital', () => {
  it.each([
    ['就去人民医院，中医院人太多', '嘉祥县人民医院'],
    ['中医院我不去，另外一家', '嘉祥县人民医院'],
    ['去不成人民医院，中医院吧', '济宁市中医院'],
    ['县里那家', '嘉祥县人民医院'],
    ['去中医院行吗', '济宁市中医院'],
    ['除了人民医院都行', '济宁市中医院'],
    ['嘉祥的', '嘉祥县人民医院'],
    ['嘉祥，中医院', '济宁市中医院'],
    ['二，二', '济宁市中医院'],
    ['去后头那个', '济宁市中医院'],
    ['城里头那个中医院', '济宁市中医院'],
  ])('is chosen: %s', (said, name) => {
    expect(hearHospital(said, HOSPITALS, HOSPITALS)?.name).toBe(name);
  });

  it.each([
    '省人民医院',
    '第二人民医院有没有',
    '两家都太远了，有没有近一点的',
    '妇幼医院',
    '城关社区那个卫生服务中心',
    '离车站哪家近',
    '中医院看牙吗',
    '二院有号没有',
    '市里的第一人民医院',
  ])('that is not offered chooses none that is: %s', (said) => {
    expect(hearHospital(said, HOSPITALS, HOSPITALS)).toBeNull();
  });
});

describe('whom it is for', () => {
  const lexicon = parseLexicon(readFileSync('corpus/lexicon.yaml', 'utf8'));

  it.each([
    ['我公公，我是他儿媳妇', 'father-in-law'],
    ['我老婆她爸', 'father-in-law'],
    ['我爷爷，他儿子不在家', 'grandfather'],
    ['楼上的李大爷，他没手机', 'neighbour'],
    ['我妈，不对，我爸', 'father'],
    ['我妈上回看过了，这回是我爸', 'father'],
    ['我看，我老伴在外地', 'self'],
    ['我爹自己不会用手机', 'father'],
    ['替俺哥打的', 'brother'],
    ['我弟媳妇', 'other'],
    ['我妈的妈妈', 'grandmother'],
    ['俺自己，老婆子早不在了', 'self'],
    ['给我外婆，就是我妈的妈', 'grandmother'],
    ['给我老伴约，不给我妈约了', 'spouse'],
    ['给俺爷爷奶奶，先给俺奶奶', 'grandmother'],
    ['我妹妹', 'sister'],
  ])('is heard: %s', (said, relation) => {
    expect(hearWho(said, lexicon, true)?.relation).toBe(relation);
  });

  it('is not what the speaker is to them', () => {
    expect(hearWho('我是她孙女', lexicon, true)).toBeNull();
    expect(ownRelation('给她约，我是她孙女')).toBe('孙女');
  });

  it('is an old man of the village who is told by his class, unless it is the speaker', () => {
    expect(hearWho('五保户老贺，不是我', lexicon, true)).toEqual({ relation: 'other', word: '老人' });
    expect(hearWho('我是五保户', lexicon, true)).toBeNull();
  });

  it.each(['给我们村里的人，七十几了，我替他约', '替村里的乡亲约', '帮别人挂的', '不是我'])(
    'is somebody else, of whom no more is told: %s',
    (said) => expect(hearWho(said, lexicon, true)).toEqual({ relation: 'other', word: '老人' }),
  );

  it.each(['就是我', '我一个人', '别给他打电话'])('is nobody else: %s', (said) => {
    expect(hearWho(said, lexicon, true)?.relation).not.toBe('other');
  });
});
