import type { Appointment } from '../../../appointments/types.js';
import type { House } from '../../house.js';
import { arrange } from '../ask/arrange.js';
import { fits } from '../ask/slots.js';
import type { Draft, Task, When } from '../draft.js';
import { hearAgreement, saysToDo } from '../hear/agreement.js';
import { type Assent, HEDGED } from '../hear/assent.js';
import { hearWhen } from '../hear/when.js';
import { isYesAndMore } from '../hear/yes-and-more.js';
import { appointmentsOf } from '../known/appointments-of.js';
import { slotOf } from '../known/change.js';
import { finishChange, manage } from '../known/manage.js';
import { calledIn } from '../known/which.js';
import { askAgain, end, nothingTold, type Outcome, type Scene, telling, wasJustPut } from '../scene.js';
import { likelyTask } from '../wish/likely-task.js';
import { words } from '../words/replies.zh.js';
import { beyond } from './beyond.js';
import type { Turn } from './listen.js';
import { HOSPITAL } from './listen-visit.js';
import { isOneDay, saysOnly } from './same-day.js';
import { withoutWrong } from './void.js';

const leftAlone = (scene: Scene, { appointment, hold }: Draft): Promise<Outcome> | Outcome => {
  const left = end(scene, telling(nothingTold, words.leftChange), { appointment });
  return hold === null ? left : scene.appointments.release(hold.id).then(() => left);
};

/** 取消 is the yes to 取消吗. */
export async function answerChange(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const when = draft.task === 'cancel' ? anotherDay(scene, draft, turn) : null;
  if (draft.task === 'cancel') {
    const task = insteadOfCancelling(scene, turn.plain);
    const day = dayWished(scene, turn.plain);
    if (task !== null) return manage(scene, { ...draft, task, when: day, waiting: null, tries: 0 }, turn);
  }
  // To 取消吗 who names another day wants to come then; that is read back as a move.
  if (when !== null)
    return arrange(scene, { ...draft, task: 'reschedule', when, waiting: null, tries: 0 }, nothingTold);
  const other = draft.task === 'cancel' ? await otherNamed(scene, draft, turn.plain) : null;
  if (other !== null) return manage(scene, { ...draft, appointment: other }, turn);
  const plain = await beyond(scene, draft, turn.plain);
  const goesNot = draft.task === 'cancel' && plain.length <= LONGEST_NO && GOES_NOT.test(plain);
  return settled(scene, draft, goesNot ? 'yes' : assentToChange(plain, scene.house));
}

/** 不是取消，是想往后推几天. */
const DENIES = /(?:不(?:是)?(?:要|想|用)?|[别莫甭])(?:取消|退|撤|消)/u;
const MOVES_INSTEAD = /往[前后]|[推改挪换延移]|提前|[早晚][几一两三]?[天些点]/u;

const ASKS_WHEN = /几[点号]|哪一?天|什么时候|啥时候|时间是|星期几|礼拜几|周几/u;

export const withoutDenial = (plain: string): string => plain.replace(DENIES, '');

/** What is wished of an appointment that is not to be cancelled; null where it is, or only stays. */
export function insteadOfCancelling(scene: Scene, plain: string): 'reschedule' | 'query' | null {
  if (!DENIES.test(plain)) return null;
  if (MOVES_INSTEAD.test(plain) || dayWished(scene, plain) !== null) return 'reschedule';
  return ASKS_WHEN.test(plain) ? 'query' : null;
}

function dayWished({ now }: Scene, plain: string): When | null {
  const heard = hearWhen(plain, now, true);
  return heard !== null && 'when' in heard && heard.when.days.length > 0 ? heard.when : null;
}

function anotherDay(scene: Scene, { appointment }: Draft, { plain }: Turn): When | null {
  const when = appointment === null ? null : dayWished(scene, plain);
  if (appointment === null || when === null || fits(slotOf(appointment), when)) return null;
  return saysOnly(when, plain) ? when : null;
}

