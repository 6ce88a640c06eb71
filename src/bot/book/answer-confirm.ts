import type { House } from '../house.js';
import { arrange } from './arrange.js';
import type { Draft } from './draft.js';
import { answerFamily } from './family.js';
import { finish } from './finish.js';
import { hearAgreement } from './hear/agreement.js';
import { type Assent, HEDGED, hearAssent } from './hear/assent.js';
import { familyToTell } from './hear/family.js';
import { takesBack } from './hear/meant.js';
import { hearWhen } from './hear/when.js';
import { finishWaiting } from './join-waiting.js';
import { listen, type Turn } from './listen.js';
import { finishChange } from './manage.js';
import { words } from './replies.zh.js';
import { replyOf } from './say.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, telling } from './scene.js';
import { fits } from './slots.js';

/** What is wrong, named without what is right: 名字错了. */
const WRONG_ONE =
  /^(?:不对|不是|嗯|呃|那个|就是|是|啊|哦|，|,|。)*(?:(?<name>(?:名字?|姓名?|人名)(?!.{0,4}[叫是][^错不]))|(?<phone>电话|手机|号码|手机号)|(?<time>时间|日子|钟点|点数|那天|哪天)|(?<provider>医院|地方)|(?<department>科室?|科别)|(?<who>人))(?:也|都)?(?:不对|错了?|弄错了?|搞错了?|记错了?|不行|要改|改一下|想换|换一?下?|改改|不合适)?(?:[，,]换一?(?:天|个|下|家)(?:时间|日子)?)?[了吧啊。！]*$/u;
const CHANGE_ONE =
  /^(?:我)?(?:想|要)?(?:换|改)(?:一?个|一?下|一?家)?(?:(?<name>名字|姓名)|(?<phone>电话|手机号?|号码)|(?<time>时间|日子|天|钟点)|(?<provider>医院|地方|家)|(?<department>科室?))[吧了。]*$/u;

/** Something that is read back, in a turn that takes back and of which nothing else was understood. */
const THING =
  /(?<name>名字?|姓名?)|(?<phone>电话|手机|号码)|(?<time>时间|日子|钟点|那天)|(?<provider>医院)|(?<department>科)/u;
/** After so many answers that were no clear yes a person is offered. */
const MOST_UNCLEAR = 2;
const DENIES = /^(?:哎|啊|哦|嗯|等一下|[，,\s])*(?:不对|错了|不是)/u;
const TAKES_BACK = /不对|不是|错|弄混/u;

