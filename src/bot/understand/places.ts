import { covers, type RegionMention, regionsCalled, regionsNamedIn } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { anyOf } from '../../language/any-of.js';
import { tagWords } from '../../language/words.js';

export interface NamedPlace {
  region: Region;
  start: number;
  end: number;
  /** Whether only the place around it was named, and this is the one that policies are held for. */
  presumed?: boolean;
}

/** No place's name is longer. */
const LONGEST_NAME = 20;
/** Words looked at before and after a place. */
const NEAR_BY = 16;

/** Where somebody else is (儿子在广东打工), or one stays for their sake (在广东崽那里带孙): no rule of that place is asked for. */
const ELSEWHERE_AFTER =
  /^(省|市)?(那边|那里|那儿)?(打工|上班|工作|开(?:店|厂|车|公司|饭馆)|摆摊|做买卖|读书|上学|念书|安了?家|买了?房|定居|落了?[户脚]|扎了?根|过日子|挣钱|讨生活|进厂|做生意|做事|当兵|上大学|发展|成了?家|出差|旅游|回不|赶不回|(?:[给帮]?(?:我|俺|额)?(?:大|小|老)?(?:崽|儿子?|女儿|闺女|妹崽|孩子|娃)们?)(?:那|这|家|屋)|(?:带|看|引|照顾|接送)(?:孙|外孙|娃|孩|小的|小孩|崽|伢|毛毛|外甥))/u;
const KIN_BEFORE = anyOf(
  String.raw`((?:^|[，,。\s]|[一两俩]个?)[女崽仔]|[我俺额][大二三小老]?[表堂]?[姐哥弟妹][姐哥弟妹夫]?|[我俺额他她](?:大|二|三|小)?(?:侄[子女儿]?|外甥女?|嫂子?|弟媳妇?)|儿子|女儿|闺女|儿女|子女|崽女|孩子|孩儿|后人|晚辈|老[大二三四幺]|娃|崽|妹崽|伢|伢子|孙子|孙女|儿媳|媳妇|女婿|姊妹|兄弟|儿|[个俩]女|他们|她们|都|全)(们|几个|俩|一家|两口子)?(们)?(都|[斗豆抖兜逗]|全|也|又|现在|早就|就|一直|人)?不?(在|去了|跑到|到|住在|去|嫁(?:到|在|去|得)?)$`,
  '[嫁驾价架稼](?:到|在|去|得)$',
);

/** 我和我妹都在鹤城, 我们都住郑州: the speaker with others, who may have the old person with them. */
const SPEAKER_TOO =
  /(?:(?:我|俺|额|咱)(?:们|俩|和|跟|同|与)|(?:和|跟|同|与)(?:我|俺|额|咱))[^，,。]{0,5}(?:在|住在?)$/u;

/** 我在北京，我妈在郑州: it is asked for her. */
const SPEAKER_BEFORE =
  /(?:我|俺|额|咱)(?:们|自己|人)?(?:现在|一直|常年|目前|就|都|也|是)*(?:在|住在?|搬到)$/u;
const ELDER_BEFORE =
  /(?:妈|母亲|爸|爹|父亲|娘|爷|奶|姥姥|外婆|外公|公公|婆婆|岳父|岳母|丈人|老人|老家|老伴|老头|老太|户口|户籍|[他她])(?:们|人|家|俩)?(?:现在|一直|还|都|就|也|一个人|自己|是)*(?:在|住在?|是|住)$/u;

/** 户口在溆浦，租住在鹤城: whose register somebody is in is told, not asked for. */
const REGISTERED_BEFORE = /(?:户口|户籍)(?:还|一直|都|就|也|是|本|现在)*(?:在|落在|是)$/u;

/** 收了几个贵州过来的老人, 打广东回来看病, 有个香港老板: where somebody came from. */
const CAME_AFTER =
  /^(?:省|市|那边|那头)?(?:(?:搬|迁|接|转)?过?来的|(?:打工|上班|做事)?[回转]来|的?(?:老板|客商|商人|投资))/u;

