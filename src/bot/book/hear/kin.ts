import { type Lexicon, lookUp, type Match, type Relation } from '../../../language/lexicon.js';
import type { Who } from '../draft.js';

export const ONESELF: Who = { relation: 'self', word: '您本人' };

const ME = '(?:我|俺|额|咱)';
const SELF = new RegExp(
  `^自$|(?<![他她])自(?:己|家|个儿?)(?=$|[看约挂用的来呗吧呀啊哈嘛]|去(?!不))|本人|给${ME}(?=$|[看约挂弄订办预自本的吧呗呀啊嘛])|^(?:嗯|对|哦|啊|唉|帮|就|是|给|也|还|都|又|这[回次]|接着|那个?)*${ME}(?:要)?(?:[看瞧]病?|约|的|一个|一个人|来|去|嘞|哩|呀|啊|吧|啦|呗|嘛|哈|么|咯)*[。.]?$|打电话的(?:这个|就是)?[我人]|^(?:就|是|给|嗯|[，,])*${ME}(?:个[儿家]|各[人家儿]|个人|个个儿)(?:看|约|的|来|去|嘞|哩|呀|啊|吧|嘛)*[。.]?$`,
  'u',
);
/** Whom it is for stands after one of these. */
const FOR =
  /(?:给|替|帮|换|换成|为|是|要|带|陪|挂|看|约)(?:成|上)?(?:我|俺|额|咱|你|他|她)?(?:们)?(?:家|那|那个|的)?$/u;
/** 给我妈在市一院挂, 替俺姐打的: whoever stands after 给 or 替 is the one it is for, whatever follows. */
const GIVEN = /[给替]$/u;
/** Helps, but is not the one it is for. */
const HELPS = /^(?:帮|给|替|让|叫|说|陪|送|带|在|打|教)/u;
/** Kin of the one who is spoken of: 他儿子出差了. */
const THEIRS = /[他她](?:们)?(?:家)?(?:的)?(?:大|小|老|那个?)?$/u;
const MY = /^(?:我|俺|额|咱)(?:们)?(?:家|屋)?(?:的|里的?)?/u;
/** 我这个老婆子: the speaker. */
export const OLD_SELF = /[我俺额](?:这个?|这?一个|是一?个)孤?老(?:婆[子婆]|太婆|太太|头子|头儿?|汉)/u;
/** Husband or wife, as the lexicon leaves it open. */
const OLD_MAN =
  /(?<prefix>我|俺|额|咱|给|替|帮)?(?:家|那个?|屋里)?(?:老头子|老头儿?|老婆子|老太婆|老太太|婆姨|掌柜的|那口子|屋里头?(?:的|人)|内人|堂客|(?:我|俺|额)家里的|(?:我|俺|额)(?:家)?(?:媳妇儿?|男人|女人))(?!辈)/u;
/** 孩子他爸: the speaker's husband. */
const CHILDS_PARENT = /(?:孩子|孩儿?|娃儿?)(?:[他她]|们)(?:爸|爹|妈|娘|大)(?!爷)/u;
/** Kin the lexicon keeps no relation of. */
const MORE =
  /(?:我|俺|额|咱|给|替|帮)(?:家|们)?(?<word>儿子|女儿|闺女|孙子|孙女|儿媳妇?|女婿|侄儿?子?|侄女|姑姑?|姨妈?|舅舅?|舅妈|婶婶?|大娘|大爷|[大小]姑子|小叔子|大伯子)/u;
/** 俺婆子, 我干娘: whatever else somebody of the family is called, in answer to whom it is for. */
const CALLED =
  /^[^我俺额咱]{0,4}(?:我|俺|额|咱)(?:们)?(?:家|屋里)?的?(?<word>[\p{Script=Han}]{0,2}[妈爸爹娘爷奶婆公叔婶姨姑舅伯嫂哥姐弟妹子儿女孙侄甥媳婿伴])(?:看|挂|约|的|嘞|哩|吧)*$/u;
