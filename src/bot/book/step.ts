import { isAsking } from '../understand/wants.js';
import { arrange } from './ask/arrange.js';
import { listenToFamily } from './ask/family.js';
import { fits } from './ask/slots.js';
import { type Draft, newDraft, type Task, withService } from './draft.js';
import { asksAgain, waitsAMoment } from './hear/again.js';
import { saysToDo } from './hear/agreement.js';
import { hearAssent } from './hear/assent.js';
import { bareDay } from './hear/bare-day.js';
import { hearName } from './hear/choice.js';
import { departmentCalled, hearDepartment, tellsAil } from './hear/complaint.js';
import { hearId, hearPhone } from './hear/number.js';
import { hearService, serviceWished } from './hear/service.js';
import { hearWhen } from './hear/when.js';
import { hearWho } from './hear/who.js';
import { appointmentsOf } from './known/appointments-of.js';
import { manage } from './known/manage.js';
import { meansToMove, moveInstead } from './known/move-instead.js';
import { keepsAll } from './known/which.js';
import {
  ask,
  askAgain,
  askOnceMore,
  nothingTold,
  type Outcome,
  prefixed,
  type Scene,
  telling,
} from './scene.js';
import { answer } from './take/answer.js';
import { askedInstead, insteadOfCancelling, withoutDenial } from './take/answer-change.js';
import { listen, type Turn, turnOf } from './take/listen.js';
import { givesUp, leave, leavesOutright, leavingIn, mayBeLeft } from './wish/leaving.js';
import { taskIn } from './wish/task.js';
import { changedSince } from './words/read-back.js';
import { words } from './words/replies.zh.js';
import { dayInWords, replyOf } from './words/say.js';
import { standingInWords } from './words/tell.js';

const RESTARTS = /重新(?:来|约|挂|开始|说)|从头(?:来|再来)|重来/u;
const RESUMES =
  /接着(?:约|挂|来|办|说)?|继续(?:约|挂|办)?|(?:刚才|刚刚|前面)(?:那个)?(?:号|预约|约)|回到(?:预约|挂号)/u;
const WHY =
  /(?:为(?:什么|啥|么子)|干(?:什么|啥|嘛)|做(?:什么|啥)|咋).{0,4}(?:要|问|留|用)|(?:要|问|留).{0,8}(?:干(?:什么|啥|嘛)|做(?:什么|啥)|弄啥|有啥用)/u;
/** A question about the rules, whatever else it names. */
const POLICY =
  /补贴|补助|津贴|低保|五保|三无|报销|医保|政策|规定|文件|能领|领多少|免费|多少钱|[多几好]多?钱|[要收花掏交]钱|收费|条件|怎么申请|什么是|是什么/u;
/** A question with this much of its own is no unclear answer. */
const OWN_QUESTION = 1;
/** More than this is no command. */
const SHORT = 12;

