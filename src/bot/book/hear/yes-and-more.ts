import { anyOf } from '../../../language/any-of.js';
import { BUT } from './agreement.js';
import { hearAssent } from './assent.js';
import { takesBack } from './meant.js';

/** 错一天 is said of what is put off. */
const putsOff = (text: string): string => text.replace(/错(?=[一两二三]天)/gu, '');

/** 你喊他早点来: asked of whoever comes, no other hour. */
const TOLD_TO_COME =
  /(?:喊|叫|让|请|催)(?:他|她|人|师傅|大夫|医生)(?:们|家)?(?:早点|早些|准时|按时|快点|早早)(?:儿)?(?:地)?(?:过?来|到|去)/gu;
/** 莫搞错了: asked to take care, nothing that is wrong. */
const TAKE_CARE =
  /(?:你们?|您|可|千万){0,3}(?:莫|别|甭|不要|不能|不得|不敢)(?:给|帮|替)?(?:我|俺|额|咱)?(?:再|又)?(?:搞|弄|记|写|挂|约|订|排|登|报|整)(?:错|岔|混|漏|忘)(?:了|咯|喽|哒|嘞|啊|呀|哈)*/gu;
/** 俺娘等着信呢, 麻烦了, 空着肚子去: said beside it, and takes nothing from it. */
const CALM =
  /(?:在?(?:家|屋里?|这儿|这里|这)?里?等(?:着|到)(?:呢|哩|嘞|的|信|你们?|您|他|她|大夫|医生)*|等(?:你们?|您)的?(?:电话|短信|信)|不好意思|(?:给|跟)?(?:你们?|您)?添?麻烦(?:你们?|您)?(?:了|啦|嘞|咯)?|对不(?:起|住)|不(?:用)?客气|空(?:着|到)?(?:肚子?|腹)(?:去|来)?|不吃(?:东西|饭)(?:去|来)?|难为(?:你们?|您|恁)(?:了|啦)?|(?:总算|可算|终于)(?:是|给|把)?[约挂][到上](?:了|咯|嘞))/gu;
/** 咋不对呢, 哪有错的: asked of nobody; 没毛病, 不用改: nothing that is wrong. */
const WHY_NOT = new RegExp(
  anyOf(
    '(?:怎么|咋|哪(?:里|儿|能)?|有(?:啥|什么))(?:会|能|还|有)*(?:不对|不中|不行|错|有错|差)(?:呢|哩|嘞|咧|的|了|啊|呀|哦)*',
    '哪(?:里|儿)都对',
    '(?:没有?|么得?|冇得?|莫得?|不|听着是)(?:听出|听着|是|念|听|记|写|说|弄|搞)?(?:有|得)?(?:啥|什么|哪里|一点|半点)?(?:不对|错|差错?|毛病|拐|问题|岔子?)(?:啥|的|处)?',
    '错不了|不(?:用|消|要|必)?改(?:啥|什么|的)?',
  ),
  'gu',
);
/** 等等我看看我写的条子, 你让俺想想: somebody takes their time, and comes to an answer in the same turn. */
const TAKES_TIME =
  /^(?:哎|嗯|哦|啊|那|你|您|恁|先)*(?:(?:等一?下|等等|等会儿?|稍等|慢点|慢着)(?:啊|哈|哦)?$|(?:等一?下|等等|稍等)?(?:等|让|叫|容)?(?:我|俺|额|咱)(?:再|来|先)?(?:看|想|听|瞅|瞧|记|对|算|找|核|捋|念)(?:一?下|一?[看想听瞅瞧对算记]|着|个)(?:我|俺|额|咱)?(?:写的|记的|那个?|这个?)?(?:条子|本子|纸条|纸|字|本本)?(?:啊|哈|哦|嘛|呢)*$)/u;

/** 礼拜五早起: an hour, not sooner than what was read back. */
const IN_THE_MORNING = /(?:清|大|一)?早(?:起|上|晨|饭)|[清大]早|晚上/gu;

const plainly = (text: string): string =>
  putsOff(text)
    .replace(IN_THE_MORNING, '')
    .replace(TOLD_TO_COME, '')
    .replace(TAKE_CARE, '')
    .replace(CALM, '')
    .replace(WHY_NOT, '对');

