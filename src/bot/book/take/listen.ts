import { phoneOf } from '../../../appointments/identity.js';
import { readDigits } from '../../../language/digits.js';
import { simplify } from '../../../language/traditional.js';
import { dayOf, fits, wishOf } from '../ask/slots.js';
import type { Draft, Question, When } from '../draft.js';
import { onDay } from '../hear/days.js';
import { familyWithNumber, kinNamed } from '../hear/family.js';
import { meantIn, takesBack } from '../hear/meant.js';
import { withoutOtherSpelling } from '../hear/name.js';
import { hearNeeds } from '../hear/needs.js';
import { digitsBySound, hearCode, hearId, hearPhone, hearPhoneAnswer, mendedNumber } from '../hear/number.js';
import { repaired } from '../hear/repair.js';
import { hearShift } from '../hear/shift.js';
import { hearWhen, together } from '../hear/when.js';
import type { Scene } from '../scene.js';
import { MENDS_PHONE, withName } from './listen-name.js';
import { CLOSED, withDepartment, withPlace, withWho } from './listen-visit.js';

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
  const text = withoutOtherSpelling(repaired(digitsBySound(work.text)));
  const raw = withoutOtherSpelling(digitsBySound(simplify(work.heard)));
  let plain = text;
  for (const { text: said } of readDigits(text)) plain = plain.replace(said, '，');
  const { wrong, right } = meantIn(plain);
  return { text, raw, plain, right, wrong, corrects: takesBack(plain) };
}

const TAIL_OF_PHONE = /尾号|[后末]\S{0,2}位|(?:电话|手机|号码)[^，。]{0,4}(?:最后|末尾|尾)/u;
const THIS_NUMBER = /(?:就|用|留)?(?:这个|现在这个|打来的|打电话的|打过来的)(?:号|电话|手机|号码)/u;

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

const SHIFTS =
  /(?:往[前后]|推[后迟]?|提前|顺延|延[后迟])[^，。]{0,3}[一两二三四五六七1-7]个?(?:天|星期|礼拜|周)/u;

function withWhen({ now }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  const { slot } = draft;
  // Chosen from what was offered.
  if (asking?.about === 'slot' && slot !== null) return draft;
  // 往后推一天吧, to the read-back.
  const shifted = slot !== null && asking?.about === 'confirm' ? hearShift(turn.plain, slot.start) : null;
  if (shifted !== null && slot !== null && SHIFTS.test(turn.plain))
    return { ...draft, when: together(wishOf(slot), shifted), passed: [], waits: false };
  const heard = hearWhen(turn.plain, now, slot !== null || CLOSED.has(asking?.about ?? 'confirm'));
  if (heard === null || !('when' in heard)) return draft;
  const { when } = heard;
  const hoursOnly = when.days.length === 0;
  if (slot !== null && hoursOnly && when.clock === null && fits(slot, when)) return draft;
  // Another day: the half of it that was chosen is kept.
  const chosen = slot === null ? null : wishOf(slot);
  const before = hoursOnly ? onDayOf(draft, asking) : (draft.when ?? chosen);
  return { ...draft, when: together(before, when), passed: [], waits: false };
}

/** The day that hours alone are said of: of the time that was chosen, wished or offered. */
function onDayOf({ slot, when }: Draft, asking: Question | null): When | null {
  if (slot !== null) return onDay(dayOf(slot));
  const [first, ...others] = asking?.about === 'slot' ? asking.slots : [];
  const single = first !== undefined && others.every((other) => dayOf(other) === dayOf(first));
  return when ?? (single ? onDay(dayOf(first)) : null);
}

/** So many digits are also a telephone number, and what is put right of it. */
const OLD_ID = 15;

function withPhone({ caller }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  if (asking?.about === 'family') return draft;
  const id = hearId(turn.raw);
  if (id !== null && (id.id.length > OLD_ID || asking?.about === 'id' || /身份证/u.test(turn.raw)))
    return id.valid ? { ...draft, idNumber: id.id } : { ...draft, digits: '' };
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
