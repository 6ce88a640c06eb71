import { PAUSES } from '../../../language/pauses.js';
import { isAsking } from '../../understand/wants.js';
import type { Draft, Question } from '../draft.js';
import { hearLeaving, type Leaving } from '../hear/leaving.js';
import { hearWho } from '../hear/who.js';
import { end, nothingTold, type Outcome, type Scene, telling } from '../scene.js';
import { listen, type Turn } from '../take/listen.js';
import { words } from '../words/replies.zh.js';

const LEAVES =
  /^(?:那|那就|就|我|俺|先|还是|嗯|唉|哎|再说吧?|以后再说|，|,)*(?:再说吧|不约了|不挂了|不预约了?|不看了|不去了|不办了|不弄了|不想约了|不想挂了|别约了|别挂了|算了|不用了|不要了|取消(?:吧|了)?|退出|拉倒|先不(?:约|挂|看)了?|改天(?:再(?:说|约))?|以后再说|下次再说)(?:[吧了啊呀。！，,\s]|谢谢(?:您|你)?|麻烦(?:您|你)了|不约了|不挂了|不看了|不去了|算了|再说|太远|太贵|没(?:别的|什么|啥)?事?了|挂了|再见|拜拜)*$/u;

/** 不用了，俺儿说他给约好了: somebody else has booked. */
const ELSEWHERE =
  /(?:[他她儿女姐哥弟妹娃]|媳妇|女婿|孙子|外孙|家里人?|村里|老伴)[^，,。！？?]{0,10}(?:约|挂|订)(?:好|上|过|到)了/u;
const NO_NEED = /不(?:用|要|消|约|挂|办|弄|麻烦)(?:你们?|您)?了/u;

/** 打错了，我是要打给我儿子的. */
const WRONG_NUMBER = /^(?:哎呀?|哦|噢|啊|嗯|不好意思|对不起|我|俺|额|是|好像|[，,。\s])*打错(?:电话)?了/u;

/** 不约了, 算了，太远: nothing but that. */
export const leavesOutright = (text: string): boolean =>
  LEAVES.test(text) ||
  (text.length <= LONGEST && (WRONG_NUMBER.test(text) || (ELSEWHERE.test(text) && NO_NEED.test(text))));

/** 想给他约个号…算了，他说不看了: what was wished is given up before anything was asked. */
const TAKEN_BACK =
  /(?<=[，,。！!？?\s])(?:(?:那|就|也|还是|先|唉|哎|他说|她说|又说|人家说|我看)*(?:算了|不(?:用|想|要)?(?:约|挂|看)了)[吧啊呀嘛，,。！!\s]*)+$/u;
export const isTakenBack = (text: string): boolean => TAKEN_BACK.test(text);
/** More is a story. */
const LONGEST = 50;

/** Questions to which the whole wish may be given up in any words. */
const LEFT_AT: ReadonlySet<string> = new Set([
  ...['place', 'service', 'who', 'complaint', 'provider', 'department', 'slot'],
  ...['name', 'spelling', 'phone', 'id', 'confirm'],
]);

/** How surely the turn gives up what is being booked, where it can be. */
export function leavingIn({ house }: Scene, { task, waiting }: Draft, { text }: Turn): Leaving {
  const about = waiting?.question.about;
  const may =
    about !== undefined &&
    LEFT_AT.has(about) &&
    (task === 'book' || (task === 'reschedule' && about === 'slot')) &&
    !hangsOn(text);
  return may ? hearLeaving(text, about, house.lexicon) : 'no';
}

/** Whether the question that waits is one at which the wish may be given up. */
export const mayBeLeft = (question: Question | null): boolean =>
  question !== null && LEFT_AT.has(question.about);

/** 算了，先给我姐姐挂: what is said besides goes on. */
export function givesUp(scene: Scene, draft: Draft, turn: Turn, question: Question | null): boolean {
  const leaving = leavingIn(scene, draft, turn);
  if (leaving !== 'surely' && leaving !== 'yes') return false;
  const who = hearWho(turn.right, scene.house.lexicon, false);
  if (who !== null && draft.who !== null && who.relation !== draft.who.relation) return false;
  return (
    leaving === 'surely' || JSON.stringify(listen(scene, draft, turn, question)) === JSON.stringify(draft)
  );
}

/** 要收钱不？收钱我就不约了: it hangs on what is asked in the same turn. */
export function hangsOn(text: string): boolean {
  const clauses = text.split(PAUSES).filter((clause) => clause !== '');
  const last = clauses.at(-1) ?? '';
  return clauses.slice(0, -1).some(isAsking) && IN_THAT_CASE.test(last);
}
const IN_THAT_CASE =
  /^(?!那)[^，。]{1,12}(?<!那[我俺额咱]?)就(?:要|得|不|算|再|先|莫|别|懒)|^(?:要是|如果|万一)/u;

/** Ends what is being arranged; the time that was held is free again. */
export async function leave(scene: Scene, { hold, task, appointment }: Draft): Promise<Outcome> {
  if (hold !== null) await scene.appointments.release(hold.id);
  const text = task === 'book' ? words.left : words.leftChange;
  return end(scene, telling(nothingTold, text), { appointment });
}
