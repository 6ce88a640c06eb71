import { phoneOf } from '../../appointments/identity.js';
import { findRegion } from '../../knowledge/regions.js';
import { readDigits } from '../../language/digits.js';
import { simplify } from '../../language/traditional.js';
import { tellsHome } from '../understand/places.js';
import { isAsking } from '../understand/wants.js';
import type { Draft, Question, When } from './draft.js';
import { hearComplaint, hearDepartment, tellsAil } from './hear/complaint.js';
import { onDay } from './hear/days.js';
import { familyToTell, familyWithNumber, kinNamed } from './hear/family.js';
import { meantIn, takesBack } from './hear/meant.js';
import { hearNeeds } from './hear/needs.js';
import { digitsBySound, hearCode, hearId, hearPhone, hearPhoneAnswer, mendedNumber } from './hear/number.js';
import { repaired } from './hear/repair.js';
import { hearWhen, together } from './hear/when.js';
import { hearOther, hearWho, ownRelation, whoTold } from './hear/who.js';
import { MENDS_PHONE, withName } from './listen-name.js';
import type { Scene } from './scene.js';
import { dayOf, fits, wishOf } from './slots.js';

/** A turn as the booking desk hears it. */
export interface Turn {
  /** Simplified, homophones of domain words repaired. */
  text: string;
  /** As it came in, simplified: names and numbers are not repaired. */
  raw: string;
  /** `text` without telephone, id and code numbers. */
  plain: string;
  /** What is meant after a correction; the whole of `plain` where nothing is put right. */
  right: string;
  /** What is taken back, '' where nothing is. */
  wrong: string;
  corrects: boolean;
}

export function turnOf({ work }: Scene): Turn {
  const text = repaired(digitsBySound(work.text));
  const raw = digitsBySound(simplify(work.heard));
  let plain = text;
  for (const { text: said } of readDigits(text)) plain = plain.replace(said, '，');
  const { wrong, right } = meantIn(plain);
  return { text, raw, plain, right, wrong, corrects: takesBack(plain) };
}

export const HOSPITAL =
  /(?<![去上到进个家在的]|^)医院|卫生院|卫生室|卫生所|服务中心|服务站|中医院|[一二三]院|诊所|妇幼/u;
const TAIL_OF_PHONE = /尾号|[后末]\S{0,2}位|(?:电话|手机|号码)[^，。]{0,4}(?:最后|末尾|尾)/u;
const THIS_NUMBER = /(?:就|用|留)?(?:这个|现在这个|打来的|打电话的|打过来的)(?:号|电话|手机|号码)/u;
const SOCIAL = /^(?:谢谢|你好|您好|好的|喂|在吗|等一下|等等|慢点|稍等)/u;
export const DONT_KNOW = /不知道|不晓得|不清楚|说不准|说不上|随便|不懂|拿不准|你看|您看/u;

/** Questions whose answers are names and numbers, in which nothing else is looked for. */
const CLOSED: ReadonlySet<Question['about']> = new Set(['name', 'spelling', 'phone', 'id']);

/** The draft with what the turn says put in; what was put right makes what hangs on it void. */
export function listen(scene: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  // Of an appointment that is moved only the time is another.
  if (draft.task === 'reschedule') return withWhen(scene, draft, turn, asking);
  let next = withPlace(scene, draft, turn, asking);
  next = withWho(scene, next, turn, asking);
  next = withDepartment(scene, next, turn, asking);
  next = withWhen(scene, next, turn, asking);
  next = withName(next, turn, asking);
  next = withPhone(scene, next, turn, asking);
  return withNeeds(next, turn);
}

function withPlace({ work }: Scene, draft: Draft, { text }: Turn, asking: Question | null): Draft {
  const named = work.understanding.places.find(
    (place) => asking?.about === 'place' || draft.place === null || tellsHome(text, place),
  )?.region;
  if (named === undefined || named.adcode === draft.place) return draft;
  const before = draft.place === null ? null : findRegion(draft.place);
  return before === null ? { ...draft, place: named.adcode } : elsewhere({ ...draft, place: named.adcode });
}

