import { standsIn } from '../../../language/father.js';
import type { Lexicon, Relation } from '../../../language/lexicon.js';
import { matchesOf } from '../../../language/matches.js';
import { Trie } from '../../../language/trie.js';
import { type Kin, MORE_KIN, NOBODY, SURNAME, YOUNG } from './people-words.js';

/** Somebody a line speaks of. `relation` null: whoever it is, the line does not say. */
export interface Person {
  relation: Relation | null;
  generation: Kin['generation'] | 'speaker';
}

/** `person` null: words that bring nobody into the line but end what was said before them (the dead, the speaker who asks). */
export interface Mention {
  start: number;
  end: number;
  person: Person | null;
}

export type KinWords = Trie<Kin | null>;

/** The kinship terms of the lexicon and what stands around them; made once. */
export function kinWords({ senses }: Lexicon): KinWords {
  const trie: KinWords = new Trie();
  for (const [word, sense] of senses)
    if (sense.kind === 'kinship' && sense.relation !== 'self')
      trie.set(word, { relation: sense.relation, generation: YOUNG.test(word) ? 'young' : 'elder' });
  for (const [words, kin] of MORE_KIN) for (const word of words.split(' ')) trie.set(word, kin);
  for (const word of NOBODY.split(' ')) trie.set(word, null);
  return trie;
}

const NEAR = 12;
const before = (text: string, at: number): string => text.slice(Math.max(0, at - NEAR), at);
const after = (text: string, at: number): string => text.slice(at, at + NEAR);

const SELF = /我自己|俺自己|我本人|本人|自家我|[我俺咱]|(?<![金名总数余限税差超全巨])额(?![度外定头比])/gu;
/** 我们村, 我这里: of a place, not of a person. */
const OF_PLACE = /^(?:们|这|那)*(?:村|社区|院|小区|街道|镇|乡|县|市|区|单位|这|那|家|屋|辖区|里|边|儿|达)/u;
const PLURAL = /^(?:们|几个|两个)/u;
/** Who is spoken to, brought along or only named to be ruled out. */
const ASIDE = /(?:[跟和与让给问帮陪替教请对把为随比同靠叫由像告诉]|不是|别问)(?:着|了|过)?$/u;
/** 一辈子没讨过老婆 speaks of no wife. */
const NEVER_HAD = /(?:没|冇|不|未)(?:有|得|曾)?(?:讨|娶|找|嫁|成)(?:过|上|到|得|个)*$/u;
const COMPANION = /(?:[跟和与随同靠由让比陪像叫]|不是|没|没有|无|冇|冇得|没得)(?:着|了|过|个)?$/u;
/** 我跟我老弟都在东莞: the children, told of by one of them. */
const WITH_SPEAKER = /[我俺额咱](?:们)?[跟和与同](?:我|俺|额|咱)?$/u;
const SIBLINGS: ReadonlySet<Relation | null> = new Set(['brother', 'sister']);
/** The speaker who asks, looks after somebody or speaks for a community. */
const SPEAKS =
  /^(?:们|就|也|再|先|来|刚|还|都|不|没|没有|没太|不太|这边)*(?:想|要|来|是来|是想)?(?:再|先|跟您?|给您?)?(?:问|咨询|打听|了解|知道|晓得|请教|说|讲|听|查|看|觉得|寻思|找|替|帮|给|代|带|记|懂|明白|清楚|伺候|照顾|照看|在外|在.{1,6}(?:打工|上班|工作|做事)|是(?:社区|村|居委|网格|护|民政|街道|志愿|替|帮|问|[她他].{0,2}(?:女|儿|闺|媳|孙|侄)))/u;
const OWNED =
  /^(?:们|家|那|这|个|一|位|屋|里|头|的|老|大|二|两|俩|三|仨|四|五|几|小|亲|有|还|想|要|给|替|帮|为|带)*$/u;
const DEAD = /^[^，。,、]{0,6}?(?:走了|没了|去世|过世|不在了|不在世|死了|走得早|病故|过身)/u;
const NEIGHBOUR = /(?:隔壁|邻居|楼上|楼下|对门|街坊|邻家)(?:家|的|那|那个|住的|屋里|一个|有个|姓?.)?$/u;
/** 隔壁老刘 */
const NAMED = /^(?:家|屋里)?的?[老小]\p{Script=Han}(?![人太头伴汉爷奶])/u;
/** Somebody a community worker tells of: 有个老人, 一位七十九岁的独居老人. */
const SOMEBODY =
  /(?:(?:有|来了?|这|那|某|辖区|村里|社区)一?[个位名]|一[位名])(?=[^，。,、!?]{0,12}?(?:老人|老太|老汉|老头|老爷|大爷|大娘|大妈|奶奶|爷爷|五保户|低保户|孤老|老单身|老光棍|单身汉|寡汉|老奶奶|老年人|老党员|居民))/gu;
