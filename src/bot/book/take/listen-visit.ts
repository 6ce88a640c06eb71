import { covers, findRegion } from '../../../knowledge/regions.js';
import type { Region } from '../../../knowledge/types.js';
import { type NamedPlace, placeCalled, tellsHome } from '../../understand/places.js';
import { isAsking } from '../../understand/wants.js';
import { wishOf } from '../ask/slots.js';
import type { Draft, Question, Who } from '../draft.js';
import { clausesOf, DECLINED, meantBy } from '../hear/clauses.js';
import { hearComplaint, hearDepartment, tellsAil } from '../hear/complaint.js';
import { familyToTell } from '../hear/family.js';
import { hearOther, hearWho, ONLY_ONE, ownRelation, whoTold } from '../hear/who.js';
import type { Scene } from '../scene.js';
import type { Turn } from './listen.js';

export const HOSPITAL =
  /(?<![去上到进个家在的]|^)医院|卫生院|卫生室|卫生所|服务中心|服务站|中医院|[一二三]院|诊所|妇幼/u;
const SOCIAL = /^(?:谢谢|你好|您好|好的|喂|在吗|等一下|等等|慢点|稍等)/u;
export const DONT_KNOW = /不知道|不晓得|不清楚|说不准|说不上|随便|不懂|拿不准|你看|您看/u;

/** Questions whose answers are names and numbers, in which nothing else is looked for. */
export const CLOSED: ReadonlySet<Question['about']> = new Set(['name', 'spelling', 'phone', 'id']);

/** What is not wanted, or does not hurt (any more). */
const NOT_AILING = new RegExp(
  `${DECLINED.source}|不要紧|不碍事|没(?:啥|什么)?事|(?:不|没有?)(?:疼|痛|晕|咳|麻|痒|胀|吐|喘|发烧|发热)(?!不)|(?:已经|早就?|都)好了`,
  'u',
);

/** Where somebody is not, or no more. */
const NOT_THERE =
  /不在|没在|不住|没住|不归|离[^，]{2,8}[远近]|回不[来去]|这(?:个?礼拜|个?星期|周|几天|两天|一?阵|段)|[女儿姐妹哥弟戚友](?:[儿子])?家/u;
/** 她在灵宝住着呢: of the one who is booked for. */
const THEY_LIVE = /[她他](?:们)?(?:现在|一直|人|就|都|也|还|是)*(?:在|住在?|搬到|回)$|，(?:人|现在)*住在?$/u;

/** 在神木, 她住卢氏那边: to the question where, a name that is a place only if nothing else is said. */
const AROUND_A_NAME =
  /^(?:嗯|哦|那个|[她他俺我额咱]们?|老人|人|家|现在|就|都|是|住|在|[，,])+|(?:的|那边|那儿|这边|这儿|里头|哩|嘞|呢|啊|呀|[，,。])+$/gu;

export function withPlace(
  { work, house }: Scene,
  draft: Draft,
  { text }: Turn,
  asking: Question | null,
): Draft {
  const asked = asking?.about === 'place' || draft.place === null;
  const places = work.understanding.places.filter(
    (place) =>
      asked ||
      tellsHome(text, place) ||
      THEY_LIVE.test(text.slice(Math.max(0, place.start - 8), place.start)),
  );
  const bare = asking?.about === 'place' ? placeCalled(text.replace(AROUND_A_NAME, ''), house.held) : null;
  const named = homeAmong(text, places) ?? bare;
  if (named === null || named.adcode === draft.place) return draft;
  const before = draft.place === null ? null : findRegion(draft.place);
  return before === null ? { ...draft, place: named.adcode } : elsewhere({ ...draft, place: named.adcode });
}

/** Of the places of a turn the one where somebody lives now; of a city and a county of it the county. */
function homeAmong(text: string, places: readonly NamedPlace[]): Region | null {
  const named = (clause: string): Region[] =>
    places
      .filter(({ start, end }) => clause.includes(text.slice(start, end).split('，').at(-1) ?? ''))
      .map(({ region }) => region);
  const meant = meantBy(
    clausesOf(text, (clause) => named(clause).length > 0, { against: NOT_THERE }),
    named,
  );
  const [first] = meant;
  if (first === undefined) return null;
  return meant.findLast((one) => one.adcode !== first.adcode && covers(first, one)) ?? first;
}

const elsewhere = (draft: Draft): Draft => ({ ...draft, ...NO_PROVIDER, toldGrant: false });

const NO_SLOT = { slot: null, hold: null, passed: [], full: null, waits: false };
/** The time that was chosen stays wanted. */
const unslotted = ({ slot, when }: Draft): Partial<Draft> => ({
  ...NO_SLOT,
  when: when ?? (slot === null ? null : wishOf(slot)),
});
const NO_PROVIDER = { provider: null, department: null, ...NO_SLOT };