const elsewhere = (draft: Draft): Draft => ({ ...draft, ...NO_PROVIDER, toldGrant: false });

const NO_SLOT = { slot: null, hold: null, passed: [], full: null, waits: false };
/** The time that was chosen stays wanted. */
const unslotted = ({ slot, when }: Draft): Partial<Draft> => ({
  ...NO_SLOT,
  when: when ?? (slot === null ? null : wishOf(slot)),
});
const NO_PROVIDER = { provider: null, department: null, ...NO_SLOT };

function withWho(
  { work, house }: Pick<Scene, 'work' | 'house'>,
  draft: Draft,
  turn: Turn,
  asking: Question | null,
): Draft {
  const own = ownRelation(turn.text);
  if (own !== null && own !== draft.booker.relation)
    return withWho({ work, house }, { ...draft, booker: { ...draft.booker, relation: own } }, turn, asking);
  if (CLOSED.has(asking?.about ?? 'confirm') && asking?.about !== 'id' && !turn.corrects) return draft;
  // 也给我儿子发一条: told of it, not seen.
  if (familyToTell(turn.text) !== null) return draft;
  const asked = asking?.about === 'who' || /换|不是/u.test(turn.text);
  const ill = draft.complaint !== null || tellsAil(turn.text);
  const who =
    draft.who === null && !asked
      ? whoTold(turn.right, house.lexicon, work.told.relation, ill)
      : asking?.about === 'who'
        ? hearWho(turn.right, house.lexicon, true)
        : hearOther(turn.right, house.lexicon, asked);
  if (who === null || (who.relation === draft.who?.relation && who.word === draft.who.word)) return draft;
  // A name and an id belong to the person.
  return draft.who === null ? { ...draft, who } : { ...draft, who, name: null, idNumber: null };
}

function withDepartment({ guide, house }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  const closed = CLOSED.has(asking?.about ?? 'confirm') || asking?.about === 'provider';
  if (closed && !turn.corrects) return draft;
  // 中医院 is no wish for 中医.
  const said = turn.right.replace(/中医(?:医)?院/gu, '医院');
  const wanted = hearDepartment(said);
  const other = wanted !== null && wanted !== draft.wanted && !draft.department?.name.includes(wanted);
  const otherwise = wanted === null && turn.corrects && hearComplaint(said, guide) !== null;
  const asked = asking?.about === 'complaint';
  const complaint =
    draft.complaint === null || asked || otherwise
      ? (hearComplaint(said, guide) ??
        (asked && hearWho(turn.right, house.lexicon, true) === null
          ? complaintAnswered(turn)
          : draft.complaint))
      : draft.complaint;
  return {
    ...draft,
    ...(other ? { wanted, department: null, ...unslotted(draft) } : {}),
    ...(otherwise ? { wanted: null, department: null, ...unslotted(draft) } : {}),
    complaint,
    named: HOSPITAL.test(turn.right) ? turn.right : draft.named,
  };
}

/** Whatever is answered to what ails: not known, or in words of the person's own. */
function complaintAnswered({ text, right, plain, corrects }: Turn): string | null {
  if (DONT_KNOW.test(text)) return '';
  return /[\p{Script=Han}]{2}/u.test(plain) && !isAsking(text) && !corrects && !SOCIAL.test(text)
    ? right
    : null;
}

function withWhen({ now }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  const { slot } = draft;
  // Chosen from what was offered.
  if (asking?.about === 'slot' && slot !== null) return draft;
  const heard = hearWhen(turn.plain, now, slot !== null || CLOSED.has(asking?.about ?? 'confirm'));
  if (heard === null || !('when' in heard)) return draft;
  const { when } = heard;
  const hoursOnly = when.days.length === 0;
  if (slot !== null && hoursOnly && when.clock === null && fits(slot, when)) return draft;
  const before = hoursOnly ? onDayOf(draft, asking) : draft.when;
  return { ...draft, when: together(before, when), passed: [], waits: false };
}

