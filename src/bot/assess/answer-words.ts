import type { FactName, Facts } from '../../benefits/facts.js';
import { anyOf } from '../../language/any-of.js';

/** What a bare answer is said of, so that it reads like a whole sentence: 都在外地打工, asked of the children. */
export const saidOf = (fact: FactName | null): string => (fact === 'childrenInCity' ? '她的儿女' : '我妈');

/** What the policies ask about and people tell unasked; every row that fits counts. */
export const TOLD_BESIDE: readonly (readonly [RegExp, Facts])[] = [
  [
    anyOf(
      '腿脚?(?:也|都|还|又|就|不太|不大|越来越|有点儿?|有些)?(?:不(?:好|便|方便|中|行|利索|灵便|灵|得劲|听使唤)|没劲)',
      '走(?:路|道)?(?:不(?:动|了|稳|远|成)|要人|得人|困难|费劲|靠)|行动不[便方]',
      '(?<!不用|没|不)(?:拄(?:着|个)?拐|坐(?:着)?轮椅)',
      '(?:出不(?:去|了|得)|下不(?:来|了|得|去))[门楼屋]|出门(?:困难|不便|不方便|费劲)',
    ),
    { hardToGoOut: true },
  ],
  [/(?<!不是|没有?)(?:建档立卡|(?:农村)?贫困户)(?!吗|不|没)/u, { registeredPoor: true }],
  [/(?:没|冇|还没有?|没有)签(?:过)?(?:家庭)?(?:医生|大夫)/u, { familyDoctorContract: false }],
  [
    /(?<!没|冇|没有|想|要)签(?:着|了|过)(?:个|一个)?(?:家庭)?(?:医生|大夫)(?!吗|没|不)/u,
    { familyDoctorContract: true },
  ],
];

/** Answers in people's own words, as they mean something only to their question; the first row that fits counts. */
export const ANSWER_WORDS: Partial<Record<FactName, readonly (readonly [RegExp, Facts])[]>> = {
  care: [
    [/[不没][用要需](?:要)?(?:别)?人|用不着人|不要紧/u, { care: 'none' }],
    [
      /离不(?:了|开|得)|(?:全|都|样样|什么都|啥都)(?:靠|要|得|指望)人|喂(?:饭|吃|水)?|瘫|卧床|床上|[动起]不(?:了|来)|不能(?:动|自理)|啥[都也]不(?:能|会|行)|屎/u,
      { care: 'full' },
    ],
    [/有些|有时|有的|有点|搭把手|帮|扶|搀|洗澡|一部分|半/u, { care: 'partial' }],
    [/自己.{0,3}[能会行来弄]|(?:还|都|也)能?(?:自己)?(?:[能会行]|来)|利索|自理|好着|硬朗/u, { care: 'none' }],
  ],
  housing: [
    [/院|机构|公寓|中心/u, { housing: 'institution' }],
    [/家|屋里|自己|村|儿子|闺女|女儿|老房/u, { housing: 'dispersed' }],
  ],
  emptyNest: [
    [
      /(?:没|冇|不)[^，。]{0,6}(?:一起|一块|同住|身边)|一个人|自己(?:住|过)|独|老两口|都在外|外地|外头/u,
      { emptyNest: true },
    ],
    [/(?:跟|和|同|与).{1,6}(?:住|过)|一起|一块|身边有|同住/u, { emptyNest: false }],
  ],
  childrenInCity: [
    [/不在|没在|外地|外头|外省|外面|远|打工|国外/u, { childrenInCity: false }],
    [/在(?:城|本地|这|身边|跟前)|城里|城区|有.{0,3}在/u, { childrenInCity: true }],
  ],
  incomeBelowMinimumWage: [
    [
      /[没冇无](?:有|得)?(?:啥|什么|一分|任何)?(?:收入|钱|工资|退休)|不(?:到|够)|低于|低(?:得|多|些)|比[那这它][^，。]{0,4}[低少]|没[那这][^，。]{0,4}[高多]|少/u,
      { incomeBelowMinimumWage: true },
    ],
    [/高|多得|不(?:低|少)|超过|过了/u, { incomeBelowMinimumWage: false }],
  ],
};
