import { type Lexicon, lookUp, type Relation } from '../../../language/lexicon.js';
import type { Who } from '../draft.js';

export const ONESELF: Who = { relation: 'self', word: '您本人' };

const SELF =
  /^自$|^(?:是|就|先)*(?:我|俺|额)[，,。]|自己|自家$|自家(?:看|去|用)|本人|自个|给(?:我|俺|额|咱)(?!.{0,1}[妈爸爹娘家老岳婆公爷奶姥外姑舅姨叔伯哥姐弟妹儿女闺])|^(?:嗯|对|哦|啊|唉|帮|就|是|给|也|还|都|又|这[回次]|接着|那个?|，)*(?:我|俺|额|咱)(?:要)?(?:看|约|一个|一个人|的|嘞|哩|呀|啊|吧|啦|来看|去看)*[。.]?$/u;
/** Whom it is for stands after one of these. */
const FOR =
  /(?:给|替|帮|换|换成|为|是|要|带|陪|挂|看|约)(?:成|上)?(?:我|俺|额|咱|你|他|她)?(?:们)?(?:家|那|那个|的)?$/u;
/** 给我妈在市一院挂: whoever stands after 给 is the one it is for, whatever follows. */
const GIVEN = /给$/u;
/** Helps, but is not the one it is for. */
const HELPS = /^(?:帮|给|替|让|叫|说|陪|送|带|在|打|教)/u;
const MY = /^(?:我|俺|额|咱)(?:们)?(?:家|屋)?(?:的|里的?)?/u;
/** 我这个老婆子: the speaker. */
const OLD_SELF = /[我俺额]这个?老(?:婆子|太婆|太太|头子|头儿?|汉)/u;
/** Husband or wife, as the lexicon leaves it open. */
const OLD_MAN =
  /(?<prefix>我|俺|额|咱|给|替|帮)?(?:家|那个?|屋里)?(?:老头子|老头儿?|老婆子|老太婆|老太太|婆姨|掌柜的|那口子|屋里头?(?:的|人)|(?:我|俺|额)(?:家)?(?:媳妇儿?|男人|女人))(?!辈)/u;
/** 孩子他爸: the speaker's husband. */
const CHILDS_PARENT = /(?:孩子|娃儿?)[他她](?:爸|爹|妈|娘|大)/u;
/** Kin the lexicon keeps no relation of. */
const MORE =
  /(?:我|俺|额|咱|给|替|帮)(?:家|们)?(?<word>儿子|女儿|闺女|孙子|孙女|儿媳妇?|女婿|侄儿?子?|侄女|姑姑?|姨妈?|舅舅?|舅妈|婶婶?|大娘|大爷)/u;

/** 俺婆子, 我干娘: whatever else somebody of the family is called, in answer to whom it is for. */
const CALLED =
  /^[^我俺额咱]{0,4}(?:我|俺|额|咱)(?:们)?(?:家|屋里)?的?(?<word>[\p{Script=Han}]{0,2}[妈爸爹娘爷奶婆公叔婶姨姑舅伯嫂哥姐弟妹子儿女孙侄甥媳婿伴])(?:看|挂|约|的|嘞|哩|吧)*$/u;

/** Somebody a community worker or a neighbour books for. */
const SOMEBODY =
  /(?:给|替|帮|为)[^，。,我俺]{0,10}?(?<word>老人家?|老大爷|大爷|大娘|大妈|老太太|老汉|老奶奶|老爷爷|奶奶|爷爷|婆婆|居民|邻居|五保户)/u;

/** What may follow whoever is named instead of another; 得给孙子开家长会 names nobody to be seen. */
const TO_BE_SEEN =
  /^(?:[儿家他她自己本人的也就都那这先]|[^\p{Script=Han}]|$|(?:想|要|得|去|来)*(?:医院|[看瞧瞅挂约查签排弄换用吧了呀啊嘞哩呢哈]|预约|体检|检查|做(?!饭|酒|寿|生)|办(?!事|酒|席|丧)|[在到](?!家)|[^，。]{0,6}(?:院|科|中心|服务站)))/u;

interface Found {
  who: Who;
  forThem: boolean;
}

/** Everybody named in the text who may be the one it is for. */
function kinIn(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  for (const match of lookUp(text, lexicon)) {
    if (match.kind !== 'kinship') continue;
    const before = text.slice(Math.max(0, match.start - 6), match.start);
    if (!GIVEN.test(before) && HELPS.test(text.slice(match.end))) continue;
    const word = match.relation === 'self' ? ONESELF.word : match.say.replace(MY, '');
    if (word !== '') found.push({ who: { relation: match.relation, word }, forThem: FOR.test(before) });
  }
  return found;
}

