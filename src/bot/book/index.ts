import type { LocalDateTime } from '../../language/calendar.js';
import { readPolarity } from '../../language/polarity.js';
import { asksForAnything } from '../assess/relevant.js';
import type { House } from '../house.js';
import { inWords } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { ABOUT_BOOKING } from '../understand/intent-rules.js';
import { isAsking } from '../understand/wants.js';
import type { Ending, Work } from '../work.js';
import type { Task } from './draft.js';
import { hearAssent } from './hear/assent.js';
import { repaired } from './hear/repair.js';
import { tellOffer } from './known/offered.js';
import { keepForCaller, offerToResume } from './known/resume.js';
import { type BookingParts, end, nothingTold, type Outcome, type Scene, telling } from './scene.js';
import { begin } from './step.js';
import { beginFirst, goOnBeside, tellBeside } from './take/beside.js';
import { asksForWhatIsNotBooked, asksWhatAPlaceDoes, isBookedThere } from './wish/asked-of-others.js';
import { askWhatBecomes, askWhatOf, onlyHinders, tellsHindrance } from './wish/hinders.js';
import { isTakenBack } from './wish/leaving.js';
import { likelyTask } from './wish/likely-task.js';
import { asksWhatIsWritten, taskIn } from './wish/task.js';
import { words } from './words/replies.zh.js';
import { replyOf } from './words/say.js';

export type { Booking } from './draft.js';
export type { BookingParts } from './scene.js';

/** Takes the turn where something is being booked, or is to be; else leaves the work as it is. */
export function bookTurn(parts: BookingParts | undefined) {
  return async (work: Work, house: House, now: LocalDateTime): Promise<Work | Ending> => {
    const { booking, pending } = work.conversation;
    // Another question of ours was put since, and this answers it.
    if (pending?.kind === 'place' && work.understanding.places.length > 0)
      return parts === undefined
        ? work
        : placeTold({ ...parts, work, house, now, booking, caller: work.caller });
    if (
      pending?.kind === 'fact' &&
      work.answered !== null &&
      work.answered.heard !== 'unclear' &&
      work.answered.heard !== 'beside'
    )
      return work;
    if (parts === undefined)
      return taskIn(work.text, house.lexicon, false) === null ? work : { ending: 'cannot_book' };
    const scene: Scene = { ...parts, work, house, now, booking, caller: work.caller };
    const outcome = await turnIn(scene);
    if (outcome === null) return work;
    await keepForCaller(scene, outcome);
    return { ending: 'booking', ...outcome };
  };
}

/** Where the place was asked for, of a question that is a wish wherever it can be booked. */
async function placeTold(scene: Scene): Promise<Work | Ending> {
  const { work } = scene;
  const [place] = work.understanding.places;
  const said = inWords(work.conversation.lastAsks.slice(-1));
  if (place === undefined || work.understanding.asks.length > 0) return work;
  if (!(await isBookedThere(scene, said, place.region))) return work;
  const there = { ...scene, work: { ...work, home: place.region, text: said, heard: said } };
  return { ending: 'booking', ...(await begin(there, 'book')), place: place.region.adcode };
}

async function turnIn(scene: Scene): Promise<Outcome | null> {
  const { work, booking } = scene;
  if (booking.draft !== null) return goOnBeside(scene, booking.draft);
  const { pending } = work.conversation;
  if (pending?.kind === 'visit' && takesVisit(scene))
    return begin(afterwards(scene, `${pending.said}，挂个号`), 'book');
  // The yes that booked, heard twice.
  if (pending?.kind === 'booking' && booking.known.length > 0 && hearAssent(work.text) === 'yes')
    return { reply: replyOf(words.already), booking, place: null };
  // An appointment was spoken of, though perhaps only the number that calls is known of it.
  const known = booking.known.length > 0 || (pending?.kind === 'booking' && scene.caller !== null);
  const wish = wishIn(work, scene.house, known);
  const task = wish === 'book' && !known && (await asksForWhatIsNotBooked(scene)) ? null : wish;
  if (known && task === null && NAME_WRONG.test(work.text))
    return end(scene, telling(nothingTold, words.nameStands), { suggestions: ['撤销'] });
  const offered = await tellOffer(scene);
  if (offered !== null) return offered;
  const resumed = await offerToResume(scene, task);
  if (resumed !== null) return resumed;
  if (task === 'cancel' && onlyHinders(work.text)) {
    const asked = await askWhatBecomes(scene);
    if (asked !== null) return asked;
  }
  if (task === 'query' && !known && saysNotWhat(work, scene.house)) return askWhatOf(scene, null);
  if (task === 'book' && isTakenBack(work.text)) return end(scene, telling(nothingTold, words.left), {});
  if (task !== null) return beginFirst(scene, task);
  return (await askWhatBecomes(scene)) ?? tellBeside(scene);
}

