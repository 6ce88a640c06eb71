import { phoneOf } from '../../appointments/identity.js';
import { readDigits } from '../../language/digits.js';
import { simplify } from '../../language/traditional.js';
import type { Draft, Question } from './draft.js';
import { familyWithNumber, kinNamed } from './hear/family.js';
import { meantIn, takesBack } from './hear/meant.js';
import { hearBareName, hearNameAnswer, hearNamed, respelled } from './hear/name.js';
import { hearNeeds } from './hear/needs.js';
import { digitsBySound, hearCode, hearId, hearPhone, hearPhoneAnswer, mendedNumber } from './hear/number.js';
import { repaired } from './hear/repair.js';
import { hearWhen, together } from './hear/when.js';
import { CLOSED, withDepartment, withPlace, withWho } from './listen-visit.js';
import type { Scene } from './scene.js';
import { fits, isOnWeekday, onDayOf } from './slots.js';

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

const MENDS_NAME = /名|姓|叫|字/u;
const MENDS_PHONE = /电话|手机|号码|尾号|[后末]\S{0,2}位/u;
const TAIL_OF_PHONE = /尾号|[后末]\S{0,2}位|(?:电话|手机|号码)[^，。]{0,4}(?:最后|末尾|尾)/u;
const THIS_NUMBER = /(?:就|用|留)?(?:这个|现在这个|打来的|打电话的|打过来的)(?:号|电话|手机|号码)/u;
const OTHER_TIME =
  /换|改|还是|那个时间|[点号]那个|^(?:那|要|就|我)*(?:下+个?|这个?)?(?:上午|下午|早上|礼拜|星期|周|明天|后天|大后天)[^，。]{0,8}$/u;
/** The draft with what the turn says put in; what was put right makes what hangs on it void. */
export function listen(scene: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  let next = withPlace(scene, draft, turn, asking);
  next = withWho(scene, next, turn, asking);
  next = withDepartment(scene, next, turn, asking);
  next = withWhen(scene, next, turn, asking);
  next = withName(next, turn, asking);
  next = withPhone(scene, next, turn, asking);
  return withNeeds(next, turn);
}

function withWhen({ now }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  const closed = CLOSED.has(asking?.about ?? 'confirm');
  if (closed && !turn.corrects && !OTHER_TIME.test(turn.text)) return draft;
  const heard = hearWhen(turn.plain, now);
  if (heard === null || !('when' in heard)) return draft;
  // Chosen from what was offered: the weekday is that of the other week.
  const { slot } = draft;
  if (asking?.about === 'slot' && slot !== null && !fits(slot, heard.when) && isOnWeekday(slot, heard.when))
    return { ...draft, when: onDayOf(slot, heard.when) };
  return { ...draft, when: together(draft.when, heard.when), passed: [], waits: false };
}

function withName(draft: Draft, { raw, wrong, corrects }: Turn, asking: Question | null): Draft {
  if (asking?.about === 'spelling' && !corrects) return draft;
  const own = draft.who?.relation === 'self';
  const { right } = meantIn(raw);
  const asked = asking?.about === 'name' || (corrects && MENDS_NAME.test(wrong) && !MENDS_PHONE.test(wrong));
  const speaks = (name: string): boolean => SPEAKER.some((lead) => raw.includes(`${lead}${name}`));
  const mended = draft.name === null ? null : respelled(draft.name, raw);
  if (draft.name !== null && !asked) {
    if (mended !== null) return { ...draft, name: mended };
    const named = hearNamed(right) ?? (asking?.about === 'phone' ? hearBareName(raw) : null);
    const plain = corrects ? hearNameAnswer(right) : null;
    const other = named ?? (plain !== null && sharesWith(draft.name, plain) ? plain : null);
    return other === null || (speaks(other) && !own) ? draft : { ...draft, name: other };
  }
  const bare = asking?.about === 'slot' || asking?.about === 'phone' || asking?.about === 'id';
  const named = asked
    ? hearNameAnswer(corrects ? right : raw, draft.tries > 0)
    : (hearNamed(right) ?? (bare ? hearBareName(raw) : null));
  if (named === null) return mended === null ? draft : { ...draft, name: mended };
  if (speaks(named) && draft.who !== null && !own)
    return { ...draft, booker: { ...draft.booker, name: named } };
  return { ...draft, name: named };
}

/** Before a name these make it the speaker's. */
const SPEAKER = ['我叫', '我是', '我姓名是', '我名字叫', '俺叫', '俺是', '额叫'];

/** 王贵芳, 王桂芳: a correction of a name keeps some of it. */
const sharesWith = (name: string, other: string): boolean => [...other].some((char) => name.includes(char));

function withPhone({ caller }: Scene, draft: Draft, turn: Turn, asking: Question | null): Draft {
  if (asking?.about === 'family') return draft;
  const id = hearId(turn.raw);
  if (id !== null) return id.valid ? { ...draft, idNumber: id.id } : { ...draft, digits: '' };
  if (caller !== null && THIS_NUMBER.test(turn.raw)) return { ...draft, phone: caller, digits: '' };
  const mended = hearPhone(turn.raw) === null ? mendedNumber(turn.raw, draft.phone ?? draft.digits) : null;
  if (mended !== null && ABOUT_NUMBER.has(asking?.about ?? 'which')) return withMended(draft, mended);
  const mends = (turn.corrects && MENDS_PHONE.test(turn.raw)) || TAIL_OF_PHONE.test(turn.raw);
  const asked = asking?.about === 'phone' || (asking?.about === 'confirm' && mends);
  const { right } = meantIn(turn.raw);
  const heard = asked
    ? hearPhoneAnswer(mends ? right : turn.raw, draft.phone ?? draft.digits)
    : phoneIn(turn.raw);
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