/** 手机换俺老伴的, 电话写我弟的, 留她的吧: whose telephone it is, and nobody who is to be seen. */
const WHOSE_NUMBER =
  /(?:(?:手机|电话|号码?)[^，,。\s]{0,2}(?:换|改|用|留|写|填|是|打)[^，,。\s]{0,2}|(?:^|[，,。\s])(?:就|那|还是|要不)*(?:留|写|填))(?:我|俺|额|咱)?[^，,。\s的]{1,5}的[^，,。\s]{0,4}|(?:我|俺|额|咱)[^，,。\s的]{1,5}的?(?:手机|电话)[^，,。\s]{0,4}/gu;

/** 俺是给自己看的，俺叫孟庆林, to the question for the name of another. */
const FOR_ONESELF = /(?:是|就)(?:给)?(?:我|俺|额|咱)?自[己个](?:看|约|挂|用|的)/u;

export function withWho(
  { work, house }: Pick<Scene, 'work' | 'house'>,
  draft: Draft,
  turn: Turn,
  asking: Question | null,
): Draft {
  const own = ownRelation(turn.text);
  if (own !== null && own !== draft.booker.relation)
    return withWho({ work, house }, { ...draft, booker: { ...draft.booker, relation: own } }, turn, asking);
  const closed = CLOSED.has(asking?.about ?? 'confirm') && asking?.about !== 'id';
  const forOneself = FOR_ONESELF.test(turn.plain);
  if (closed && !turn.corrects && !forOneself) return draft;
  // 也给我儿子发一条: told of it, not seen.
  if (familyToTell(turn.text) !== null) return draft;
  const said = turn.plain.replace(WHOSE_NUMBER, '，');
  const asked = asking?.about === 'who' || forOneself || /换|不是/u.test(turn.text);
  const ill = draft.complaint !== null || tellsAil(turn.text);
  const who =
    draft.who === null && !asked
      ? whoTold(said, house.lexicon, work.told.relation, ill)
      : asking?.about === 'who'
        ? hearWho(said, house.lexicon, true)
        : hearOther(said, house.lexicon, asked);
  if (who === null || isSame(who, draft.who)) return draft;
  // A name and an id belong to the person.
  return draft.who === null ? { ...draft, who } : { ...draft, who, name: null, idNumber: null };
}

const isSame = (one: Who, other: Who | null): boolean =>
  one.relation === other?.relation && (one.word === other.word || ONLY_ONE.has(one.relation));

export function withDepartment(
  { guide, house }: Scene,
  draft: Draft,
  turn: Turn,
  asking: Question | null,
): Draft {
  const closed =
    CLOSED.has(asking?.about ?? 'confirm') ||
    (asking?.about === 'provider' && !/挂[^，。]{0,5}科/u.test(turn.plain));
  if (closed && !turn.corrects) return draft;
  // 中医院 is no wish for 中医.
  const plain = turn.plain.replace(/中医(?:医)?院/gu, '医院');
  const tells = (clause: string): boolean =>
    hearDepartment(clause) !== null || hearComplaint(clause, guide) !== null;
  const clauses = clausesOf(plain, tells, { against: NOT_AILING })
    .filter(({ stance }) => stance !== 'refused')
    .map(({ text }) => text);
  const said = clauses.join('，');
  // 挂眼科做啥，要挂骨科: another than the one that is known.
  const named = clauses.flatMap((clause) => hearDepartment(clause) ?? []);
  const wanted =
    named.findLast((name) => draft.department?.name.includes(name) === false) ??
    named[0] ??
    hearDepartment(said);
  const other = wanted !== null && wanted !== draft.wanted && !draft.department?.name.includes(wanted);
  const otherwise = wanted === null && turn.corrects && hearComplaint(said, guide) !== null;
  const asked = asking?.about === 'complaint';
  const complaint =
    draft.complaint === null || asked || otherwise
      ? (hearComplaint(said, guide) ??
        (asked && hearWho(turn.plain, house.lexicon, true) === null
          ? complaintAnswered(turn, said)
          : draft.complaint))
      : draft.complaint;
  return {
    ...draft,
    ...(other ? { wanted, department: null, ...unslotted(draft) } : {}),
    ...(otherwise ? { wanted: null, department: null, ...unslotted(draft) } : {}),
    complaint,
    named: HOSPITAL.test(turn.right) ? turn.plain : draft.named,
  };
}

/** Whatever is answered to what ails: not known, or in words of the person's own. */
function complaintAnswered({ text, plain, corrects }: Turn, said: string): string | null {
  if (DONT_KNOW.test(text)) return '';
  return /[\p{Script=Han}]{2}/u.test(plain) && !isAsking(text) && !corrects && !SOCIAL.test(text)
    ? said || plain
    : null;
}
