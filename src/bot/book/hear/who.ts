import { anyOf } from '../../../language/any-of.js';
import { type Lexicon, lookUp, type Relation } from '../../../language/lexicon.js';
import type { Who } from '../draft.js';
import { clausesOf, meantBy } from './clauses.js';
import { elderIn, type Found, kinIn, moreKinFirst, OLD_SELF, ONESELF, personIn } from './kin.js';
import { PAUSE } from './parting.js';

/** What may follow whoever is named instead of another; 得给孙子开家长会 names nobody to be seen. */
const TO_BE_SEEN =
  /^(?:[儿家他她自己本人的也就都那这先]|[^\p{Script=Han}]|$|(?:想|要|得|去|来)*(?:医院|[看瞧瞅挂约查签排弄换用吧了呀啊嘞哩呢哈]|预约|体检|检查|做(?!饭|酒|寿|生)|办(?!事|酒|席|丧)|[在到](?!家)|[^，。]{0,6}(?:院|科|中心|服务站)))/u;

/** 我明天要去接孙子: whoever is fetched or minded. */
const MINDS = /(?:接|送|哄|喂|抱)(?:我|俺|额|咱|大|小|二|那个|一下|个)*/u;

/** What the speaker is to them tells of nobody else. */
const OWN =
  /(?:^(?:我|俺|额|咱)(?:就)?是|(?:我|俺|额|咱)(?:就)?是(?:她|他|老人|我[妈爸]))(?:们)?(?:家)?的?(女儿|儿子|闺女|儿媳妇?|媳妇|女婿|孙子|孙女|外孙女?|老伴|侄子|侄女|外甥女?|邻居|社区|网格员|志愿者)/u;

/** 陪我噻, 就看我嘛, 我这个老婆子: nobody but the speaker. */
const SAYS_SELF =
  /^(?:[就是嗯那哦啊来陪带看查给帮替约挂，,…]|还能是|当然是?)*(?:我|俺|额|咱)(?:这个?(?:老头子?|老婆子|老太婆|老汉|孤老))?(?:[噻嘛呀啊哈咯哩嘞呢吧哦嗯呗去来看要用，,。！…]|本人)*$/u;

/** Of these somebody has one: 妈 and 娘 are the same person. */
export const ONLY_ONE: ReadonlySet<Relation> = new Set(['self', 'mother', 'father', 'spouse']);

/** Whom the appointment is for. `asked`: in answer to that very question, where a bare 老伴 tells it. */
export function hearWho(text: string, lexicon: Lexicon, asked: boolean): Who | null {
  const named = (clause: string): Found[] => {
    const found = personIn(clause.replace(OWN, ''), lexicon, asked);
    return found === null ? [] : [found];
  };
  const clauses = clausesOf(text, (clause) => named(clause).length > 0);
  const open = clauses
    .filter(({ stance }) => stance === 'said' || stance === 'settled')
    .flatMap((clause) => named(clause.text));
  const last = open.findLast(({ forThem }) => forThem);
  // 给我外婆，就是我妈的妈: as she was called first.
  const openly = open.find(({ who }) => who.relation === last?.who.relation) ?? last;
  const who = (openly ?? meantBy(clauses, named)[0])?.who ?? elderIn(text.replace(OWN, ''), asked);
  return who === null && asked && SAYS_SELF.test(text) ? ONESELF : who;
}

/** 换她的, 给她看吧: whoever was named before in the same turn. */
const THEM =
  /(?<=(?:换|换成|改成|改为|给|让|先紧着?)(?:挂|约|看)?)[她他](?=[看挂约查先吧啊嘛的嘞哩得，,。！!\s]|$)/gu;

/** 俺老伴说她心慌得厉害，换她的: the kin stands where the pronoun is, if only one is named before it. */
function withNamesFor(text: string, lexicon: Lexicon): string {
  return text.replace(THEM, (pronoun, start: number) => {
    const [one, ...others] = lookUp(text.slice(0, start), lexicon).filter(({ kind }) => kind === 'kinship');
    return one !== undefined && others.length === 0 ? one.say : pronoun;
  });
}