/** A turn while something is being arranged; null where it is about something else. */
export async function goOn(scene: Scene, draft: Draft): Promise<Outcome | null> {
  const turn = withBareDay(scene, draft, turnOf(scene));
  const text = turn.text.trim();
  const { known } = scene.booking;
  const asked = draft.waiting?.question.about;
  const settles = asked === 'offer' || asked === 'change';
  if (leavesOutright(text) && draft.task !== 'cancel' && draft.task !== 'undo' && !settles)
    return leave(scene, draft);
  if (RESTARTS.test(text) && text.length < SHORT && draft.task === 'book')
    return arrange(
      scene,
      { ...newDraft('book', draft.place), service: draft.service },
      telling(nothingTold, words.begin),
    );
  const repeats = scene.work.understanding.wantsRepeat && !/^[嗯啊哦]+[。，]?$/u.test(text);
  if (repeats && hearPhone(turn.raw) === null && hearId(turn.raw) === null) return null;
  if (asksAgain(text) && draft.waiting !== null) return askAgain(scene, draft);
  if (waitsAMoment(text) && draft.waiting !== null) return askAgain(scene, draft, words.noHurry);
  // 预约码找不到了: no wish to book.
  const code =
    draft.waiting?.question.about === 'code' ? await answer(scene, draft, turn, { about: 'code' }) : null;
  if (code !== null && 'reply' in code) return code;
  const choosing = draft.waiting?.question.about === 'which';
  const told = taskIn(text, scene.house.lexicon, known.length > 0);
  if (choosing && draft.task === 'cancel' && (keepsAll(turn) || told === 'undo')) return leave(scene, draft);
  const instead = choosing && draft.task === 'cancel' ? insteadOfCancelling(scene, turn.plain) : null;
  if (instead !== null)
    return manage(
      scene,
      { ...draft, task: instead, tries: 0 },
      { ...turn, plain: withoutDenial(turn.plain) },
    );
  // 看腿的那个: one of those that were made, not another.
  const said = choosing && told === 'book' && !/挂|约/u.test(text) ? null : told;
  const own =
    draft.waiting?.question.about === 'confirm' ? askedInstead(draft, text, said, scene.house) : said;
  if (own === 'query' && draft.task === 'book') return tellInBetween(scene, draft);
  if (own !== null && own !== draft.task && (own === 'book' || draft.task !== 'book' || OF_BEFORE.test(text)))
    return begin({ ...scene, booking: { ...scene.booking, draft: null } }, own);
  if (isAsking(text) && (POLICY.test(text) || WHY.test(text))) return explain(scene, draft, turn);
  const question = draft.waiting?.question ?? null;
  if (givesUp(scene, draft, turn, question)) return leave(scene, draft);
  if (draft.task === 'book' && saysToDo(text, 'cancel') && mayBeLeft(question))
    return (await appointmentsOf(scene, draft)).length > 0
      ? begin({ ...scene, booking: { ...scene.booking, draft: null } }, 'cancel')
      : leave(scene, draft);
  if (draft.task === 'book' && question?.about === 'confirm' && meansToMove(text)) {
    const moved = await moveInstead(scene, draft, turn);
    if (moved !== null) return moved;
  }
  const taken = question === null ? null : await answer(scene, draft, turn, question);
  if (taken !== null && 'reply' in taken) return taken;
  return proceed(scene, taken ?? draft, turn);
}

/** 二十七, said to the times that are offered: the 27th. */
function withBareDay({ now }: Scene, { waiting }: Draft, turn: Turn): Turn {
  if (waiting?.question.about !== 'slot') return turn;
  const day = bareDay(turn.plain, now);
  return day === null ? turn : { ...turn, text: day, plain: day, right: day };
}

/** 把上回约的那个退掉, in the middle of booking another. */
const OF_BEFORE =
  /(?:上回|上次|前[天两些几]|昨天|之前|以前|原来|早先|已经)[^，。]{0,6}(?:约|挂|订|办)|(?:约|挂|订)(?:过|好)(?:了|的)/u;

/** What was booked before is told in the middle of another booking; what is being booked is not booked yet. */
async function tellInBetween(scene: Scene, draft: Draft): Promise<Outcome> {
  const last = scene.booking.known.at(-1);
  const before = last === undefined ? null : await scene.appointments.byId(last);
  return askAgain(scene, draft, before === null ? words.notYet : standingInWords(before));
}

/** 我没有手机, 用我女儿的行不行. */
const NO_PHONE =
  /没(?:有|得)?(?:手机|电话)|不会用|[用留][^，。]{0,6}(?:的|电话|手机|号)[^，。]{0,3}(?:行|可以|成|中|吗)/u;

