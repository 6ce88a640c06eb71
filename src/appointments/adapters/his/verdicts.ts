/** What an answer of a platform means. `busy`: it failed, and may have done it all the same. */
export const VERDICTS = [
  'done',
  'unsigned',
  'duplicate',
  'cancelled',
  'too-late',
  'absent',
  'withdrawn',
  'taken',
  'busy',
] as const;
/** `declined`: none of these; its words are all there is. */
export type Verdict = (typeof VERDICTS)[number] | 'declined';

/** Platforms answer most things with one code and say in words what it is; the first that fits counts. */
const WORDS: readonly [verdict: Verdict, words: RegExp][] = [
  ['unsigned', /签名|验签|\bsign/iu],
  ['cancelled', /已(?:经)?(?:取消|退号|退订)/u],
  [
    'too-late',
    /(?:超过|已过|过了).{0,8}(?:退号|取消|退订)|(?:不能|不可|无法|不允许|不予)(?:再)?(?:退号|取消|退订)/u,
  ],
  [
    'absent',
    /(?:订单|预约记录|挂号记录)(?:号|信息)?(?:不存在|未找到)|(?:无此|没有(?:该|此)|查无|未查询?到(?:该|此)?)(?:订单|预约)/u,
  ],
  [
    'duplicate',
    /重复(?:提交|预约|挂号|下单)|已(?:经)?(?:预约(?![完满光])|挂过号|存在预约)|(?:有|存在)(?:未就诊|未完成|有效)的?(?:预约|订单|挂号)/u,
  ],
  ['withdrawn', /停诊|停约|停止(?:出诊|预约)/u],
  [
    'taken',
    /(?:号源|余号|剩余号).{0,4}(?:不足|没有|为0|已满|已空|无)|(?:约|挂|号)(?:已)?[满完光]|无(?:可用)?(?:号源?|余号)|号(?:源)?已?被(?:占|约|抢)|没号了/u,
  ],
  ['busy', /系统(?:繁忙|异常|错误|维护)|超时|稍后(?:再|重)试|\btimed? ?out/iu],
];

export interface Said {
  code: string;
  message: string;
}

/** `codes`: what the platform's codes mean, from its settings; 200 is done where they do not say otherwise. */
export function verdictOf(
  { code, message }: Said,
  codes: Readonly<Partial<Record<Verdict, readonly string[] | undefined>>>,
): Verdict {
  const byCode = VERDICTS.find((verdict) => codes[verdict]?.includes(code));
  if (byCode) return byCode;
  if (code === '200' && codes.done === undefined) return 'done';
  return WORDS.find(([, words]) => words.test(message.slice(0, 200)))?.[0] ?? 'declined';
}