/** The places whose rules the text asks about, in order, each once. `near`: where ambiguous names are looked for first. */
export function placesAskedAbout(text: string, near: Region | null, held: readonly Region[]): NamedPlace[] {
  const mentions = mentionsIn(text);
  // A name begins and ends where words do: no 保定 in 医保定点.
  const starts =
    mentions.length === 0 ? new Set<number>() : new Set(tagWords(text).map((word) => word.start));
  const before = ({ start }: { start: number }): string => text.slice(Math.max(0, start - NEAR_BY), start);
  const holds = (region: Region): boolean => held.some((h) => covers(h, region) || covers(region, h));
  const isOfKin = (mention: RegionMention): boolean =>
    KIN_BEFORE.test(before(mention)) &&
    !(SPEAKER_TOO.test(before(mention)) && holds(pick(mention, near, held)));
  const elderToo = mentions.some((mention) => ELDER_BEFORE.test(before(mention)));
  const named = mentions
    .filter(({ start, end }) => starts.has(start) && (end === text.length || starts.has(end)))
    .filter(
      (mention) =>
        !ELSEWHERE_AFTER.test(text.slice(mention.end, mention.end + NEAR_BY)) &&
        !isOfKin(mention) &&
        !(elderToo && SPEAKER_BEFORE.test(before(mention))),
    )
    .map((mention) => ({ region: pick(mention, near, held), start: mention.start, end: mention.end }));
  const isHeld = ({ region }: NamedPlace): boolean => holds(region);
  const lives = named.some(isHeld) || (near !== null && holds(near));
  const comesFrom = (place: NamedPlace): boolean =>
    REGISTERED_BEFORE.test(before(place)) || CAME_AFTER.test(text.slice(place.end));
  const seen = new Set<string>();
  return named
    .filter((place) => !lives || isHeld(place) || !comesFrom(place))
    .filter(({ region }) => !seen.has(region.adcode) && seen.add(region.adcode));
}

/** Places named in the text; a turn that is nothing but a name names a place, though it is an ordinary word (神木). */
function mentionsIn(text: string): RegionMention[] {
  const mentions = regionsNamedIn(text);
  if (mentions.length > 0 || text.length > LONGEST_NAME) return mentions;
  const name = /^\p{Script=Han}{2,}(?=[。！\s]*$)/u.exec(text)?.[0] ?? '';
  const candidates = regionsCalled(name);
  return candidates.length === 0
    ? []
    : [{ text: name, start: 0, end: name.length, region: candidates[0] ?? null, candidates }];
}

/** Among places of one name: the one that policies are held for, else the one near, else the first. */
function pick({ candidates }: RegionMention, near: Region | null, held: readonly Region[]): Region {
  const [first] = candidates;
  if (first === undefined) throw new Error('a mention of no place');
  const nearby = candidates.find((c) => near !== null && (covers(near, c) || covers(c, near)));
  return nearby ?? candidates.find((c) => held.some((h) => covers(h, c) || covers(c, h))) ?? first;
}

/** The one place of that name or adcode that is meant, null where it cannot be told. */
export function placeCalled(name: string, held: readonly Region[]): Region | null {
  const candidates = regionsCalled(name.trim());
  if (candidates.length <= 1) return candidates[0] ?? null;
  const known = candidates.filter((c) => held.some((h) => covers(h, c)));
  return known.length === 1 ? (known[0] ?? null) : null;
}

const LIVES =
  /(我|俺|额|咱|家|妈|爹|爸|娘|老伴|老人|户口|户籍|人)(们)?，?(就|都|是|住|家|户口|户籍)*(在|是|住在|住|家住|属于)?$/u;

/** Whether the words tell that the person lives in, or comes from, the place that they name. */
export function tellsHome(text: string, place: NamedPlace): boolean {
  return (
    LIVES.test(text.slice(Math.max(0, place.start - 12), place.start)) ||
    /^(人|的人|户口|本地人|当地人)/u.test(text.slice(place.end))
  );
}
