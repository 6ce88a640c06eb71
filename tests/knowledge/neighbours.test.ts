import { expect, it } from 'vitest';
import { createNeighbours, parseNeighbours } from '../../src/knowledge/provisions/neighbours.js';
import { realHouse, talk } from '../support/house.js';

const features = (words: string): Map<string, number> => new Map(words.split(' ').map((w) => [w, 1]));
const question = (words: string) => ({ all: features(words), asking: features(words) });

it('are nearest by how they are asked for, and none of a policy that names them', async () => {
  const { library } = await realHouse();
  const [policy] = library.documents;
  if (policy === undefined) throw new Error('no policy');
  const neighbours = createNeighbours(
    parseNeighbours('[{matter: 甲, names: 甲, asks: [a]}, {matter: 乙, names: 乙 丙, asks: [c]}]'),
    [features('a b'), features('c d')],
  );
  const silent = { ...policy, text: '' };
  expect(neighbours.nearest(question('a b'), silent)).toBeGreaterThan(
    neighbours.nearest(question('a x'), silent),
  );
  expect(neighbours.nearest(question('x y'), silent)).toBe(0);
  expect(neighbours.nearest(question('c d'), { ...policy, text: '按丙办理' })).toBe(0);
});

it.each(['[{matter: 甲, names: 甲}]', '[{matter: 甲, names: "", asks: [a]}]', '{}'])(
  'are not read from %s',
  (text) => {
    expect(() => parseNeighbours(text)).toThrow();
  },
);

it.each([
  ['郑州市', '我爷九十六啦，村支书说这岁数每月国家另外贴一份，到底是多少'],
  ['三门峡市', '社区那儿能借着坐的轮椅，押金得交多少'],
  ['怀化市鹤城区', '屋里老娘过了身，火葬场的钱国家出不出'],
  ['嘉祥县', '低保户一个月到手是几百'],
  ['陕西省', '额牙掉得没几颗了，安一口假牙国家给贴多少'],
])('are refused and not answered by what is close: %s %s', async (place, text) => {
  const say = await talk(place);
  const reply = await say(text);
  expect(reply.kind).toBe('not_found');
});

it.each([['陕西省', '喘息服务要打哪个电话报名', /^电话，文件里没有写/u]])(
  'of what is there, a particular that is not written is said to be so first: %s %s',
  async (place, text, opens) => {
    const say = await talk(place);
    expect((await say(text)).text).toMatch(opens);
  },
);
