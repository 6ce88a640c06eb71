import type { Relation } from '../../../language/lexicon.js';

/** `elder`: somebody the line may be about; `young`: children and theirs, of whom an elder's line tells by the way. */
export interface Kin {
  /** Null: kin, and the word does not say which (俺婆子: wife or mother-in-law). */
  relation: Relation | null;
  generation: 'elder' | 'young';
}

/** Kin of the lexicon that are younger than the people whom the policies are for. */
export const YOUNG = /儿子|闺女|女儿|姑娘|女婿|儿媳|孙|侄|外甥|崽|伢|娃|妮|孩|妹子|女子|满崽/u;

/** People whom the lexicon does not list because no relation of its own is meant. */
export const MORE_KIN: readonly (readonly [words: string, kin: Kin])[] = [
  [
    '爸妈 父母 爹娘 爹妈 爸爸妈妈 爷爷奶奶 爷奶 姥姥姥爷 外公外婆 岳父岳母 公公婆婆 两个老人 俺爹俺娘',
    { relation: 'other', generation: 'elder' },
  ],
  [
    '孩子 孩子们 孩儿们 儿女 子女 小孩 娃们 娃儿 兄弟姐妹 兄弟姊妹 姐妹 弟兄 媳妇 儿子闺女 儿子女儿 小辈 后人',
    { relation: 'other', generation: 'young' },
  ],
  // 我们几姊妹都在长沙: the children of whom the line is about, the speaker among them.
  [
    ['姊妹', '姐妹', '兄妹', '姐弟', '弟兄', '兄弟', '兄弟姊妹', '兄弟姐妹']
      .flatMap((kin) => [
        ...[...'两三四五六七八几'].map((many) => `${many}${kin}`),
        ...['几个', '两个', '三个', '四个', '五个', '俩', '仨', '伙'].map((many) => `${kin}${many}`),
      ])
      .join(' '),
    { relation: 'other', generation: 'young' },
  ],
  ['婆子 婆姨 老头子 老太婆', { relation: null, generation: 'elder' }],
  ['家母 老母', { relation: 'mother', generation: 'elder' }],
  ['家父', { relation: 'father', generation: 'elder' }],
  ['老婆子 俺老婆子', { relation: 'spouse', generation: 'elder' }],
];

/** Words that the kinship terms stand in and that name nobody. */
export const NOBODY =
  '娘俩 俺娘俩 爷俩 俺爷俩 娘儿俩 爷儿俩 母女 母子 父子 父女 姑娘们 小姑娘 大娘家 娘家 新娘 姑息 小姐 女婿家 女士 男女 妇女 女人 女的 老年大学 儿科 儿童 女儿红 公公道 这儿 那儿 哪儿 一会儿 会儿 事儿 点儿 活儿 老头儿 伴儿 今儿 明儿 后儿 昨儿 块儿 根儿 压根儿 味儿 劲儿 哥们儿 妈呀 阿姨您好';

/** Surnames that make a stranger of 张大爷, 李奶奶. */
export const SURNAME =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]$/u;
