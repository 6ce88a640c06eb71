import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  covers,
  customaryName,
  findRegion,
  fullName,
  parentOf,
  regionsCalled,
  regionsNamedIn,
} from '../../src/knowledge/regions.js';
import type { Region } from '../../src/knowledge/types.js';

const region = (name: string): Region => {
  const found = findRegion(name);
  if (found === null) throw new Error(`no region ${name}`);
  return found;
};
const named = (text: string) =>
  regionsNamedIn(text).map((m) => [m.text, m.region?.adcode ?? m.candidates.length]);

describe('a place by its name or adcode', () => {
  it.each([
    ['怀化市鹤城区', '431202', '怀化市鹤城区'],
    ['鹤城区', '431202', '怀化市鹤城区'],
    ['鹤城', '431202', '怀化市鹤城区'],
    ['431202', '431202', '怀化市鹤城区'],
    ['湖南省怀化市鹤城区', '431202', '怀化市鹤城区'],
    ['怀化鹤城', '431202', '怀化市鹤城区'],
    ['嘉祥', '370829', '嘉祥县'],
    ['山东济宁嘉祥县', '370829', '嘉祥县'],
    ['济源', '419001', '济源市'],
    ['陕西', '610000', '陕西省'],
    ['吉林', '220000', '吉林省'],
    ['西安', '610100', '西安市'],
    ['北京', '110000', '北京市'],
    ['北京朝阳', '110105', '北京市朝阳区'],
    ['上海浦东', '310115', '上海市浦东新区'],
    ['恩施州', '422800', '恩施土家族苗族自治州'],
    ['恩施', '422800', '恩施土家族苗族自治州'],
    ['内蒙古', '150000', '内蒙古自治区'],
    ['新晃', '431227', '新晃侗族自治县'],
    ['忠县', '500233', '忠县'],
    ['神农架', '429021', '神农架林区'],
  ])('%s is %s', (name, adcode, own) => {
    expect(region(name)).toMatchObject({ adcode, name: own });
  });

  it.each(['朝阳区', '鼓楼区', '朝阳', '和平', '火星', '', '999999', '补贴', '省直辖县', '开发区'])(
    '%s is no one place',
    (name) => {
      expect(findRegion(name)).toBeNull();
    },
  );

  it('gives all places of an ambiguous name', () => {
    expect(regionsCalled('鼓楼区').map(({ adcode }) => adcode)).toEqual([
      '320106',
      '320302',
      '350102',
      '410204',
    ]);
    expect(regionsCalled('朝阳').map(({ name }) => name)).toContain('北京市朝阳区');
  });
});

describe('up and down', () => {
  it.each([
    ['鹤城区', '湖南省怀化市鹤城区', '怀化市鹤城区', '怀化市'],
    ['嘉祥县', '山东省济宁市嘉祥县', '济宁市嘉祥县', '济宁市'],
    ['济源市', '河南省济源市', '济源市', '河南省'],
    ['110105', '北京市朝阳区', '北京市朝阳区', '北京市'],
    ['忠县', '重庆市忠县', '重庆市忠县', '重庆市'],
    ['郑州市', '河南省郑州市', '郑州市', '河南省'],
  ])('%s', (name, full, customary, parent) => {
    expect(fullName(region(name))).toBe(full);
    expect(customaryName(region(name))).toBe(customary);
    expect(parentOf(region(name))?.name).toBe(parent);
  });

  it.each([
    ['河南', '郑州', true],
    ['河南', '济源', true],
    ['河南', '三门峡市湖滨区', true],
    ['郑州', '郑州市金水区', true],
    ['郑州', '郑州', true],
    ['郑州', '河南', false],
    ['郑州市金水区', '郑州', false],
    ['郑州', '三门峡', false],
    ['鹤城', '怀化', false],
    ['重庆', '忠县', true],
    ['陕西', '山西', false],
  ])('%s reaches %s: %s', (outer, inner, expected) => {
    expect(covers(region(outer), region(inner))).toBe(expected);
  });
});

describe('places in running text', () => {
  it.each([
    ['我在三门峡市湖滨区住', [['三门峡市湖滨区', '411202']]],
    ['郑州市金水区的补贴', [['郑州市金水区', '410105']]],
    [
      '陕西的和西安的一样不',
      [
        ['陕西', '610000'],
        ['西安', '610100'],
      ],
    ],
    ['嘉祥60岁签约费多少', [['嘉祥', '370829']]],
    ['济宁嘉祥', [['济宁嘉祥', '370829']]],
    ['怀化鹤城三无老人', [['怀化鹤城', '431202']]],
    ['鼓楼区有没有', [['鼓楼区', 4]]],
    ['福州鼓楼区有没有', [['福州鼓楼区', '350102']]],
    ['甘肃白银', [['甘肃白银', '620400']]],
    ['我是安康人', [['安康', '610900']]],
    ['老家长治的', [['长治', '140400']]],
    ['重庆长寿区', [['重庆长寿区', '500115']]],
    ['河南的郑州', [['河南的郑州', '410100']]],
    [
      '平山县和郑州',
      [
        ['平山县', '130131'],
        ['郑州', '410100'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    '子女不在城区的低保老人',
    '医保康复政策',
    '年满六十岁以上高龄老人',
    '健康保障怎么办',
    '合作市场',
    '会同有关部门',
    '公安部门和解放军',
    '祝您身体安康平安长寿',
    '提高要求',
    '行政和县级',
    '用大理石铺的',
    '制定西部计划',
    '一定安全',
    '服务川流不息',
    '北京路怎么走',
    '长安街',
    '有什么比如资源',
    '城乡和平共处',
    '在东方市场买菜',
    '社区和区域的通道',
    '',
  ])('%s names no place', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('gives spans of the text, in order and apart, for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '郑州',
        '市',
        '鹤城区',
        '河南省',
        '济源',
        '的',
        ' ',
        '长安',
        '我住',
        '朝阳',
        '县',
        '路',
        '区',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const mention of regionsNamedIn(text)) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.text).toBe(text.slice(mention.start, mention.end));
          expect(mention.candidates.length).toBeGreaterThan(0);
          last = mention.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds every place by its full name', () => {
    for (const name of [
      '巴音郭楞蒙古自治州',
      '积石山保安族东乡族撒拉族自治县',
      '双江拉祜族佤族布朗族傣族自治县',
    ]) {
      expect(regionsNamedIn(`我住在${name}。`)[0]?.text).toBe(name);
    }
  });
});