/** 去医院看, 叫大夫看看吧, 挂号: what was offered, in other words. */
const GOES =
  /^(?:嗯|哦|好|行|对|那|就|我|俺|额|咱|也|是|[，,])*(?:(?:去|上|到|想|要|得|叫|让|请|找|给)(?!问)[^，。？?不没别吗]{0,8}(?:医院|看|瞧|瞅|查|挂|大夫|医生)|挂(?:个|一个)?号|看(?:病|医生|大夫|看)|医院)(?![^。]*[不没别莫吗？?])/u;
/** 要, 中，明天上午吧: said to the offer of an appointment. */
const takesVisit = ({ work, house }: Scene): boolean =>
  readPolarity(work.text) === 'yes' ||
  hearAssent(work.text) === 'yes' ||
  GOES.test(work.text) ||
  wishIn(work, house, false) === 'book';

/** The turn as it would have been, had all of it been said in one. */
function afterwards(scene: Scene, said: string): Scene {
  const { work } = scene;
  return { ...scene, work: { ...work, text: `${said}。${work.text}`, heard: `${said}。${work.heard}` } };
}

const NAME_WRONG = /(?:名字?|姓名?|字)[^，。]{0,5}(?:错|不对|要改|改一下)/u;

/** 晓得了，那天我早点去: it is kept as it is. */
const KEEPS_IT =
  /^(?:[嗯哦啊好行中对是]|要得|可以|晓得|知道|明白|记住|记下|记到|听到|听见|了|啦|咯|嘞|哩|[，,。！\s])+(?:那天|到时候|[那这]个?号|我|俺|额|就|也|会|肯定|一定|到时)*(?:早点|早些|准时|按时|提前)[^，。不改换]{0,6}(?:去|来|到|走|动身|出门|起)[^，。？?不改换]{0,4}$/u;

/** Questions whose answers are no wishes. */
const ANSWERED: ReadonlySet<string> = new Set(['fact', 'place', 'visit']);
const BENEFIT = /补[贴助]|津贴|待遇|报销|低保金|救助/u;
const OF_BENEFIT = /低保|医保|养老金/u;
const APPOINTMENT = /约|挂|号/u;
const OF_SOMEBODY = /我|俺|额|咱|老伴|[妈爸娘爹爷奶婆公]/u;

/** 你是二蛋家女子不？额要体检: somebody makes sure of whom they reached before they say what they wish. */
const ADDRESS =
  /^(?:(?:喂+|哎|诶|欸|嗯|啊|请问|那个|你好|您好|同志|姑娘|大姐|师傅|[，,。！!…\s])*(?:(?:你|您|恁)(?:们)?|这|这[里儿边]|那[边头]|对面)(?:是|就是|是不是|可是|不是)(?!说|不)[^，,。？?！!]{1,12}?(?:不是?|吗|么|吧|啵|没|哇|啊)?[？?，,。！!…\s]+)+(?=.{3,})/u;
const withoutAddress = (text: string): string =>
  text.length > LONGEST_ADDRESS ? text : text.replace(ADDRESS, '');
const LONGEST_ADDRESS = 200;

/** 额刚挂的那个眼科, 我是才将约骨科的, 我约的那个骨科: one that was made before is spoken of. */
const MADE_BEFORE =
  /(?:刚才?|才(?:将|刚|先)|[将降]才|刚刚|方才|头先|先头|上[回次]|昨[天儿日]|前[天儿])[^，,。？?]{0,4}(?:约|挂|订|登记)(?:过|好|了|上|下)?[^，,。？?]{0,8}[的个嘞哩德得]|(?<![想要得签])(?:约|挂|订)(?:过|好|了|上)?[的嘞哩][那这](?:个|一个|天|回|次)|(?:我|俺|额|咱)(?:约|挂|订)那个[^，,。？?]{0,8}(?:号|科|的)/u;
/** 再挂一个, 也给我约个: another is wished. */
const ANOTHER_ONE =
  /再|另|又|还(?:想|要|得|给)|也|重新|一样|照样|(?:想|要|得|[给帮替][^，,。]{1,3})(?:约|挂|订)(?!的|嘞|哩|好|过|了)|[约挂订](?:一?个|一下)/u;