/** Done, left as it is, or asked once more; null where the answer was none of these. */
async function settled(scene: Scene, draft: Draft, assent: Assent): Promise<Outcome | null> {
  if (assent === 'yes') return wasJustPut(scene, draft) ? finishChange(scene, draft) : askAgain(scene, draft);
  if (assent === 'no') return leftAlone(scene, draft);
  return assent === 'unclear' ? askAgain(scene, draft, words.changeAgain) : null;
}

/** 对，退家庭医生的, said to the read-back of another: the one that is named is read back in its turn. */
async function otherNamed(scene: Scene, draft: Draft, plain: string): Promise<Appointment | null> {
  const own = await appointmentsOf(scene, draft);
  const services = await scene.appointments.services(draft.place);
  const [named, ...others] = calledIn(scene, own, services, plain);
  return named === undefined || others.length > 0 || named.id === draft.appointment?.id ? null : named;
}

/** 不去了, 真的不看了咯: who does not go gives it up. */
const GOES_NOT =
  /^(?:[嗯哦啊对是的那就我俺额咱都真也，,。！\s]|不(?:想)?(?:去|看|来)(?:成|得)?[了啦嘞咯哒咧][啊呀嘛哈]?)*不(?:想)?(?:去|看|来)(?:成|得)?[了啦嘞咯哒咧][啊呀嘛哈，,。！\s]*$/u;
/** 退掉，不要了, 取消，不改天: of what is given up, a no is a yes. */
const NOT_WANTED =
  /(?:不|莫|冇|没)(?:想)?(?:要|去|看|用|做|来|约|挂|办|弄)(?:它|他|那个)?(?:了|疗|啦|嘞|咯|哒|咧)|不(?:是|用|想|要)*(?:改|换|挪|推|另约|再约)(?:天|日子|时间|期|别的)*(?:了|疗|啦|嘞|咯|哒|咧)?/gu;

/** More tells more. */
const LONGEST_NO = 20;

const GIVES = /(?:^|[，,。！\s])(?:对|是|好|行|中|嗯|那|就|都)*(?:取消|退|撤)/u;

/** 谁知道厂里又不让请假, 讲了几遍了, 人都走了还来么子. */
const ASKS_NOBODY =
  /还[去来看要约][^，,。]{0,2}(?:么子|啥子?|什么)|(?:谁|哪个?)(?:知道|晓得)|[了好]?几[遍回次]了?/gu;
/** At the beginning, or as the last word. */
const CANCELS =
  /^(?:[嗯哦啊对是好行中咧嘞的，,。\s]|可以)*(?:取消|退|撤|消)(?:了|掉|吧|它|，|,|。|\s|$)|(?:^|[，,。！\s])(?:就|那|你|您|恁|都|麻烦|请)*(?:给|帮|替)?(?:我|俺|额|咱|她|他)?(?:取消|退|撤)(?:了|掉)?[吧嘛啊呗咯]*$/u;

const KEPT =
  /不(?:取消|退|撤|要取消|用取消|是要?(?:取消|退))|[别莫甭](?:取消|退|撤|消)|先不|留着|(?:^|[，,。\s])(?:就|那|先|都)*(?:不|莫|别)动|照[旧样常去]/u;
const STILL_COMES = /还(?:是)?[去来](?!不|么子|啥|什么|干|做)(?![^，,。]*吗)/u;

function assentToChange(plain: string, { lexicon }: House): Assent {
  if (KEPT.test(plain)) return 'no';
  // 退掉退掉，人都走了还来么字: of the two the one heard first is not overruled by one that may be misheard.
  if (STILL_COMES.test(plain)) return CANCELS.test(plain) ? 'unclear' : 'no';
  const bare = plain.replace(NOT_WANTED, '');
  const heard = hearAgreement(plain, 'cancel', lexicon);
  const denied = heard === 'no' && bare !== plain;
  const assent = denied ? (hearAgreement(bare, 'cancel', lexicon) ?? 'unclear') : heard;
  // 是咧是咧，取消，她住到我妹那里去了: said outright, whatever is told beside it.
  if (assent !== 'yes' && CANCELS.test(plain) && saysToDo(plain.replace(ASKS_NOBODY, ''), 'cancel'))
    return 'yes';
  // 对，取消: by its likeness to a no alone nothing is left as it is.
  if (assent === 'no' && GIVES.test(plain)) return 'unclear';
  // Whatever else is said beside it may be the 不 that was not heard: 算了，怖退了，还是去吧.
  return assent === null && /取消|退|撤/u.test(plain) ? 'unclear' : assent;
}

