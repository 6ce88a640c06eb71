import { readFileSync } from 'node:fs';
import { miswrite, pick, seeded } from '../../../evals/support/recogniser.js';

/** What people ask, by the kind of word that is written wrong; sentences with company for it, and without. */
const FRAMES: readonly { words: readonly string[]; frames: readonly string[] }[] = [
  {
    words: [
      '嘉祥县',
      '三门峡市',
      '鹤城区',
      '怀化市',
      '郑州市',
      '陕西省',
      '嘉祥',
      '三门峡',
      '郑州',
      '陕西',
      '怀化',
      '鹤城',
    ],
    frames: [
      '我是{}的，想问个事',
      '我户口在{}，人在外地',
      '{}有没有这个补贴',
      '俺娘住在{}，八十二了',
      '{}的老人一个月领多少',
    ],
  },
  {
    words: ['民政局', '医保局', '卫健委', '街道办', '居委会', '卫生院', '福利院', '民政', '人社局'],
    frames: [
      '这个事归{}管吗',
      '{}的电话是多少',
      '要去{}办还是去社区办',
      '{}今天上班不',
      '我去找了{}，人家说不管',
    ],
  },
  {
    words: [
      '失能',
      '低保',
      '五保',
      '失独',
      '空巢',
      '失能老人',
      '低保户',
      '五保户',
      '空巢老人',
      '失独家庭',
      '残疾人',
    ],
    frames: [
      '{}有什么照顾',
      '我这种情况算{}吗',
      '{}的能领多少钱',
      '家里有{}的怎么申请补助',
      '俺爹是{}，今年七十八了',
    ],
  },
  {
    words: [
      '补贴',
      '津贴',
      '护理补贴',
      '建设补贴',
      '医保',
      '医保卡',
      '报销',
      '起付线',
      '长期护理保险',
      '社保卡',
    ],
    frames: [
      '{}一个月能有多少',
      '{}怎么办，去哪里办',
      '这个能用{}吗，大夫没说清楚',
      '老人的{}什么时候发下来',
      '我想问一下{}的标准',
    ],
  },
  {
    words: [
      '转诊',
      '巡诊',
      '复诊',
      '挂号',
      '体检',
      '签约',
      '护理',
      '家庭医生',
      '家庭病床',
      '绿色通道',
      '安宁疗护',
      '日间照料',
    ],
    frames: [
      '{}要不要钱',
      '我想给我妈办{}，找谁',
      '老年人{}有没有优先',
      '医院的{}在几楼',
      '大夫说可以{}，怎么弄',
    ],
  },
  {
    words: [
      '养老',
      '养老院',
      '养老机构',
      '敬老院',
      '托老所',
      '医养结合',
      '护理院',
      '居家养老',
      '照护',
      '临终关怀',
    ],
    frames: [
      '我们这里的{}收费多少',
      '附近有没有{}',
      '{}的政策我不懂，你给讲讲',
      '老人去{}有补助吗',
      '想打听一下{}的事',
    ],
  },
];

export interface Heard {
  written: string;
  said: string;
}

/** `count` sentences with one domain word written wrong. */
export function misheard(seed: number, count: number): Heard[] {
  const random = seeded(seed);
  const sentences: Heard[] = [];
  while (sentences.length < count) {
    const { words, frames } = pick(random, FRAMES);
    const frame = pick(random, frames);
    const word = pick(random, words);
    const written = miswrite(random, word);
    if (written !== word)
      sentences.push({ written: frame.replace('{}', written), said: frame.replace('{}', word) });
  }
  return sentences;
}

const lines = (name: string) =>
  readFileSync(`tests/language/homophones/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Written by hand: `what was written|what was said`. */
export function heardByHand(name: string): Heard[] {
  return lines(name).map((line) => {
    const [written = '', said = ''] = line.split('|');
    return { written, said };
  });
}

/** Everyday sentences, which are to stay as they are. */
export const ordinary = lines;