/** Puts in what the turn says besides, and goes on to the next question; null where it says nothing of this. */
async function proceed(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const question = scene.booking.draft?.waiting?.question ?? null;
  if (question?.about === 'locate' || question?.about === 'which') return manage(scene, draft, turn);
  if (
    draft.task === 'cancel' ||
    draft.task === 'undo' ||
    draft.task === 'tell' ||
    question?.about === 'code' ||
    question?.about === 'change'
  )
    return unclear(scene, draft, turn);
  const heard =
    question?.about === 'name' ||
    question?.about === 'spelling' ||
    question?.about === 'phone' ||
    // 是农历，十月十八: which of the two was asked, and is answered.
    (question?.about === 'calendar' && draft.when !== scene.booking.draft?.when)
      ? null
      : hearWhen(turn.plain, scene.now);
  if (heard !== null && 'doubt' in heard) {
    const { solar, lunar, said } = heard.doubt;
    const text = words.askCalendar(said, dayInWords(solar.from), dayInWords(lunar.from));
    const next = listen(scene, draft, turn, question);
    return ask(scene, next, nothingTold, { about: 'calendar', solar, lunar, said }, text, ['农历', '公历']);
  }
  const chosen = await withOtherService(scene, draft, turn);
  const next = await impliedService(scene, listen(scene, chosen, turn, question));
  if (JSON.stringify(next) === JSON.stringify(scene.booking.draft)) return unclear(scene, draft, turn);
  const outcome = await arrange(scene, { ...next, tries: 0 }, nothingTold);
  const unchanged = outcome.booking.draft?.waiting?.text === draft.waiting?.text;
  if (question?.about === 'confirm' && unchanged) return outcome;
  if (question?.about === 'confirm' && (draft.phone === null || next.phone !== null))
    return prefixed(outcome, words.noted(changedSince(draft, outcome.booking.draft ?? draft)));
  // Said before it was asked: without a word of it the same question sounds as if nothing had been heard.
  const same = outcome.reply.text === draft.waiting?.text;
  return same ? prefixed(outcome, words.kept) : outcome;
}

/** 没有不舒服，就是找人替我照看她. */
const AILS_NOT = /(?:没(?:有|得|啥|什么)?|冇|不是|不)[^，。]{0,4}(?:不舒服|不得劲|难受|[疼痛病])/gu;

/** 看病的是俺娘: whom it is for, and no wish to see a doctor. */
const THE_PATIENT = /看(?:病|诊|医生|大夫)[的哩嘞](?=是|不是|人)/gu;

async function withOtherService(scene: Scene, draft: Draft, { right, text, corrects }: Turn): Promise<Draft> {
  // To 哪里不舒服 somebody who was taken for wanting a doctor says what he wants: 上门看病.
  const asked = draft.waiting?.question.about === 'complaint' && !tellsAil(text.replace(AILS_NOT, ''));
  if (draft.task !== 'book' || (draft.service !== null && !corrects && !asked && !/换|改/u.test(text)))
    return draft;
  const service = hearService(right.replace(THE_PATIENT, ''), await scene.appointments.services(draft.place));
  return service === null || service.id === draft.service?.id ? draft : withService(draft, service);
}

/** Who tells what ails them, or names a department or a hospital, wants to see a doctor. */
async function impliedService(scene: Scene, draft: Draft): Promise<Draft> {
  if (draft.service !== null || (draft.complaint === null && draft.wanted === null && draft.named === null))
    return draft;
  const visit = (await scene.appointments.services(draft.place)).find(({ id }) => id === 'green-channel');
  return visit === undefined ? draft : withService(draft, visit);
}

/** Neither an answer nor a question of its own: asked again. */
async function unclear(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const { text, plain, raw } = turn;
  const { understanding } = scene.work;
  if (understanding.social === 'bye') return bye(scene, draft);
  if (RESUMES.test(text)) return askAgain(scene, draft, words.goOn);
  if (draft.waiting?.question.about === 'phone' && NO_PHONE.test(text))
    return askAgain(scene, draft, words.anyPhone);
  const weight = understanding.asks.flatMap((a) => a.focus).reduce((sum, { weight }) => sum + weight, 0);
  if (isAsking(text) && weight >= OWN_QUESTION) return null;
  if (leavingIn(scene, draft, turn) === 'rather') return leave(scene, draft);
  if (saysKnown(scene, draft, turn)) return askAgain(scene, draft, words.kept);
  if (hearId(raw)?.valid === false) return askOnceMore(scene, draft, words.badId);
  const passing =
    understanding.social !== null ||
    taskIn(text, scene.house.lexicon, false) === draft.task ||
    (draft.tries === 0 && hearAssent(plain) === 'yes') ||
    // The day that was asked for, once more: it is one of several times of that day that is asked for.
    (draft.waiting?.question.about === 'slot' && hearWhen(plain, scene.now) !== null);
  if (draft.waiting?.question.about === 'who' && draft.tries > 0)
    return askOnceMore(scene, draft, words.helpWho);
  if (draft.waiting?.question.about === 'code') return askOnceMore(scene, draft, words.codeUnheard);
  if (draft.waiting?.question.about === 'provider' && hearAssent(plain) === 'unclear')
    return askOnceMore(scene, draft, words.unsureProvider);
  return askOnceMore(scene, draft, passing ? '' : words.unclear);
}