/** 隔壁王奶奶, 隔墙的老王头: somebody who lives near, whatever they are called. */
const NEIGHBOUR =
  /(?:隔壁|隔墙|对门|对面|楼[上下]|邻居|街坊|(?:我们|咱们?|俺们?|同|一个)(?:村|院|楼|单元)|院子?里|[村队巷]里)(?:的|住的)?(?:家)?(?:那个?|一个)?(?:的)?[\p{Script=Han}]{0,2}(?:老\p{Script=Han}|奶奶?|爷爷?|大[爷娘妈伯]|婆婆|叔|婶|伯|嫂|哥|姐|老人|孤老|五保户|老太太?|老头)/u;
/** Somebody named in a clause. `forThem`: it says that it is for them. */
export interface Found {
  who: Who;
  forThem: boolean;
}

/** 弟媳妇, 小叔子, 干妈: what makes other kin of the word beside it. */
const MORE_BEFORE = /[干侄孙甥]$/u;
const MORE_AFTER = /^(?:[妈爸爹娘爷奶婆公叔婶姨姑舅伯嫂哥姐弟妹媳婿侄甥孙]|子(?!女))(?:妇儿?|子)?/u;
/** 我妈的妈妈, 儿媳妇她妈: kin of kin. */
const OF_KIN = /^(?:[他她]|[他她]?(?:们)?家?的)$/u;
const ENDS = /^(?:$|[^\p{Script=Han}]|[的吧啊呢嘛呀哈哩看约挂要想])/u;

/** 老婆子早不在了: nobody is booked for who has died. */
const GONE =
  /^(?:[子孜]|她|他)?(?:早|都|已经?|前[几些]?年|去年|也|就)*(?:不在了|走了好?[几多]年|没了|去世|过世|过身|死了)/u;

type Kin = Extract<Match, { kind: 'kinship' }>;

/** 我老婆她妈, 我妈的妈: of the kin of kin the parents of husband, wife and parents have a relation of their own. */
function relationOf(first: Relation | undefined, second: Relation): Relation {
  if (second !== 'mother' && second !== 'father') return 'other';
  if (first === 'spouse') return second === 'mother' ? 'mother-in-law' : 'father-in-law';
  if (first === 'mother' || first === 'father') return second === 'mother' ? 'grandmother' : 'grandfather';
  return 'other';
}

/** The words of the lexicon for kin, as far as they reach: of the kin of kin, and of longer words, no more is known. */
function kinWords(text: string, lexicon: Lexicon): Kin[] {
  const words: Kin[] = [];
  const matches = lookUp(text, lexicon).filter((match) => match.kind === 'kinship');
  for (const [i, match] of matches.entries()) {
    // 爷爷奶奶 are two, 弟弟 is one; 弟媳妇 is neither.
    const next = matches[i + 1];
    const twice = text[match.end] === match.say.at(-1);
    const apart = next?.start === match.end && next.say.length > 1;
    const after = apart ? '' : (MORE_AFTER.exec(text.slice(match.end))?.[0] ?? '');
    const before = MORE_BEFORE.exec(text.slice(0, match.start))?.[0] ?? '';
    const whole: Kin = { ...match, start: match.start - before.length, end: match.end + after.length };
    const last = words.at(-1);
    if (last !== undefined && whole.start < last.end) continue;
    const gap = last && text.slice(last.end, whole.start);
    const ofKin =
      gap !== undefined && OF_KIN.test(gap) && ENDS.test(text.slice(whole.end)) && last?.relation !== 'self';
    if (ofKin && last !== undefined) words.pop();
    const start = ofKin ? (last?.start ?? whole.start) : whole.start;
    const known = (after === '' || twice) && before === '' ? match.relation : 'other';
    const relation = ofKin ? relationOf(last?.relation, known) : known;
    words.push({ ...whole, relation, start, say: text.slice(start, whole.end) });
  }
  return words;
}

/** Everybody of the lexicon named in the text who may be the one it is for. */
export function kinIn(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = [];
  for (const { relation, say, start, end } of kinWords(text, lexicon)) {
    const before = text.slice(Math.max(0, start - 6), start);
    if (
      GONE.test(text.slice(end)) ||
      THEIRS.test(before) ||
      (!GIVEN.test(before) && HELPS.test(text.slice(end)))
    )
      continue;
    const word = relation === 'self' ? ONESELF.word : say.replace(MY, '');
    if (word !== '') found.push({ who: { relation, word }, forThem: FOR.test(before) });
  }
  return found;
}

