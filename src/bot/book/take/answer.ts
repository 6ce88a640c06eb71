import type { Slot } from '../../../appointments/types.js';
import { anyOf } from '../../../language/any-of.js';
import type { LocalDateTime } from '../../../language/calendar.js';
import { PAUSES } from '../../../language/pauses.js';
import { arrange } from '../ask/arrange.js';
import { arrangeFamily, listenToFamily } from '../ask/family.js';
import { askProvider, askServiceThere, providersFor, toldOfNamed, withProvider } from '../ask/place.js';
import { dayOf, fits, halfOf, isOnWeekday, MOST_CHOICES } from '../ask/slots.js';
import { answerWaiting, WAITS } from '../ask/wait.js';
import { type Draft, type Question, type When, withService } from '../draft.js';
import { hearAssent } from '../hear/assent.js';
import { hearName, hearOrdinal, withoutOrdinals } from '../hear/choice.js';
import { onDay } from '../hear/days.js';
import { hearHospital, namesHospital } from '../hear/hospital.js';
import { hearNameAnswer, respelled } from '../hear/name.js';
import { hearPhone } from '../hear/number.js';
import { hearService, serviceWished } from '../hear/service.js';
import { stancesIn } from '../hear/stance.js';
import { hearWhen, SAYS_LUNAR, SAYS_SOLAR } from '../hear/when.js';
import { manage } from '../known/manage.js';
import { answerOffer } from '../known/offered.js';
import { hearCodeAnswer } from '../known/prove.js';
import { end, nothingTold, type Outcome, type Scene, telling } from '../scene.js';
import { answerWhatBecomes } from '../wish/hinders.js';
import { words } from '../words/replies.zh.js';
import { answerConfirm } from './answer-confirm.js';
import type { Turn } from './listen.js';
import { DONT_KNOW, HOSPITAL } from './listen-visit.js';

const MORE = anyOf(
  '还有(?:别的|其他|其它|没有|吗|么|啥|哪|谁)|别的(?:医院|时间|家|呢)|其他|其它',
  '换(?:一?个|一批|一家|一天)|有没有[^，。]{0,2}(?:近|远|好|早|晚)(?:一|点|些)',
  '(?:[两三几]|这)[^，。]{0,3}都(?:太|不)|都不(?:行|要|好|合适|方便|中)',
  '再(?:晚|往后|说几个)|晚(?:一)?(?:点|些)|往后|不合适',
);
const OTHER_DAY = /换(?:一|一?个)(?:天|日子)|(?:别|其[他它])的?(?:日子|天)|另外一天/u;
const EARLIEST = /最早|赶早|趁早|头[班趟]|早的|早一点的|头一个|最前|前面(?:的|那)/u;
const LATEST = /最晚|晚的|靠后/u;
const ANY = anyOf(
  '随便|都(?:行|可以|中|成|好|得)',
  '[你您恁](?:们)?(?:看着|给|帮|替|就)*(?:我|俺|额|咱)?(?:定|选|挑|拿个?主意)|无所谓|哪个都',
  '哪一?[个家天](?:好|方便|合适|行|中)[，,]?就?(?:去|是|选|要|挂)?哪',
  String.raw`看(?:你们?|您|恁)(?:们|那边|那里|那头)?(?:哪[个天]|咋|怎么|啥时候|几点)?(?:有空|得空|方便|安排|合适|的意思|来|约|定)?(?=$|[了的吧嘛啊呀咯，,。！…\s])`,
  '(?:随|依|听|由|凭)(?:你们?|您|恁|便)',
  '(?:你们?|您|恁)(?:们)?(?:说|讲)(?:了)?(?:算|哪|几|咋|啥)',
  '(?:你们?|您|恁)(?:们)?(?:做主|作主|看着办|咋方便|方便就)',
);

/** The number that the appointment before was made with. */
const SAME_NUMBER = /刚才|前面|上[一个]|同一个|一样|还是(?:那|这|她|他|我)|也(?:留|是|用)|一个号/u;

/**
 * Takes the turn as an answer that only makes sense to the question that waits: a choice, a yes or a no. Null where
 * it is none; what can be said at any time is heard elsewhere.
 */