/** 还有没有别的时间. */
const OTHER_TIMES =
  /(?:还有|有)(?:没有|没得|冇得)?(?:别的|其他|其它)|换(?:一?个|下)(?:时间|日子|钟点)|别的(?:时间|日子)/u;

/** The answer to 原来是…，改到…。改吗: a day said beside it is the old one, the new one, or another that is wished. */
export async function answerMove(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | Draft | null> {
  const said = turn.plain.trim();
  const { slot, appointment } = draft;
  const wrong = withoutWrong(draft, said);
  if (wrong !== null) return arrange(scene, wrong, nothingTold);
  const other = await otherNamed(scene, draft, said);
  if (other !== null) return manage(scene, { ...draft, appointment: other, slot: null }, turn);
  if (slot !== null && OTHER_TIMES.test(said))
    return { ...draft, slot: null, when: null, passed: [...draft.passed, slot.id] };
  const bare = await beyond(scene, draft, said);
  if (HOSPITAL.test(bare) && /换|改|去|到/u.test(bare)) return askAgain(scene, draft, words.movesTimeOnly);
  const heard = hearWhen(said, scene.now);
  const when = heard !== null && 'when' in heard && heard.when.days.length > 0 ? heard.when : null;
  const isNew = when !== null && slot !== null && fits(slot, when);
  const isOld = when !== null && !isNew && appointment !== null && fits(slotOf(appointment), when);
  if (when !== null && !isNew && !isOld) return null;
  // 嗯，礼拜五上午: the new day and nothing else.
  if (isNew && isOneDay(when) && saysOnly(when, said)) return settled(scene, draft, 'yes');
  const assent =
    HEDGED.test(turn.raw) && !STAYS.test(said) ? 'unclear' : assentToMove(turn, bare, scene.house);
  return settled(scene, draft, assent ?? (isNew || isOld ? 'unclear' : null));
}

/** 不改了, 别动, 还是原来那个: no move. */
const STAYS =
  /(?:不|别|莫|甭|冇|没)(?:想|要|用|消|必|得)?(?:改|换|动|挪|调)(?!时间|日子|医院)|(?:还是|就|照)?(?:原来|原先|老)(?:的|那)?(?:个|天|时间|日子)?(?:就行|就好|吧|算了|不变|不动|留着)|留着?原来/u;

const MOVES = /(?:^|[，,。！\s])(?:那|就|都|要|想|得|给我|给俺)*[改换挪]/u;

/** With the time that was read back, and without it. */
function assentToMove(turn: Turn, bare: string, { lexicon }: House): Assent {
  const said = turn.plain.trim();
  if (STAYS.test(said)) return 'no';
  if (isYesAndMore({ ...turn, plain: bare })) return 'yes';
  const assent = hearAgreement(said, 'move', lexicon);
  // 改叭，没撮: misheard, it is only asked again.
  if (assent === 'no' && MOVES.test(said)) return 'unclear';
  return assent === 'yes' || assent === 'no' || bare === said ? assent : hearAgreement(bare, 'move', lexicon);
}

/** Log odds from which a move is left for what is said instead (干脆取消算了). */
const INSTEAD = 1;

/**
 * What the answer to a read-back asks for instead, `own` being what its words say by themselves: a yes that names the
 * time which is given up (改过去吧，二十五号那个不要了) gives up nothing more, and 不取消了 undoes nothing.
 */
export function askedInstead(
  { task }: Draft,
  text: string,
  own: Task | null,
  { lexicon }: House,
): Task | null {
  if (task === 'cancel') return own === 'undo' ? null : own;
  if (task !== 'reschedule') return own;
  const other = own ?? likelyTask(text, lexicon, true, INSTEAD);
  if (other !== 'cancel') return own;
  const stays = STAYS.test(text) && !/取消|退|撤/u.test(text);
  return stays || hearAgreement(text, 'move', lexicon) === 'yes' ? null : 'cancel';
}