const helps = (text: string, { index, 0: said }: RegExpExecArray): boolean =>
  HELPS.test(text.slice(index + said.length));

/** Whom the appointment is for. `asked`: in answer to that very question, where a bare 老伴 tells it. */
export function hearWho(text: string, lexicon: Lexicon, asked: boolean): Who | null {
  if (asked && OLD_SELF.test(text)) return ONESELF;
  const kin = kinIn(text.replace(CHILDS_PARENT, '老伴'), lexicon);
  const meant = kin.findLast(({ forThem }) => forThem) ?? (asked ? kin.at(-1) : undefined);
  if (meant) return meant.who;
  const old = OLD_MAN.exec(text);
  if (old !== null && (asked || old.groups?.prefix !== undefined) && !helps(text, old))
    return { relation: 'spouse', word: '老伴' };
  const more = MORE.exec(text);
  const word = more?.groups?.word;
  if (word !== undefined && more !== null && !helps(text, more))
    if (asked || /给|替|帮/u.test(more[0])) return { relation: 'other', word };
  if (asked && SELF.test(text)) return ONESELF;
  const called = asked ? CALLED.exec(text.trim())?.groups?.word : undefined;
  if (called !== undefined) return { relation: 'other', word: called };
  const elder = SOMEBODY.exec(text)?.groups?.word;
  return elder === undefined ? null : { relation: 'other', word: elder };
}

/** Whoever is named in the place of somebody who was named before; what is done for others that day names nobody. */
export function hearOther(text: string, lexicon: Lexicon, asked: boolean): Who | null {
  const isErrand = (clause: string): boolean => {
    const kin = lookUp(clause, lexicon).filter(({ kind }) => kind === 'kinship');
    return kin.length > 0 && !kin.some(({ end }) => TO_BE_SEEN.test(clause.slice(end)));
  };
  const rest = text.split(/[，,。；;！!？?]/u).filter((clause) => !isErrand(clause));
  return hearWho(rest.join('，'), lexicon, asked);
}

/** 我自己, 自己看; 给我挂个骨科, where nobody else is named. */
const OPENLY_SELF =
  /(?:约|挂|预约|给)(?:我|俺|额)(?:的|嘞|哩|吧)?$|[我俺额咱]自[己个]|自己(?:看|去|用|的)|自个儿?(?:看|去|用|的)|本人|^[^，,。妈爸爹娘爷奶婆公伴儿女]{0,4}给(?:我|俺|额)(?:挂|约|预约|看)/u;

/** Whom an opening line is about, where nothing says for whom it is: 我妈腰疼想看看, 我自己挂号. */
export function whoTold(
  text: string,
  lexicon: Lexicon,
  relation: Relation | undefined,
  ill: boolean,
): Who | null {
  const said = hearWho(text, lexicon, false);
  if (said !== null) return said;
  // 我孙子发烧了, 我侄女牙疼.
  const word = ill ? MORE.exec(text) : null;
  if (word?.index === 0 && word.groups?.word !== undefined)
    return { relation: 'other', word: word.groups.word };
  if (OPENLY_SELF.test(text)) return ONESELF;
  if (relation === undefined) return null;
  if (relation === 'self') return ill ? ONESELF : null;
  return kinIn(text, lexicon).find(({ who }) => who.relation === relation)?.who ?? null;
}

const OWN =
  /我是(?:她|他|老人|我[妈爸])?(?:家)?的?(女儿|儿子|闺女|儿媳妇?|女婿|孙子|孙女|老伴|侄子|侄女|外甥|邻居|社区|网格员|志愿者)/u;

/** What the speaker is to the person, in their own words: 我是她女儿. */
export const ownRelation = (text: string): string | null => OWN.exec(text)?.[1] ?? null;

/** What somebody who books for `relation` is to them, where nothing else was said. */
export function relationTo(relation: Relation): string {
  switch (relation) {
    case 'mother':
    case 'father':
      return '子女';
    case 'mother-in-law':
    case 'father-in-law':
      return '女婿或儿媳';
    case 'spouse':
      return '老伴';
    case 'grandmother':
    case 'grandfather':
      return '孙辈';
    case 'brother':
    case 'sister':
      return '兄弟姐妹';
    case 'neighbour':
      return '邻居';
    default:
      return '家人';
  }
}