/** Whether it tells once more what is known already: for whom, which hospital or department, when. */
function saysKnown({ house, now }: Scene, draft: Draft, { plain, right }: Turn): boolean {
  const { task, who, provider, department, slot } = draft;
  if (task !== 'book' || plain.length > SHORT) return false;
  const heard = hearWhen(plain, now);
  const when = heard !== null && 'when' in heard ? heard.when : null;
  const wanted = hearDepartment(plain);
  return (
    (who !== null && hearWho(right, house.lexicon, true)?.relation === who.relation) ||
    (provider !== null && hearName(plain, [provider.name]) !== null) ||
    (department !== null && wanted !== null && departmentCalled(wanted, [department.name]) !== null) ||
    (slot !== null && when !== null && (when.soonest || fits(slot, when)))
  );
}

/** What was said so far stays: whoever comes back goes on from there. */
const bye = (scene: Scene, draft: Draft): Outcome => ({
  reply: replyOf(words.byeOpen),
  booking: { ...scene.booking, draft },
  place: null,
});

/** Why a question is put is told here; anything else is not booking's. */
function explain(scene: Scene, draft: Draft, { text }: Turn): Outcome | null {
  const about = draft.waiting?.question.about;
  if (WHY.test(text)) {
    if (about === 'name') return askAgain(scene, draft, words.whyName);
    if (about === 'phone') return askAgain(scene, draft, words.whyPhone);
    if (about === 'id') return askAgain(scene, draft, words.whyId);
  }
  return null;
}

/** Begins what the turn asks for. */
export async function begin(scene: Scene, task: Task): Promise<Outcome> {
  const turn = turnOf(scene);
  const draft = newDraft(task, scene.work.home?.adcode ?? null);
  if (task !== 'book') return manage(scene, heardFor(scene, draft, turn), turn);
  const services = await scene.appointments.services(draft.place);
  // 接着给我约: another of the same, unless more is said.
  const same = scene.booking.known.length > 0 && turn.plain.length < SHORT;
  const service = same
    ? hearService(turn.plain, services)
    : serviceWished(turn.plain, services, scene.house.lexicon);
  const begun = service === null ? draft : withService(draft, service);
  const told = telling(nothingTold, words.begin);
  const implied = await impliedService(scene, listen(scene, begun, turn, null));
  const last = implied.service === null ? scene.booking.known.at(-1) : undefined;
  const before = last === undefined ? null : await scene.appointments.byId(last);
  const again = services.find(({ id }) => id === before?.service.id);
  const heard = again === undefined ? implied : withService(implied, again);
  return (await proceedFrom(scene, begun, turn)) ?? arrange(scene, heard, told);
}

/** An opening that names a doubtful day is asked back at once. */
async function proceedFrom(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const heard = hearWhen(turn.plain, scene.now);
  return heard !== null && 'doubt' in heard ? proceed(scene, draft, turn) : null;
}

/** What the turn says of the task besides naming the appointment. */
function heardFor(scene: Scene, draft: Draft, turn: Turn): Draft {
  if (draft.task === 'tell') return listenToFamily(draft, turn);
  return draft.task === 'reschedule' ? listenToChange(scene, draft, turn) : draft;
}

const CHANGES = /改|换|挪|推|调|提前|延|往[前后]/u;

/** What stands after 改到 is wanted; what stands before it names the old one. */
function listenToChange(scene: Scene, draft: Draft, turn: Turn): Draft {
  const at = turn.plain.search(CHANGES);
  const heard = hearWhen(at < 0 ? turn.plain : turn.plain.slice(at), scene.now);
  return heard !== null && 'when' in heard ? { ...draft, when: heard.when } : draft;
}