const helps = (text: string, { index, 0: said }: RegExpExecArray): boolean =>
  HELPS.test(text.slice(index + said.length));

const GIVES = /给|替|帮/u;

/** The one whom a clause names, whom it is for before all others; null where it names nobody. */
export function personIn(clause: string, lexicon: Lexicon, asked: boolean): Found | null {
  if (asked && OLD_SELF.test(clause)) return { who: ONESELF, forThem: false };
  const neighbour = NEIGHBOUR.exec(clause);
  if (neighbour !== null && (asked || GIVES.test(clause.slice(0, neighbour.index))))
    return { who: { relation: 'neighbour', word: '邻居' }, forThem: GIVES.test(clause) };
  const kin = kinIn(clause.replace(CHILDS_PARENT, '老伴'), lexicon);
  const meant = kin.findLast(({ forThem }) => forThem) ?? (asked ? kin.at(-1) : undefined);
  if (meant) return meant;
  const old = OLD_MAN.exec(clause);
  if (old !== null && (asked || old.groups?.prefix !== undefined) && !helps(clause, old))
    return { who: { relation: 'spouse', word: '老伴' }, forThem: false };
  const more = MORE.exec(clause);
  const word = more?.groups?.word;
  if (word !== undefined && more !== null && !helps(clause, more) && (asked || GIVES.test(more[0])))
    return { who: { relation: 'other', word }, forThem: GIVES.test(more[0]) };
  if (asked && SELF.test(clause)) return { who: ONESELF, forThem: false };
  const called = asked ? CALLED.exec(clause.trim())?.groups?.word : undefined;
  return called === undefined ? null : { who: { relation: 'other', word: called }, forThem: false };
}

/** 我孙子发烧了, 我侄女牙疼: kin that the lexicon keeps no relation of, at the beginning. */
export function moreKinFirst(text: string): Who | null {
  const more = MORE.exec(text);
  return more?.index === 0 && more.groups?.word !== undefined
    ? { relation: 'other', word: more.groups.word }
    : null;
}

/** Somebody a community worker or a neighbour books for. */
const SOMEBODY =
  /(?:给|替|帮|为)[^，。,我俺]{0,10}?(?<word>老人家?|老大爷|大爷|大娘|大妈|老太太|老汉|老奶奶|老爷爷|奶奶|爷爷|婆婆|居民|邻居|五保户)/u;

/** 五保户老贺，不是我: somebody of the village, to whoever asks whom it is for. */
const OF_THE_VILLAGE =
  /(?<![我俺额咱](?:就|也|就是|也是)?[是吃][^，,。]{0,3})(?:五保户?|低保户|特困户?|孤寡|孤老|独居老)/u;

/** 给我们村里的人, 我替他约, 不是我，给别人: anybody but the speaker. */
const ANOTHER =
  /[给替帮为](?:我|俺|额|咱)?(?:们)?[^，,。我俺额咱]{0,6}(?:的人|村民|乡亲|老乡|群众|病[人号])|(?:替|帮|给)(?:他|她|人家|别人|旁人)(?!们?(?:说|讲|打|回))|不是(?:给|帮|替|我|俺|额)*(?:我|俺|额|咱)(?:自己|自家|本人)?(?:看|约|的|嘞)?(?=$|[，,。！!\s])/u;

/** An elder of whom no more is told; `asked`: in answer to whom it is for. */
export function elderIn(text: string, asked: boolean): Who | null {
  const told = SOMEBODY.exec(text)?.groups?.word ?? (asked ? /老人家?/u.exec(text)?.[0] : undefined);
  const another = asked && [OF_THE_VILLAGE, ANOTHER].some((of) => of.test(text));
  const word = told ?? (another ? '老人' : undefined);
  return word === undefined ? null : { relation: 'other', word };
}
