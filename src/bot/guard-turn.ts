import { PAUSES } from '../language/pauses.js';
import { asks } from './assess/take-answer.js';
import { wishIn } from './book/index.js';
import type { Conversation, Pending } from './conversation.js';
import { afterAsk, type Emergency, type GuardOutcome, guard, isDenial } from './guard/index.js';
import type { House } from './house.js';
import { NAMES_A_MATTER } from './only-told.js';
import { Recent } from './recent.js';
import type { Ending, Work } from './work.js';

const SPEAKABLE = /[\p{L}\p{N}]/u;
/** Nothing of the kind is the matter. */
const DENIES = /没|不(?!清|晓|知)|好好的|好多了|老毛病|老样子|早好了/u;

/** Said after an emergency: it has passed. */
const EASED =
  /(不|没(那么|有)?)(怎么|咋|太|再)?(疼|痛|喘|晕|麻|难受|闷|憋|流血?|出血|烧|抽)了|缓过(来|劲)|好(多|点儿?|些|一点|一些|过来)?了|没事(儿)?了|醒(过来)?了|止住了|过去了|找(到|着)了|(火|灭)(已经)?灭了/u;
const LONGEST_EASED = 16;
/** 不是我爸: no answer alone. */
const SETS_RIGHT = /^不是[^，。]{0,20}[^，。的啊呀哦吧哈是]/u;

const guarded = new Recent<GuardOutcome>(2000);

/**
 * Promise 5: danger comes before everything else. Orders to the program are left out; the rest is answered. Once danger
 * is denied, what was wanted before it was asked about is gone on with. Who wants to see a doctor is not told to ask one.
 */
export function guardTurn(work: Work, house: House): Work | Ending {
  if (!SPEAKABLE.test(work.text)) return { ending: 'nothing_said' };
  const { pending } = work.conversation;
  const outcome =
    pending?.kind === 'danger'
      ? afterAsk(work.text, pending.danger)
      : guarded.get(work.text, () => heardIn(work.text));
  const wishes = outcome.kind === 'medical' && wishIn(work, house, false) !== null;
  if (outcome.kind === 'clear' || wishes || tellsUsCode(work, outcome)) {
    if (pending?.kind === 'danger') return goingOn(work, pending.said, house);
    const number = toldToRing(work.conversation);
    return number !== null && hasEased(work.text) ? { ending: 'eased', number } : work;
  }
  if (outcome.kind === 'injection' && outcome.rest !== undefined) return { ...work, text: outcome.rest };
  return { ending: 'guarded', outcome };
}

/** Who denies is heard as though all had been said in one. What is asked of a danger that there is not is a doctor's to answer. */
function goingOn(work: Work, said: string, house: House): Work | Ending {
  if (!DENIES.test(work.text)) return work;
  const more = work.heard
    .split(PAUSES)
    .filter((clause) => clause !== '' && (SETS_RIGHT.test(clause) || !isDenial(clause)));
  const heard = [said, ...more].join('，');
  const on = { ...work, heard, text: house.normalize(heard) };
  if (!asks(on.text) || NAMES_A_MATTER.test(on.text) || wishIn(on, house, true) !== null) return on;
  return { ending: 'guarded', outcome: { kind: 'medical', about: 'treatment' } };
}

/**
 * What the guard hears in the turn. Who asks for an appointment sounds unhurried, and may not know better (我胸口疼，挂号):
 * what is told beside the wish is heard by itself.
 */
function heardIn(text: string): GuardOutcome {
  const outcome = guard(text);
  const clauses = text.split(PAUSES);
  if (outcome.kind !== 'clear' || !clauses.some(asksForAppointment)) return outcome;
  const told = clauses.filter((clause) => !asksForAppointment(clause) && !OWN_REST.test(clause));
  const alone = guard(told.join('，'));
  return alone.kind === 'emergency' ? alone : outcome;
}
/** 让我歇一下, 好叫俺喘口气: what the appointment is for is rest from caring, and nothing that ails. */
const OWN_REST =
  /^(?:好|也|就|能)*(?:让|叫|给)(?:我|俺|额|咱)(?:也|能|好|先|稍微)*(?:歇|缓|松快|轻省|休息|[喘松缓]一?口气)[一上几两下会儿天歇缓口气晌气]{0,5}[吧嘛啊呀。]?$/u;
const APPOINTMENT = /挂|(?<![大节])约|订|(?<!外|编|口|账)号|体检|陪诊/u;
/** 想去医院看看, 礼拜四有没有号 tell how things stand as well. */
const UNHURRIED = /看|瞧|有没有/u;
const asksForAppointment = (clause: string): boolean => APPOINTMENT.test(clause) && !UNHURRIED.test(clause);

const CODE_TOLD = /^[^问要说]{0,10}[\d零幺一二三四五六七八九\s]{3,11}[^问要说]{0,3}$/u;

/** 后三位是八零四: told to us, who asked for the end of a booking's code, it is no secret that somebody is after. */
const tellsUsCode = ({ text, conversation }: Work, outcome: GuardOutcome): boolean =>
  outcome.kind === 'scam' &&
  conversation.booking.draft?.waiting?.question.about === 'code' &&
  CODE_TOLD.test(text);

/** The number that the last reply said to ring at once, where it did. */
function toldToRing({ lastReply }: Conversation): string | null {
  if (lastReply?.kind !== 'emergency') return null;
  return lastReply.actions.find((action) => action.type === 'call')?.number ?? null;
}

const hasEased = (text: string): boolean => text.length <= LONGEST_EASED && EASED.test(text);

/** What the bot waits for once it has asked about danger: its answer, and then to go on with what was said before. */
export function dangerAsked(danger: Emergency, { heard, conversation: { pending } }: Work): Pending {
  return { kind: 'danger', danger, said: pending?.kind === 'danger' ? pending.said : heard };
}