export async function answer(
  scene: Scene,
  draft: Draft,
  turn: Turn,
  question: Question,
): Promise<Outcome | Draft | null> {
  switch (question.about) {
    case 'service': {
      const services = await scene.appointments.services(draft.place);
      const at = hearOrdinal(turn.plain, 3);
      const unsure = DONT_KNOW.test(turn.plain);
      const named = unsure
        ? hearService(turn.plain, services)
        : serviceWished(turn.plain, services, scene.house.lexicon);
      const id = named?.id ?? (['green-channel', 'health-check', 'family-doctor'] as const)[at ?? -1];
      const fallback = unsure ? 'green-channel' : undefined;
      const chosen = services.find((service) => service.id === (id ?? fallback));
      return chosen === undefined ? null : withService(draft, chosen);
    }
    case 'provider':
      return answerProvider(scene, draft, turn, question.shown);
    case 'department': {
      const all = await scene.appointments.departments(draft.provider?.id ?? '', draft.service?.id);
      const shown = all.filter(({ id }) => question.shown.includes(id));
      const at =
        hearOrdinal(turn.plain, shown.length) ??
        hearName(
          turn.plain,
          shown.map(({ name }) => name),
        );
      const chosen = (at === null ? undefined : shown[at]) ?? (ANY.test(turn.plain) ? shown[0] : undefined);
      return chosen === undefined ? null : { ...draft, department: { id: chosen.id, name: chosen.name } };
    }
    case 'waiting':
      return answerWaiting(scene, draft, turn.plain);
    case 'offer':
      return answerOffer(scene, draft, question.entry, turn.plain);
    case 'slot':
      if (draft.full !== null && WAITS.test(turn.plain)) return { ...draft, waits: true };
      return (
        (await otherHospital(scene, draft, turn.plain)) ?? answerSlot(scene, draft, turn, question.slots)
      );
    case 'calendar': {
      const lunar = SAYS_LUNAR.test(turn.plain) || /后(?:面|一)|第二/u.test(turn.plain);
      const solar = SAYS_SOLAR.test(turn.plain) || /前(?:面|一)|第一/u.test(turn.plain);
      // Who does not know goes by the calendar on the wall; the day is read back.
      if (lunar === solar && !DONT_KNOW.test(turn.plain)) return null;
      const days = [lunar ? question.lunar : question.solar];
      return { ...draft, when: { days, never: [], clock: null, soonest: false, said: question.said } };
    }
    case 'phone': {
      const last = SAME_NUMBER.test(turn.plain) ? scene.booking.known.at(-1) : undefined;
      const before = last === undefined ? null : await scene.appointments.byId(last);
      return before === null ? null : { ...draft, phone: before.patient.phone, digits: '' };
    }
    case 'confirm':
      return answerConfirm(scene, draft, turn);
    case 'code': {
      const heard = await hearCodeAnswer(scene, draft, turn);
      return heard === null || 'reply' in heard ? heard : manage(heard, draft, turn);
    }
    case 'change':
      return answerWhatBecomes(scene, draft, turn);
    case 'spelling':
      return answerSpelling(draft, turn);
    case 'family': {
      const phone = hearPhone(turn.raw);
      if (phone !== null && draft.task === 'tell')
        return arrangeFamily(scene, listenToFamily(draft, turn), nothingTold);
      return phone === null
        ? null
        : { ...draft, booker: { name: question.word, phone, relation: question.word } };
    }
    case 'resume':
      return answerResume(scene, draft, turn);
    default:
      return null;
  }
}

/** The name is taken as it is when it is said to be right, or said the same again. */
function answerSpelling(draft: Draft, { raw, plain }: Turn): Draft | null {
  const { name } = draft;
  if (name === null) return null;
  if (hearAssent(plain) === 'yes' || /就是(?:这|那)个?字?|没错/u.test(plain))
    return { ...draft, spelled: name };
  const mended = respelled(name, raw) ?? hearNameAnswer(raw, true);
  if (mended === null) return null;
  return { ...draft, name: mended, spelled: mended === name ? name : draft.spelled };
}

async function answerProvider(
  scene: Scene,
  draft: Draft,
  { plain }: Turn,
  shown: string[],
): Promise<Outcome | Draft | null> {
  const all = await providersFor(scene, draft);
  const offered = shown.flatMap((id) => all.filter((p) => p.id === id));
  // Named by what tells it from others, it is none of those that share only its place (鹤城区养老服务站).
  const elsewhere = namesHospital(plain, all) ? null : await askServiceThere(scene, draft, plain);
  if (elsewhere !== null) return elsewhere;
  const chosen = hearHospital(plain, all, offered);
  if (chosen !== null) return withProvider(draft, chosen);
  if (MORE.test(plain))
    return askProvider(scene, { ...draft, passed: [...draft.passed, ...shown] }, nothingTold, all);
  const [only, ...others] = offered;
  const any =
    ANY.test(plain) ||
    /最近|近的|近一?[点些]|近便|近处|[哪那谁][^，。]{0,3}近[^，。]{0,4}[哪那谁]/u.test(plain);
  if (!any && HOSPITAL.test(plain))
    return askProvider(scene, draft, await toldOfNamed(scene, { ...draft, named: plain }, nothingTold), all);
  return only !== undefined && (any || (others.length === 0 && hearAssent(plain) === 'yes'))
    ? withProvider(draft, only)
    : null;
}

