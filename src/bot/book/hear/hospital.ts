import type { Provider } from '../../../appointments/types.js';
import { findRegion } from '../../../knowledge/regions.js';
import { isAsking } from '../../understand/wants.js';
import { hearName, hearOrdinal } from './choice.js';
import { chosenOf, DECLINED } from './clauses.js';
import { PAUSE } from './parting.js';

type Named = Pick<Provider, 'name' | 'region'>;

/** The part of a hospital's name that tells it from others, without brackets and its place; and what it is called besides. */
function callsOf({ name, region }: Named): string[] {
  const own = findRegion(region.adcode)?.name ?? region.name;
  const plain = name.replace(/（[^（）]*）|\([^()]*\)|样例|示例/gu, '');
  const number = /第([一二三四五六七八九十]+)(?:人民)?医院/u.exec(plain)?.[1];
  const short = number === undefined ? [] : [`市${number}院`, `${number}医院`, `${number}院`];
  const bare = withoutPlace(plain, own) || plain;
  return [bare, ...(bare.includes('中医医院') ? [bare.replace('中医医院', '中医院')] : []), ...short];
}

const distinct = (provider: Named): string => callsOf(provider).join('、');

/** What a hospital is called by those who go there: its name, with and without its place, and shorter ones. */
export const spokenNames = (provider: Named): string[] => [provider.name, ...callsOf(provider)];

/** 怀化市鹤城区 is written 鹤城区 in the name of a hospital of it. */
function withoutPlace(name: string, place: string): string {
  for (let at = 0; at + 2 <= place.length; at++)
    if (name.startsWith(place.slice(at))) return name.slice(place.length - at);
  return name;
}

/** 省人民医院, 第一人民医院: what makes it another than the one that is called 人民医院. */
const MARKED =
  /(?<mark>第[一二三四五六七八九十\d]|[一二三四五六七八九十](?=医?院)|省|附[属一二三]|湘雅|协和|妇幼|儿童|铁路|职工|军区|部队|肿瘤|胸科|口腔|精神)(?=[^，。]{0,4}院)/u;
/** What speaks against a hospital without refusing it outright. */
const DISLIKED = new RegExp(
  `${DECLINED.source}|太[远挤贵偏乱多]|人(?:太|特别|真)?多|[远挤]得很|没[有得](?=[^，。]{1,6}科|$)|不放心|信不过|不信|不(?:行|中|好|成|方便|合适)了?$`,
  'u',
);
/** So many sounds of a name in a clause that says more. */
const LEAST_SOUNDS = 3;
/** A clause of so many characters says nothing but the name. */
const BARE = 5;

function namedIn(clause: string, names: readonly string[]): number | null {
  const mark = MARKED.exec(clause)?.groups?.mark;
  if (mark !== undefined && !names.some((name) => name.includes(mark))) return null;
  return hearName(clause, names, clause.length <= BARE ? undefined : LEAST_SOUNDS);
}

/** 市里那家, 区医院: by the level of its place. */
const OF_LEVEL = /(?<level>[市县]|(?<![社小])区)(?:里|上)?(?:头|面)?(?:的|(?:那|这)[个家]|医院)/u;

function ofLevel<P extends Named>(clause: string, all: readonly P[]): P[] {
  const level = OF_LEVEL.exec(clause)?.groups?.level;
  const there = all.filter(({ region }) => region.adcode.endsWith('00') === (level === '市'));
  return level !== undefined && there.length === 1 && !MARKED.test(clause) ? there : [];
}

/** 去中医院行吗: a choice in the form of a question. */
const CHOOSES = /有没有|(?:行|中|可以|好|成)(?:吗|么|不)|[行中]不[行中]|[吧呗]$|^(?:算了|那就?|嗯|哦)*还是/u;

/** Whether one of `all` is spoken of by what tells it from others. */
export const namesHospital = (text: string, all: readonly Named[]): boolean =>
  text.split(PAUSE).some((clause) => namedIn(clause, all.map(distinct)) !== null);

/**
 * The hospital of `all` that the words choose, by what tells it from others or else by its place (鹤城区的); `offered`
 * are those that 第一个 and 另外那个 are said of.
 */
export function hearHospital<P extends Named>(
  text: string,
  all: readonly P[],
  offered: readonly P[],
): P | null {
  const names = namesHospital(text, all) ? all.map(distinct) : all.map(({ name }) => name);
  const named = (clause: string): P[] => {
    if (isAsking(clause) && !CHOOSES.test(clause)) return [];
    const ordinal = hearOrdinal(clause, offered.length, true);
    const one = ordinal === null ? all[namedIn(clause, names) ?? -1] : offered[ordinal];
    return one === undefined ? ofLevel(clause, offered) : [one];
  };
  return chosenOf(text, offered.length > 0 ? offered : all, named, { against: DISLIKED });
}