const PRONOUN = /(?<![就剩])[他她]|(?<![\p{Script=Han}])老人家?(?!院)/gu;
/** 大姐，我问一下: spoken to. */
const CALLED = /^(?:啊|呀|哎|您|你|好|们)*(?:$|[，,。!、 ])/u;
const CALLABLE =
  /^(?:大哥|大姐|哥|姐|姐姐|哥哥|妹妹|弟弟|大娘|大爷|叔|叔叔|姨|大姨|姑娘|闺女|孩子|妹子|老乡|同事|朋友|小姐|老弟|老妹|老哥|老姐|兄弟|婶|婶子|大伯|伯伯|奶奶|爷爷)$/u;

const STRANGER: Person = { relation: 'other', generation: 'elder' };
const SPEAKER: Person = { relation: 'self', generation: 'speaker' };
/** 我们: whoever was spoken of, and the speaker. */
const US: Person = { relation: null, generation: 'speaker' };
const SOMEONE: Person = { relation: null, generation: 'elder' };

function* kinMentions(text: string, words: KinWords): Generator<Mention> {
  for (const { value, start, end } of words.matches(text, standsIn(text))) {
    if (value === null) continue;
    const lead = before(text, start);
    const say = text.slice(start, end);
    if (
      COMPANION.test(lead) ||
      (SIBLINGS.has(value.relation) && WITH_SPEAKER.test(lead)) ||
      NEVER_HAD.test(lead) ||
      ((value.relation === 'neighbour' || value.generation === 'young') && /[住在到]$/u.test(lead))
    )
      continue;
    if (
      CALLABLE.test(say) &&
      !NEIGHBOUR.test(lead) &&
      CALLED.test(after(text, end)) &&
      !/[我俺额]$|[我俺额].{0,2}[家的]$/u.test(lead)
    )
      continue;
    const named = value.relation === 'neighbour' ? (NAMED.exec(after(text, end))?.[0].length ?? 0) : 0;
    if (DEAD.test(after(text, end)) && !/^独/u.test(say)) yield { start, end, person: null };
    else if (NEIGHBOUR.test(lead))
      yield { start, end, person: { relation: 'neighbour', generation: 'elder' } };
    else if (SURNAME.test(lead) && !/老伴|妈妈|爸爸/u.test(say) && value.generation === 'elder')
      yield { start, end, person: STRANGER };
    else yield { start, end: end + named, person: value };
  }
}

function* selfMentions(text: string, kinStarts: readonly number[]): Generator<Mention> {
  let next = 0;
  for (const match of matchesOf(text, SELF)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((kinStarts[next] ?? text.length) < start) next += 1;
    const kin = kinStarts[next] ?? Number.POSITIVE_INFINITY;
    if (kin <= start || (kin - end <= 6 && OWNED.test(text.slice(end, kin)))) continue;
    const rest = after(text, end);
    if (ASIDE.test(before(text, start)) || OF_PLACE.test(rest)) continue;
    if (SPEAKS.test(rest)) yield { start, end, person: null };
    else yield { start, end, person: PLURAL.test(rest) ? US : SPEAKER };
  }
}

/** Who is mentioned in the line, in order, none inside another; who is only spoken to or brought along is left out. */
export function mentionsIn(text: string, words: KinWords): Mention[] {
  const kin = [...kinMentions(text, words)];
  const all: Mention[] = [
    ...kin,
    ...selfMentions(
      text,
      kin.map(({ start }) => start),
    ),
  ];
  for (const match of matchesOf(text, SOMEBODY))
    all.push({ start: match.index, end: match.index + match[0].length, person: STRANGER });
  for (const match of matchesOf(text, PRONOUN))
    if (!COMPANION.test(before(text, match.index)))
      all.push({ start: match.index, end: match.index + match[0].length, person: SOMEONE });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = 0;
  return all.filter(({ start, end }) => {
    if (start < covered) return false;
    covered = end;
    return true;
  });
}