/** 约上吧, 你约嘛, 那就帮我定了: says to do it, and nothing besides. */
const DO_IT =
  /^(?:嗯|哦|好|行|中|对|是|那|就|你|您|恁|快|赶紧|给|帮|替|我|俺|额|咱|她|他|也|都|可以|麻烦|请|把)*(?:约|挂(?![了断掉啊啦哈呀哦])|订|定|登记|排|办|弄|整|报|搞|写)(?:上|下|起|好|了|吧|嘛|呗|啊|呀|咯|嘞|啦|号|就是|就行|就中|着|来|这个|下来|咧)*$/u;
/** 对上了, 么问题, 听清了，对着哩: as good as yes. */
const FITS =
  /^(?:嗯|哦|啊|都|全|也|就|说得|念得|听得|是|这|哎|呀|额|俺|我|听|清楚?|明白|了)*(?:对(?:上|得上|着|头|路|哒|的)|[么冇没]得?(?:问题|毛病|差错?|错)|一点(?:儿)?(?:不|没|冇)(?:差|错)|(?:不|没|冇)差|中|管|行|得|要得|能行|能成|得行|可以|是(?:咯|嘞|哩|咧|的|哒|呀|着|这)|就是(?:这|恁)个?|听(?:清|明白|见)了?)(?:了|啦|咯|嘞|哩|咧|喽|哒|的|呢|么|啊|呀|哦|嘛|着|这个?|那个?|样|对|是|吧)*$/u;

const agrees = (clause: string): boolean =>
  hearAssent(clause) === 'yes' || FITS.test(clause) || DO_IT.test(clause);

/** More is a story. */
const LONGEST = 120;
const LONGEST_MORE = 10;
/** Who says yes twice may tell more. */
const LONGEST_OF_TWO = 24;
const TAKES_FROM =
  /[不没别莫甭未改换挪推早晚退撤等先再吗呢咋啥哪谁几?？]|错|可是|可我|可俺|除[了开去]|但|只是|要是|如果|万一|[什怎]么|取消|想/u;
/** What is told before the yes names nothing else: neither what is, nor what is wanted. */
const NAMES = /[是要去叫挂约看号点科院]/u;

/** 对，就是那一天: a clear yes, and beside it nothing that takes back, doubts or wants something else. */
export function isYesAndMore({ raw, plain }: { raw: string; plain: string }): boolean {
  if (plain.length > LONGEST || raw.length > LONGEST) return false;
  const clauses = clausesOf(plain);
  const first = clauses.findIndex(agrees);
  if (first < 0 || BUT.test(plainly(plain)) || takesBack(clauses.join('，'))) return false;
  const doubts = [...clauses, ...clausesOf(raw)].some((clause) => !agrees(clause) && TAKES_FROM.test(clause));
  const before = clauses.slice(0, first);
  const yes = clauses.filter(agrees);
  const more = clauses.filter((clause) => !agrees(clause)).join('');
  if (doubts || before.some((clause) => NAMES.test(clause))) return false;
  const twice = yes.length > 1;
  return (before.length === 0 || twice) && more.length <= (twice ? LONGEST_OF_TWO : LONGEST_MORE);
}

/** What is said, but for what only takes its time before it (你让俺想想，嗯，对，约吧). */
export const withoutTakingTime = (text: string): string => {
  if (text.length > LONGEST) return text;
  const clauses = text.split(/[，,。！!…\s]+/u).filter((clause) => clause !== '');
  const rest = clauses.filter((clause) => !TAKES_TIME.test(clause));
  return rest.length === clauses.length || !agrees(rest.at(-1) ?? '') ? text : rest.join('，');
};

/** The clauses of it that say something, without what is said while somebody looks for the answer. */
const clausesOf = (text: string): string[] =>
  text
    .split(/[，,。！!…\s]+/u)
    .map((clause) => plainly(clause).replace(/^[嗯啊哦哎呀呃]+(?=.)/u, ''))
    .filter((clause) => clause !== '' && !TAKES_TIME.test(clause));