/** Whoever is named in the place of somebody who was named before; what is done for others that day names nobody. */
export function hearOther(text: string, lexicon: Lexicon, asked: boolean): Who | null {
  const isErrand = (clause: string): boolean => {
    const kin = lookUp(clause, lexicon).filter(
      ({ kind, start }) => kind === 'kinship' && !MINDS.test(clause.slice(0, start)),
    );
    if (kin.length === 0 && MINDS.test(clause)) return /[接送哄喂抱][^，,。]{0,3}[孙娃子女儿]/u.test(clause);
    return kin.length > 0 && !kin.some(({ end }) => TO_BE_SEEN.test(clause.slice(end)));
  };
  const rest = withNamesFor(text, lexicon)
    .split(PAUSE)
    .filter((clause) => !isErrand(clause));
  return hearWho(rest.join('，'), lexicon, asked);
}

/** 我自己, 自己看; 给我挂个骨科, where nobody else is named. */
const OPENLY_SELF =
  /(?:约|挂|预约|给)(?:我|俺|额)(?:的|嘞|哩|吧)?$|[我俺额咱]自[己个]|自己(?:看|去|用|的)|自个儿?(?:看|去|用|的)|本人|^[^，,。妈爸爹娘爷奶婆公伴儿女]{0,4}给(?:我|俺|额)(?:挂|约|预约|看)/u;

/** 俺也想要一个, 闺女叫俺挂个号: the speaker's own wish. */
const OWN_WISH =
  /^(?:我|俺|额|咱)(?:自[己家个])?也(?:想|要|得)(?!给|帮|替|带|让)|(?:闺女|女儿|儿子|媳妇|孩子|娃|老伴|大夫|医生|人家)(?:都|也|就|老|一直|硬)?(?:叫|让|催|劝|喊)(?:我|俺|额|咱)(?:来|去|赶紧|赶快)*(?:挂|约|看|查|瞧)/u;

/** 隔壁邻居劝我来, 我表姐讲中医院有个好大夫: whoever told of it. */
const TOLD_OF_IT = new RegExp(
  anyOf(
    '(?:隔壁|隔墙|对门|对面|楼[上下]|邻居|街坊|同村|一个村|院里)[^，,。？?给替帮]{0,8}?(?:说|讲|告诉|劝|喊|叫我|叫俺)[^，,。？?]*',
    String.raw`(?:听)?(?:我|俺|额|咱)?[\p{Script=Han}]{1,5}(?:说|讲|介绍|推荐)[^，,。？?想要去她他自疼痛]{0,10}(?:有个|蛮好|挺好|不错|好得很|看得好|治得好|能看|可以看)[^，,。？?]*`,
  ),
  'gu',
);

/** 大妹子，问恁个事儿: whoever is spoken to. */
const SPOKEN_TO =
  /^(?:喂+|哎|诶|欸|嗯|啊|那个|你好|您好|[，,。！\s])*[大小老]?(?:妹[子资]|妹妹|姐姐?|哥哥?|兄弟|弟|闺女|姑娘|妮儿?|娃|女子|嫂子?|婶子?|姨)(?:啊|呀|哎|诶|欸|哈|嘞|哩|您?你?好)*[，,。！!\s]/u;

const GIVES = /[给替帮]/u;

/** Whom an opening line is about, where nothing says for whom it is: 我妈腰疼想看看, 我自己挂号. */
export function whoTold(
  text: string,
  lexicon: Lexicon,
  relation: Relation | undefined,
  ill: boolean,
): Who | null {
  const own = text.replace(SPOKEN_TO, '').replace(TOLD_OF_IT, '');
  // 对门有个家庭医生，俺也想要一个.
  if (text.split(PAUSE).some((clause) => OWN_WISH.test(clause))) return ONESELF;
  if (OLD_SELF.test(own) && !GIVES.test(own)) return ONESELF;
  const said = hearWho(own, lexicon, false);
  if (said !== null) return said;
  const more = ill ? moreKinFirst(text) : null;
  if (more !== null) return more;
  if (OPENLY_SELF.test(text)) return ONESELF;
  if (relation === undefined) return null;
  if (relation === 'self') return ill ? ONESELF : null;
  return kinIn(own, lexicon).find(({ who }) => who.relation === relation)?.who ?? null;
}

/** What the speaker is to the person, in their own words: 我是她女儿. */
export function ownRelation(text: string): string | null {
  for (const clause of text.split(PAUSE)) {
    const own = OWN.exec(clause)?.[1];
    if (own !== undefined) return own;
  }
  return null;
}

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