/** The day that hours alone are said of: of the time that was chosen, wished or offered. */
function onDayOf({ slot, when }: Draft, asking: Question | null): When | null {
  if (slot !== null) return onDay(dayOf(slot));
  const [first, ...others] = asking?.about === 'slot' ? asking.slots : [];
  const single = first !== undefined && others.every((other) => dayOf(other) === dayOf(first));
  return when ?? (single ? onDay(dayOf(first)) : null);
}

function withPhone({ caller }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  if (asking?.about === 'family') return draft;
  const id = hearId(turn.raw);
  if (id !== null) return id.valid ? { ...draft, idNumber: id.id } : { ...draft, digits: '' };
  if (caller !== null && THIS_NUMBER.test(turn.raw)) return { ...draft, phone: caller, digits: '' };
  const mended = hearPhone(turn.raw) === null ? mendedNumber(turn.raw, draft.phone ?? draft.digits) : null;
  if (mended !== null && ABOUT_NUMBER.has(asking?.about ?? 'which')) return withMended(draft, mended);
  const mends = (turn.corrects && MENDS_PHONE.test(turn.raw)) || TAIL_OF_PHONE.test(turn.raw);
  const began = asking?.about === 'name' ? (BEGINS_NUMBER.exec(turn.raw)?.[0] ?? null) : null;
  const asked = asking?.about === 'phone' || (asking?.about === 'confirm' && mends);
  const { right } = meantIn(turn.raw);
  const heard = asked
    ? hearPhoneAnswer(mends ? right : turn.raw, draft.phone ?? draft.digits)
    : (phoneIn(turn.raw) ?? (began === null ? null : hearPhoneAnswer(began, '')));
  if (heard === null) return draft;
  // A correction of which only a part was heard leaves no number to book with.
  if (!('phone' in heard)) return { ...draft, phone: mends ? null : draft.phone, digits: heard.digits };
  // Beside a number that is known already: 有事打我儿子电花，一八零… is another's, whatever was heard of the rest.
  const other = turn.corrects
    ? familyWithNumber(turn.text)
    : (familyWithNumber(turn.text) ?? kinNamed(turn.text));
  const family = draft.phone === null || asking?.about === 'phone' ? null : other;
  if (family !== null) return { ...draft, booker: { name: family, phone: heard.phone, relation: family } };
  return { ...draft, phone: heard.phone, digits: '' };
}

/** Beside a name: 手机前头是一三八七四五，后头的想不起来了. */
const BEGINS_NUMBER =
  /(?:电话|手机|号码)[^，。\d一二三四五六七八九]{0,8}[，,\s]?[1一幺][3-9三四五六七八九].*$/u;

/** Where digits are nothing but those of a telephone number: 不是三点是四点 may be said to a choice of times. */
const ABOUT_NUMBER: ReadonlySet<Question['about']> = new Set([
  'name',
  'spelling',
  'phone',
  'confirm',
  'slot',
]);

/** A number that is not whole after it was put right is asked for again. */
function withMended(draft: Draft, digits: string): Draft {
  const phone = phoneOf(digits);
  return { ...draft, phone, digits: phone === null ? digits : '' };
}

function phoneIn(raw: string): { phone: string } | null {
  const phone = hearPhone(raw);
  return phone === null ? null : { phone };
}

function withNeeds(draft: Draft, { plain }: Turn): Draft {
  const { needs, not } = hearNeeds(plain);
  const all = new Set([
    ...draft.needs,
    ...(draft.service?.id === 'escort' ? needs.filter((n) => n !== '陪诊') : needs),
  ]);
  for (const need of not) all.delete(need);
  return { ...draft, needs: [...all] };
}

/** Code and telephone number of an appointment that is looked for. */
export function withCode(draft: Draft, { raw }: Turn): Draft {
  return { ...draft, code: hearCode(raw) ?? draft.code, phone: hearPhone(raw) ?? draft.phone };
}
