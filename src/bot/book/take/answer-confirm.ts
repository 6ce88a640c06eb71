import type { Service } from '../../../appointments/types.js';
import { arrange } from '../ask/arrange.js';
import { answerFamily } from '../ask/family.js';
import { finish } from '../ask/finish.js';
import { finishWaiting } from '../ask/join-waiting.js';
import { fits } from '../ask/slots.js';
import { type Draft, withService } from '../draft.js';
import { hearAgreement } from '../hear/agreement.js';
import { type Assent, HEDGED } from '../hear/assent.js';
import { familyToTell } from '../hear/family.js';
import { serviceWished } from '../hear/service.js';
import { isYesAndMore, withoutTakingTime } from '../hear/yes-and-more.js';
import { ask, askAgain, askOnceMore, nothingTold, type Outcome, type Scene, wasJustPut } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { replyOf } from '../words/say.js';
import { answerChange, answerMove } from './answer-change.js';
import { beyond } from './beyond.js';
import { listen, type Turn } from './listen.js';
import { agreesToDay } from './same-day.js';
import { withoutTakenBack, withoutWrong } from './void.js';

const DENIES = /^(?:哎|啊|哦|嗯|等一下|[，,\s])*(?:不对|错了|不是)/u;

/** Only a clear yes to what was read back books; something like one is asked for again. */
export async function answerConfirm(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | Draft | null> {
  if (draft.task === 'cancel' || draft.task === 'undo') return answerChange(scene, draft, turn);
  if (draft.task === 'reschedule') return answerMove(scene, draft, turn);
  if (draft.task === 'tell') return answerFamily(scene, draft, turn, wasJustPut(scene, draft));
  const said = turn.plain.trim();
  const wrong = withoutWrong(draft, said);
  if (wrong !== null) return arrange(scene, wrong, nothingTold);
  const family = familyToTell(turn.plain);
  if (family !== null && !/\d{5}/u.test(turn.raw) && listen(scene, draft, turn, null).booker.phone === null)
    return ask(
      scene,
      draft,
      nothingTold,
      { about: 'family', word: family },
      words.askFamilyPhone(family),
      [],
    );
  const sameDay = draft.slot !== null && agreesToDay(draft.slot, said, scene.now) && !HEDGED.test(turn.raw);
  const assent = sameDay
    ? 'yes'
    : assentTo(scene, { ...turn, plain: await beyond(scene, draft, turn.plain) });
  const right = await beyond(scene, draft, turn.right);
  const listened = listen(scene, draft, { ...turn, right }, { about: 'confirm' });
  // 对着嘞，星期一: of the week that was read back.
  const heard = sameDay ? { ...listened, when: null } : listened;
  if (assent === 'yes' && !differs(draft, heard)) {
    if (!wasJustPut(scene, draft)) return askAgain(scene, draft);
    return draft.waits ? finishWaiting(scene, draft) : finish(scene, draft);
  }
  const part = differs(draft, heard) ? null : withoutTakenBack(draft, said);
  // 时间不对，要一号上午八点: that very time stands, and is said again as it was said.
  const again = part?.slot === null && (heard.when?.days.length ?? 0) > 0 ? heard.when : null;
  if (part !== null)
    return arrange(scene, again === null ? part : { ...part, when: again, passed: [] }, nothingTold);
  if (assent === 'unclear' && !differs(draft, heard)) return askOnceMore(scene, draft, words.confirmAgain);
  // 不对 and something that was not understood is no yes either: what is wrong is asked before all is read again.
  if (differs(draft, heard) || (assent !== 'no' && !DENIES.test(said))) return null;
  const service = OTHER.test(said) ? await otherService(scene, draft, turn) : null;
  return service === null ? wrongHow(scene, draft) : withService(draft, service);
}

const OTHER = /不是(?:要|想)?(?:约|办|签|做)?(?:这个|这样)|换成|改成|要约的是/u;

/** 不是约这个，换成中医调理. */
async function otherService(scene: Scene, draft: Draft, { right }: Turn): Promise<Service | null> {
  const services = await scene.appointments.services(draft.place);
  const wished = serviceWished(right, services, scene.house.lexicon);
  return wished === null || wished.id === draft.service?.id ? null : wished;
}

/** What was put right by its sound may hold a doubt that was not (再说吧 is near to 再约吧). */
function assentTo({ house }: Scene, turn: Turn): Assent {
  if (HEDGED.test(withoutTakingTime(turn.raw))) return 'unclear';
  const assent = hearAgreement(turn.plain, 'book', house.lexicon);
  if (assent !== 'yes' && isYesAndMore(turn)) return 'yes';
  return assent === 'no' && turn.corrects ? plainNo(turn) : assent;
}

const plainNo = ({ plain }: Turn): Assent =>
  /^(?:不对|错了|不是)?[了啊呀的吧，,。！!\s]*(?:(?:我|俺)?(?:想|要|得)改(?:一?下|改)?)?[了吧，,。！!\s]*$/u.test(
    plain,
  )
    ? 'no'
    : null;

/** Whether what was heard is other than what was read back; said again, it is no change. */
function differs(draft: Draft, heard: Draft): boolean {
  const kept = ({
    place,
    service,
    who,
    wanted,
    named,
    name,
    phone,
    idNumber,
    needs,
    booker,
    digits,
  }: Draft): string =>
    JSON.stringify([place, service, who, wanted, named, name, phone, idNumber, needs, booker, digits]);
  const sameTime =
    heard.when === null || draft.slot === null || heard.when.soonest || fits(draft.slot, heard.when);
  return kept(draft) !== kept(heard) || !sameTime;
}

/** The question still waits; what is wrong is asked without reading all of it again. */
const wrongHow = (scene: Scene, draft: Draft): Outcome => ({
  reply: replyOf(words.whatIsWrong, ['换个时间', '名字错了', '电话错了', '不约了']),
  booking: { ...scene.booking, draft },
  place: null,
});
