import type { Provider, Service } from '../../../appointments/types.js';
import { anyOf } from '../../../language/any-of.js';
import { words } from '../words/replies.zh.js';

/** What a question beside the booking may be about. */
export interface Spot {
  service: Pick<Service, 'id'> | null;
  provider: Pick<Provider, 'name' | 'phone' | 'address'> | null;
  /** Those that are offered to choose from. */
  offered: readonly Pick<Provider, 'name' | 'address'>[];
}

/** What people ask of a visit while it is being booked, or once it is; the first row that fits decides. */
const ASKED: readonly (readonly [RegExp, (spot: Spot) => string | null])[] = [
  [
    /(?<![补领发给贴助拿])(?<![补领发给][我他她您你])多少钱|要钱|收费|收钱|贵不贵|挂号费|几块钱|花钱/u,
    ({ service }) => (service?.id === 'green-channel' ? words.fee : null),
  ],
  [
    anyOf(
      '(?:医生|大夫|专家)[^，。]{0,4}(?:是谁|哪[个位]|几[个位]|男的?|女的?|贵姓|姓[啥什]|叫[啥什]|好不好|怎么样|啥样)',
      '男的?(?:还是)?女的|(?:要|有)[^，。]{0,3}(?:男|女)(?:医生|大夫|的)',
      '(?:有|是)(?:没有|不是)(?:个)?(?:专家|主任|教授)|有(?:专家|主任|教授)',
      '(?:专家|主任|教授)号?(?:有|吗|没|不)|哪[个位](?:医生|大夫|专家)',
      '谁(?:给|来|坐)[^，。]{0,4}(?:看|诊)',
    ),
    ({ provider }) => words.whichDoctor(provider?.phone ?? null),
  ],
  [
    /带(?:点|些|上)?(?:什么|啥|哪些|么子)|(?:要|用)不(?:要|用)带|带不带|要带[^，。]{0,8}[吗么不]|要[啥什]么?(?:证|东西|材料|手续)/u,
    () => words.bring,
  ],
  [
    /空腹|[能要]不[能要][吃喝]|(?:能|可以|要)[吃喝][^，。]{0,6}[吗么不]/u,
    ({ provider }) => words.fasting(provider?.phone ?? null),
  ],
  [
    /(?:等|排)(?:队|号)?[^，。]{0,3}(?:多久|多长|久不|几个?[小钟])|人多不多|(?:要|得)(?:等|排队)[^，。]{0,4}[吗么不]/u,
    () => words.howLong,
  ],
  [
    anyOf(
      '远不远|多远|远吗',
      '(?:在|去|到)(?:哪|什么地方|啥地方)(?!天|个科|科|家|[个一]医院|[^，。]{0,3}都)',
      '哪(?:个|家|一家|个医院)[^，。]{0,8}近(?!.{0,2}(?:去|挂|约|就)?哪)',
      '地址[^，。]{0,3}[哪啥什]|什么地址|怎么[走去]|咋[走去]|几路车|坐[啥什几哪][^，。]{0,3}车',
      '几楼|哪[层栋]',
    ),
    ({ provider, offered }) => {
      const known = provider === null ? offered : [provider];
      return known.length === 0 ? null : words.addresses(known.map((p) => words.address(p.name, p.address)));
    },
  ],
];

/** The clauses of a turn that ask something beside, told apart from the rest of it. */
export function splitAside(text: string): { aside: string; rest: string } {
  const clauses = text.split(/(?<=[，,。？?！!；;])/u);
  const isAside = (clause: string): boolean => ASKED.some(([says]) => says.test(clause));
  return {
    aside: clauses.filter(isAside).join(''),
    rest: clauses.filter((clause) => !isAside(clause)).join(''),
  };
}

/** What is known of what was asked beside; null where this desk knows nothing of it. */
export function answerAside(aside: string, spot: Spot): string | null {
  const texts = ASKED.flatMap(([says, tell]) => (says.test(aside) ? [tell(spot)] : []));
  return texts.length === 0 || texts.includes(null) ? null : texts.join('');
}