/** 麻烦撤了吧, whatever is to be changed elsewhere: it is read back before it is done. */
const GIVEN_UP = /(?<!不)(?:撤|退|取消)(?:了|掉|吧|咯|去)/u;
const MOVES = /[改挪换推调移延]|提前|往[前后]|再来|晚几?[天点些]/u;
/** Log odds from which what is said of an appointment that was made is taken for a change of it. */
const LIKELY_CHANGE = -1.5;

/** What is wished of an appointment that was made before: none is made anew by it. Null: it is not heard what. */
function changeOf(text: string, { lexicon }: House): Task | null {
  if (GIVEN_UP.test(text)) return 'cancel';
  if (MOVES.test(text)) return 'reschedule';
  const likely = likelyTask(text, lexicon, true, LIKELY_CHANGE);
  if (likely === 'cancel' || likely === 'reschedule') return likely;
  return ASKS_OF_IT.test(text) || likelyTask(text, lexicon, true) === 'query' ? 'query' : null;
}

/** 是哪天来着, 帮我查查, 约上没有. */
const ASKS_OF_IT =
  /几[点号时]|[哪啥]|什么时|多会|[拜期周]几|时间|来着|记|忘|查|核|确认|问|看看|晓得|知道|[上好成着]了?(?:没|吗|么)|是不是|对不对|算不算|还在|怎么走|咋走/u;

/** 刚才约的那个眼科，先别腰了: of an appointment that was made before, and not what is to become of it. */
function saysNotWhat(work: Work, house: House): boolean {
  const text = withoutAddress(repaired(work.text));
  return ofOneMade(text) && changeOf(text, house) === null;
}

const ofOneMade = (text: string): boolean => MADE_BEFORE.test(text) && !ANOTHER_ONE.test(text);

/** 我记性不好，你再给我讲一遍, where an appointment is known. */
const TOLD_AGAIN =
  /再(?:给|跟|对)?(?:我|俺|额|咱)?(?:说|讲|念|报)(?:一)?(?:遍|道|次|回|下)[吧嘛呗咯啊看]?[。！]?$/u;

/** What the turn asks of the booking desk. */
export function wishIn(work: Work, house: House, known: boolean): Task | null {
  const text = withoutAddress(repaired(work.text));
  if (known && TOLD_AGAIN.test(text)) return 'query';
  const wish = wishSaid(work, text, house, known);
  return (wish === 'book' || wish === 'query') && ofOneMade(text) ? (changeOf(text, house) ?? 'query') : wish;
}

/** What answers a question of ours, or thanks, is a wish only if it surely is one. */
function wishSaid(
  { conversation, understanding }: Work,
  text: string,
  { lexicon }: House,
  known: boolean,
): Task | null {
  if (asksWhatIsWritten(text) || (known && KEEPS_IT.test(text))) return null;
  const sure = taskIn(text, lexicon, known);
  const answers = ANSWERED.has(conversation.pending?.kind ?? '') || understanding.social !== null;
  const task = sure ?? (answers ? null : likelyTask(text, lexicon, known));
  if (task === 'reschedule' && IS_TREATED.test(text)) return 'book';
  // 低保标准得改改, 补贴改到十二月发: nothing of an appointment.
  if (task !== 'book')
    return BENEFIT.test(text) || (OF_BENEFIT.test(text) && !APPOINTMENT.test(text)) ? null : task;
  // 怎么挂号: asked of nobody in particular.
  if (ABOUT_BOOKING.test(text) && !OF_SOMEBODY.test(text)) return null;
  // 看眼那个，俺妹子明天来不了: what was booked before will not do.
  if (tellsHindrance(text)) return null;
  // 叫中医给看看体质，要钱不; 瘫在床上，有没得补助: who asks what it costs, or brings in, is told that.
  const money = BENEFIT.test(text) || understanding.asks.some((ask) => ask.wants.includes('amount'));
  if ((money || LASTS.test(text)) && isAsking(text)) return null;
  if (sure !== null) return task;
  // 三无老人，吃饭穿衣要人帮: who names the class that benefits go by tells a case.
  if (classesNamedIn(text).size > 0) return null;
  // 公家能帮我些什么: helped, but by no appointment.
  return understanding.asks.some(asksForAnything) || asksWhatAPlaceDoes(text) ? null : task;
}

/** 去中医馆调一调: no appointment is moved by it. */
const IS_TREATED =
  /(?:中医|身[子体板]|气血|脾胃|药)[^，。]{0,8}调(?!到|成|个?时间|个?日子)|(?:大夫|医生|先生|郎中|师傅)[^，。]{0,6}?(?:给|帮|替)[^，。]{0,4}?调(?:一?调|理|养|治|一下身)/u;
/** How long something takes is asked of the policies. */
const LASTS = /多长时间|多久|几天[之以]?内/u;