/** Only a clear yes to what was read back books; something like one is asked for again. */
export async function answerConfirm(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | Draft | null> {
  if (draft.task === 'cancel' || draft.task === 'undo') return answerChange(scene, draft, turn);
  if (draft.task === 'tell') return answerFamily(scene, draft, turn, wasJustPut(scene, draft));
  const said = turn.plain.trim();
  const wrong = voided(draft, (WRONG_ONE.exec(said) ?? CHANGE_ONE.exec(said))?.groups);
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
  const assent = assentTo(scene, draft, { ...turn, plain: withoutKnown(scene, draft, turn.plain) });
  const heard = listen(scene, draft, turn, { about: 'confirm' });
  if (assent === 'yes' && !differs(draft, heard)) {
    if (!wasJustPut(scene, draft)) return askAgain(scene, draft);
    return draft.task !== 'book'
      ? finishChange(scene, draft)
      : draft.waits
        ? finishWaiting(scene, draft)
        : finish(scene, draft);
  }
  const part =
    differs(draft, heard) || !TAKES_BACK.test(said) ? null : voided(draft, THING.exec(said)?.groups);
  if (part !== null) return arrange(scene, part, nothingTold);
  if (assent === 'unclear' && !differs(draft, heard)) {
    const tries = draft.tries + 1;
    return askAgain(
      scene,
      { ...draft, tries },
      words.confirmAgain,
      tries > MOST_UNCLEAR ? words.orPerson : '',
    );
  }
  // 不对 and something that was not understood is no yes either: what is wrong is asked before all is read again.
  if (differs(draft, heard) || (assent !== 'no' && !DENIES.test(said))) return null;
  return draft.task === 'book' ? wrongHow(scene, draft) : leftAlone(scene, draft);
}

/** Whether the read-back is the last thing that was said: a yes to anything else agrees to something else. */
const wasJustPut = ({ work }: Scene, { waiting }: Draft): boolean =>
  waiting !== null && (work.conversation.lastReply?.text.includes(waiting.text) ?? false);

/** 对，就大后天: the time that was read back, said again, takes nothing from the yes. */
function withoutKnown({ now }: Scene, { slot }: Draft, plain: string): string {
  const heard = hearWhen(plain, now);
  if (slot === null || heard === null || !('when' in heard) || !fits(slot, heard.when)) return plain;
  const { said, days, never } = heard.when;
  return days.length === 0 || never.length > 0 ? plain : plain.replace(said, '');
}

/** What was put right by its sound may hold a doubt that was not (再说吧 is near to 再约吧). */
function assentTo({ house }: Scene, { task }: Draft, turn: Turn): Assent {
  if (HEDGED.test(turn.raw)) return 'unclear';
  const assent = hearAgreement(turn.plain, task === 'reschedule' ? 'move' : 'book', house.lexicon);
  if (assent === 'unclear' && isYesAndMore(turn)) return 'yes';
  return assent === 'no' && turn.corrects ? plainNo(turn) : assent;
}

/** 对，就是那一天: a clear yes, and beside it nothing that takes back, doubts or wants something else. */
function isYesAndMore({ raw, plain }: Turn): boolean {
  const said = putsOff(plain);
  const [yes = '', ...more] = said.split(/[，,。！!\s]+/u);
  const calm = !takesBack(said) && !TAKES_FROM.test(said) && !TAKES_FROM.test(putsOff(raw));
  return calm && more.join('').length <= LONGEST_MORE && hearAssent(yes) === 'yes';
}

/** 错一天 is said of what is put off. */
const putsOff = (text: string): string => text.replace(/错(?=[一两二三]天)/gu, '');

const LONGEST_MORE = 10;
const TAKES_FROM =
  /[不没别莫甭未改换挪推早晚退撤等先再吗呢么咋啥?？]|错|可是|但|只是|要是|如果|万一|怎么|什么|取消|想/u;

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

/** The draft without what is said to be wrong. */
function voided(draft: Draft, groups: Record<string, string | undefined> | undefined): Draft | null {
  if (groups === undefined) return null;
  if (groups.name !== undefined) return { ...draft, name: null };
  if (groups.phone !== undefined) return { ...draft, phone: null, digits: '' };
  if (groups.time !== undefined)
    return { ...draft, slot: null, when: null, passed: draft.slot === null ? [] : [draft.slot.id] };
  if (groups.provider !== undefined)
    return { ...draft, provider: null, department: null, slot: null, passed: [] };
  if (groups.department !== undefined)
    return { ...draft, department: null, complaint: null, wanted: null, slot: null };
  return { ...draft, who: null, name: null, idNumber: null };
}

/** The question still waits; what is wrong is asked without reading all of it again. */
const wrongHow = (scene: Scene, draft: Draft): Outcome => ({
  reply: replyOf(words.whatIsWrong, ['换个时间', '名字错了', '电话错了', '不约了']),
  booking: { ...scene.booking, draft },
  place: null,
});

const leftAlone = (scene: Scene, { appointment }: Draft): Outcome =>
  end(scene, telling(nothingTold, words.leftChange), { appointment });

/** Nothing but a yes and what is agreed to: 对，把号退了吧. */
const GIVES_UP =
  /^(?:对|是的?|好的?|行|中|嗯|哦|要|就|那|我|俺|确定|可以|麻烦|请|给我|帮我|都|把|将|它|这个|那个|号|预约|了|的|啊|呀|[，,。！!\s])*(?:取消|撤回|撤销|撤了|撤掉|退了|退掉|退吧|退号|退)(?:掉|了|吧|它|号|预约|这个|那个|啊|呀|嘛|谢谢|[，,。！!\s])*$/u;

/** 取消 is the yes to 取消吗. */
async function answerChange(scene: Scene, draft: Draft, { plain }: Turn): Promise<Outcome | null> {
  const assent = assentToChange(plain, scene.house);
  if (assent === 'yes') return wasJustPut(scene, draft) ? finishChange(scene, draft) : askAgain(scene, draft);
  if (assent === 'no') return leftAlone(scene, draft);
  return assent === 'unclear' ? askAgain(scene, draft, words.confirmAgain) : null;
}

/** 退掉，不要了: of what is given up, a no is a yes. */
const NOT_WANTED =
  /(?:不|莫|冇|没)(?:想)?(?:要|去|看|用|做|来|约|挂|办|弄)(?:它|他|那个)?(?:了|疗|啦|嘞|咯|哒|咧)/gu;

function assentToChange(plain: string, { lexicon }: House): Assent {
  if (/不(?:取消|退|撤|要取消|用取消)|别(?:取消|退|撤)|先不|留着/u.test(plain)) return 'no';
  const bare = plain.replace(NOT_WANTED, '');
  if (GIVES_UP.test(bare)) return 'yes';
  const heard = hearAgreement(plain, 'cancel', lexicon);
  const denied = heard === 'no' && bare !== plain;
  const assent = denied ? (hearAgreement(bare, 'cancel', lexicon) ?? 'unclear') : heard;
  // Whatever else is said beside it may be the 不 that was not heard: 算了，怖退了，还是去吧.
  return assent === null && /取消|退|撤/u.test(plain) ? 'unclear' : assent;
}
