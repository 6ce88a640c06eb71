import type { Appointment } from '../../../appointments/types.js';
import { anyOf } from '../../../language/any-of.js';
import { isAsking } from '../../understand/wants.js';
import { fits } from '../ask/slots.js';
import { type Draft, newDraft } from '../draft.js';
import { hearWhen, hearWhenOf } from '../hear/when.js';
import { appointmentsOf } from '../known/appointments-of.js';
import { slotOf } from '../known/change.js';
import { manage } from '../known/manage.js';
import { isProven } from '../known/prove.js';
import { ask, nothingTold, type Outcome, type Scene } from '../scene.js';
import type { Turn } from '../take/listen.js';
import { words } from '../words/replies.zh.js';
import { appointmentInWords } from '../words/tell.js';
import { leave } from './leaving.js';

/** 来不了, 没人送: said of an appointment it means that it cannot be kept, whatever day is named. */
const CANNOT_COME = anyOf(
  '不想(?:动|去|来|跑|走)',
  '(?:来|去|到|走|赶|出|送|陪|带|扶|领)不(?:了|成|脱|得|到(?!的)|上(?!的)|开身|过[来去])',
  '(?:没|冇|莫|没有|没得|冇得)(?:得)?(?:时间|空|工夫|功夫|车|人(?:送|陪|带|扶|领|接|引|跟|管|看))',
  '不得(?:闲|空)|脱不(?:开|了)身|抽不(?:出|开)|(?:请|批)不(?:到|了|下)?假',
  '[去来]不(?:了|成)医院',
);
/** 孙子办事, 要吃酒席: what else there is on the day that is named. */
const TAKEN_UP = anyOf(
  '有(?:别的|点|个|急)?事|办(?:事|喜事|酒|席|满月|丧|婚)|过事|结婚|娶|出嫁|嫁(?:人|女|闺女)',
  '吃(?:酒|席)|喜酒|走亲戚|出门|开会|上班|下乡|住院|摔|过世|没了|做(?:寿|生|酒)|上坟',
  '收(?:麦|苞谷|稻)|下(?:大)?[雨雪]|有约|撞(?:上|了|到)|冲(?:突|着|了)|碰(?:上|到)',
  '顾不[上得]|轮到|值班|考试|家长会|回来|要走|要去',
);
/** 到时候我准时去, 记住了: it is kept. */
const COMES =
  /准时|按时|一定(?:来|去|到)|会(?:来|去|到)|记(?:住|下|得|到)|晓得了|知道了|早点(?:去|来|到)|能(?:来|去|到)|来得了|去得了/u;
/** Somebody speaks of an appointment that they have. */
const OF_APPOINTMENT =
  /(?:约|挂|订|登记)(?:的|了|好|过|嘞|哩)|[那这]个?号(?!码)|[看查瞧][\p{Script=Han}]{1,4}[的那]个|那个?[^，。]{0,6}科/u;
/** Told in so many words what is to become of it. */
const SAYS_WHAT =
  /取消|退|撤|消|抹|划|不(?:去|来|要|看|做|约|挂|用)[了啦咧嘞咯哒]|算了|改|换|挪|推|调|移|延/u;
/** 那天去不成, and no more: perhaps another day will do. */
export const onlyHinders = (text: string): boolean => CANNOT_COME.test(text) && !SAYS_WHAT.test(text);
/** Whether it tells that somebody cannot come. */
export const tellsHindrance = (text: string): boolean => CANNOT_COME.test(text) && OF_APPOINTMENT.test(text);

/** 你看咋办: asked of what becomes of it. */
const WHAT_NOW =
  /[，,。\s]?(?:[你您恁](?:们)?[看说])?(?:这|那|该)?(?:咋|怎么|咋个|怎样|么样)(?:办|弄|整|搞)[呢啊呀嘛咯哩]?[？?]?$/u;
/** More is a story. */
const LONGEST = 60;

/**
 * Told that the day of an appointment will not do (俺妹子明天来不了, 四号孙子办事): whether it is to be moved, or given
 * up, is asked. Null where nothing of the kind is told.
 */
export async function askWhatBecomes(scene: Scene): Promise<Outcome | null> {
  const { text } = scene.work;
  if (text.length > LONGEST || isAsking(text.replace(WHAT_NOW, '')) || COMES.test(text)) return null;
  const cannot = CANNOT_COME.test(text);
  if (!cannot && !TAKEN_UP.test(text)) return null;
  const draft = newDraft('reschedule', scene.work.home?.adcode ?? null);
  const own = await appointmentsOf(scene, draft);
  const told = hearWhenOf(text, scene.now);
  const onDay = own.filter((one) => told !== null && told.days.length > 0 && fits(slotOf(one), told));
  const meant = onDay.length > 0 || told !== null ? onDay : cannot ? own : [];
  const [only, ...others] = meant;
  // Made in another call: the code is asked for once it is known what is to become of it.
  if (only === undefined && (own.length > 0 || !cannot || !OF_APPOINTMENT.test(text))) return null;
  return askWhatOf(scene, others.length === 0 ? (only ?? null) : null);
}

/** Asks whether an appointment is to be moved, or given up; `appointment` null: whichever it is. */
export function askWhatOf(scene: Scene, appointment: Appointment | null): Outcome {
  const draft = { ...newDraft('reschedule', scene.work.home?.adcode ?? null), appointment };
  return ask(scene, draft, nothingTold, { about: 'change' }, inWords(scene, appointment), [
    '改时间',
    '取消',
    '不动',
  ]);
}

const inWords = (scene: Scene, appointment: Appointment | null): string =>
  words.askWhatBecomes(
    appointment !== null && isProven(scene, appointment) ? appointmentInWords(appointment) : null,
  );

const STAYS = /不(?:用|要|消|必)?(?:改|换|动|退|取消)|留着|照旧|照样|还(?:是)?(?:去|来)(?!不)|没事|原来/u;
const GIVES_UP = /取消|退|撤|消|抹|划|不(?:要|去|看|来|约|挂|做)|算了|罢了|去了它|给(?:我|俺|额)去/u;
const MOVES =
  /改|换|挪|推|调|移|延|提前|往[前后]|另外?约|时间|日子|[哪另别]一?天|晚几?[天些点]|前一个|头一个/u;

/** 改个日子, 不要了, 后天吧: the answer to it; null where it is none. */
export async function answerWhatBecomes(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const { plain } = turn;
  if (STAYS.test(plain)) return leave(scene, draft);
  const heard = hearWhen(plain, scene.now, true);
  const when = heard !== null && 'when' in heard ? heard.when : null;
  const moves = MOVES.test(plain) || (when !== null && when.days.length + (when.clock === null ? 0 : 1) > 0);
  const gives = GIVES_UP.test(plain);
  // 不要改, 改成取消: which of the two is not clear.
  if (moves === gives) return null;
  const next: Draft = { ...draft, task: gives ? 'cancel' : 'reschedule', when, waiting: null, tries: 0 };
  return manage({ ...scene, booking: { ...scene.booking, draft: null } }, next, turn);
}