/** 还是第一家吧, once times are offered: of the hospitals that were. */
async function otherHospital(scene: Scene, draft: Draft, plain: string): Promise<Draft | null> {
  const at = /第[一二三]家/u.test(plain) ? hearOrdinal(plain, MOST_CHOICES) : null;
  const chosen = at === null ? undefined : (await providersFor(scene, draft))[at];
  return chosen === undefined || chosen.id === draft.provider?.id ? null : withProvider(draft, chosen);
}

function answerSlot({ now }: Scene, draft: Draft, { plain }: Turn, offered: Slot[]): Draft | null {
  const take = (slot: Slot | undefined): Draft | null =>
    slot === undefined ? null : { ...draft, slot, when: null };
  const pass = { ...draft, when: draft.when && { ...draft.when, soonest: false } };
  // 礼拜三上午第一个 is none of those that are offered of other days; 三号 may be the third.
  const ordinal = hearOrdinal(plain, offered.length);
  const numbered = ordinal === null ? undefined : offered[ordinal];
  const plainly = whenIn(plain, now, true);
  const wished = plainly === null ? [] : slotsNamed(offered, plainly);
  // 明天得去透析，那就二十四号那个: the day that is said last, of those that are offered.
  const [last, ...more] = wished.length > 1 ? slotsNamed(offered, lastDayIn(plain, now)) : [];
  if (last !== undefined && more.length === 0) return take(last);
  const otherDay = (whenIn(withoutOrdinals(plain), now, true)?.days.length ?? 0) > 0;
  if (numbered !== undefined && (wished.length === 0 ? !otherDay : wished.includes(numbered)))
    return take(numbered);
  const when = whenIn(plain, now);
  const named = when === null || when.soonest ? [] : slotsNamed(offered, when);
  // 不要八点也不要九点: the one that is left.
  const refuses = when !== null && when.days.length === 0 && when.clock === null && when.never.length > 0;
  const left = refuses ? offered.filter((slot) => fits(slot, when)) : [];
  if (left.length === 1 && offered.length > 1 && !MORE.test(plain)) return take(left[0]);
  if (when !== null && !when.soonest) {
    // 上午的, where all that were offered are: none of them is told from the others.
    const any = named.length === offered.length || ANY.test(plain);
    return named.length === 1 || any ? take(named[0]) : null;
  }
  if (chooses(plain, EARLIEST) || when?.soonest || ANY.test(plain)) return take(offered[0]);
  if (chooses(plain, LATEST)) return take(offered.at(-1));
  const passed = [...draft.passed, ...offered.flatMap((slot) => [slot.id, halfOf(slot)])];
  if (OTHER_DAY.test(plain)) return { ...draft, when: notOn(offered), passed };
  if (MORE.test(plain)) return { ...pass, passed };
  if (offered.length > 1) return null;
  const assent = hearAssent(plain);
  if (assent === 'yes') return take(offered[0]);
  return assent === 'no' ? { ...pass, passed } : null;
}

/** On other days than these. */
const notOn = (slots: readonly Slot[]): When => ({
  ...anyDay,
  never: slots.flatMap((slot) => onDay(dayOf(slot)).days),
});
const anyDay: When = { days: [], never: [], clock: null, soonest: false, said: '' };

/** What the last clause wishes, where it names a day. */
function lastDayIn(plain: string, now: LocalDateTime): When {
  const when = whenIn(plain.split(PAUSES).findLast((clause) => clause !== '') ?? '', now, true);
  return when === null || when.days.length === 0 ? anyDay : when;
}

function whenIn(plain: string, now: LocalDateTime, plainly = false): When | null {
  const heard = hearWhen(plain, now, plainly);
  return heard !== null && 'when' in heard ? heard.when : null;
}

/** 最晚的是几点 asks of it, and 早的不行 refuses it. */
function chooses(plain: string, pattern: RegExp): boolean {
  const match = pattern.exec(plain);
  if (match === null) return false;
  const [stance] = stancesIn(plain, [{ start: match.index, end: match.index + match[0].length }]);
  return stance === 'wished' || stance === 'told';
}

/** 九点 or 下午 among what was offered, 下礼拜随便哪天; anything else, or what only will not do, is another wish. */
function slotsNamed(offered: readonly Slot[], when: When): readonly Slot[] {
  if (when.days.length === 0 && when.clock === null) return [];
  const fitting = offered.filter((slot) => fits(slot, when));
  return fitting.length > 0 ? fitting : offered.filter((slot) => isOnWeekday(slot, when));
}

async function answerResume(scene: Scene, draft: Draft, { plain }: Turn): Promise<Outcome | null> {
  const assent = hearAssent(plain);
  if (assent === 'yes' || /接着|继续/u.test(plain))
    return arrange(scene, { ...draft, waiting: null }, telling(nothingTold, words.goOn));
  return assent === 'no' ? end(scene, telling(nothingTold, words.left)) : null;
}
