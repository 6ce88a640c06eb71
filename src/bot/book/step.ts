import { isAsking } from '../understand/wants.js';
import { answer, withService } from './answer.js';
import { arrange } from './arrange.js';
import { type Draft, newDraft, type Task } from './draft.js';
import { hearAssent } from './hear/assent.js';
import { hearService } from './hear/service.js';
import { hearWhen } from './hear/when.js';
import { listen, type Turn, turnOf } from './listen.js';
import { manage } from './manage.js';
import { words } from './replies.zh.js';
import { dayInWords } from './say.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, telling } from './scene.js';
import { taskIn } from './task.js';

const LEAVES =
  /^(?:那|那就|就|我|俺|先|还是|嗯|唉|哎)*(?:不约了|不挂了|不预约了?|不看了|不去了|不办了|不弄了|不想约了|别约了|别挂了|算了|不用了|不要了|取消(?:吧|了)?|退出|拉倒|先不(?:约|挂|看)了?|改天(?:再(?:说|约))?|以后再说|下次再说)[吧了啊呀。！，,\s]*(?:谢谢(?:您|你)?|麻烦(?:您|你)了)?[。！]?$/u;
const RESTARTS = /重新(?:来|约|挂|开始|说)|从头(?:来|再来)|重来/u;
const RESUMES =
  /接着(?:约|挂|来|办|说)?|继续(?:约|挂|办)?|(?:刚才|刚刚|前面)(?:那个)?(?:号|预约|约)|回到(?:预约|挂号)/u;
const WHY =
  /(?:为(?:什么|啥|么子)|干(?:什么|啥|嘛)|做(?:什么|啥)|咋).{0,4}(?:要|问|留|用)|(?:要|问|留).{0,6}(?:干(?:什么|啥|嘛)|做(?:什么|啥)|有啥用)/u;
const WHERE = /(?:在|去|到)(?:哪|什么地方|啥地方)|地址|怎么走|咋走|远不远|多远/u;
/** A question about the rules, whatever else it names. */
const POLICY =
  /补贴|补助|津贴|低保|五保|三无|报销|医保|政策|规定|文件|能领|领多少|免费|多少钱|要钱|收费|条件|怎么申请|什么是|是什么/u;
const OWN_QUESTION = 1;

/** A turn while something is being arranged; null where it is about something else. */
export async function goOn(scene: Scene, draft: Draft): Promise<Outcome | null> {
  const turn = turnOf(scene);
  const question = draft.waiting?.question ?? null;
  if (LEAVES.test(turn.text.trim()) && draft.task !== 'cancel' && draft.task !== 'undo')
    return leave(scene, draft);
  if (RESTARTS.test(turn.text) && turn.text.length < 12 && draft.task === 'book')
    return arrange(scene, newDraft('book', draft.place), telling(nothingTold, words.goOn));
  if (scene.work.understanding.wantsRepeat) return null;
  const own = taskIn(turn.text, scene.work.told, scene.booking.known.length > 0);
  if (own === 'query' && draft.task === 'book')
    return scene.booking.known.length > 0 ? null : askAgain(scene, draft, words.notYet);
  if (isDigression(scene, turn)) return explain(scene, draft, turn);
  if (question !== null) {
    const taken = await answer(scene, draft, turn, question);
    if (taken !== null) return 'reply' in taken ? taken : proceed(scene, taken, turn);
  }
  return proceed(scene, draft, turn);
}

/** Puts in what the turn says besides, and goes on to the next question; null where it says nothing of this. */
async function proceed(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const question = scene.booking.draft?.waiting?.question ?? null;
  if (
    draft.task === 'cancel' ||
    draft.task === 'undo' ||
    draft.task === 'query' ||
    (draft.appointment === null && draft.task === 'reschedule')
  )
    return question?.about === 'locate' || question?.about === 'which'
      ? manage(scene, draft, turn)
      : unclear(scene, draft, turn);
  const doubt = hearWhen(turn.plain, scene.now);
  if (doubt !== null && 'doubt' in doubt && question?.about !== 'name' && question?.about !== 'phone') {
    const { solar, lunar, said } = doubt.doubt;
    const text = words.askCalendar(said, dayInWords(solar.from), dayInWords(lunar.from));
    return ask(
      scene,
      listen(scene, draft, turn, question),
      nothingTold,
      { about: 'calendar', ...doubt.doubt },
      text,
      ['农历', '公历'],
    );
  }
  const services =
    draft.service === null || turn.corrects || /换|改/u.test(turn.text)
      ? await scene.appointments.services(draft.place ?? '')
      : [];
  const service = hearService(turn.right, services);
  const chosen = service !== null && service.id !== draft.service?.id ? withService(draft, service) : draft;
  const next = listen(scene, chosen, turn, question);
  if (same(next, scene.booking.draft)) return unclear(scene, draft, turn);
  const noted = question?.about === 'confirm' ? telling(nothingTold, words.noted) : nothingTold;
  return arrange(scene, { ...next, tries: 0 }, noted);
}

const same = (a: Draft, b: Draft | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Neither an answer nor a question of its own: asked again. */
function unclear(scene: Scene, draft: Draft, turn: Turn): Outcome | null {
  if (scene.work.understanding.social === 'bye') return bye(scene, draft);
  if (RESUMES.test(turn.text)) return askAgain(scene, draft, words.goOn);
  const assent = hearAssent(turn.plain);
  const before = draft.tries === 0 && assent === 'yes' ? '' : words.unclear;
  return askAgain(scene, { ...draft, tries: draft.tries + 1 }, before);
}

const bye = (scene: Scene, draft: Draft): Outcome => ({
  ...askAgain(scene, draft),
  reply: {
    kind: 'booking',
    text: words.byeOpen,
    speech: words.byeOpen,
    citations: [],
    suggestions: [],
    actions: [],
  },
});

async function leave(scene: Scene, draft: Draft): Promise<Outcome> {
  if (draft.hold !== null) await scene.appointments.release(draft.hold.id);
  return end(scene, telling(nothingTold, draft.task === 'book' ? words.left : words.leftChange), {
    ...(draft.appointment === null ? {} : { known: draft.appointment.id }),
  });
}

function isDigression({ work }: Scene, { text }: Turn): boolean {
  if (!isAsking(text)) return false;
  if (POLICY.test(text) || WHY.test(text) || WHERE.test(text)) return true;
  return (
    false &&
    work.understanding.asks.some((a) => a.focus.reduce((sum, c) => sum + c.weight, 0) >= OWN_QUESTION)
  );
}

/** Why a question is put, and where the hospital is, are told here; anything else is not booking's. */
function explain(scene: Scene, draft: Draft, { text }: Turn): Outcome | null {
  if (WHY.test(text)) {
    const about = draft.waiting?.question.about;
    if (about === 'name') return askAgain(scene, draft, words.whyName);
    if (about === 'phone') return askAgain(scene, draft, words.whyPhone);
    if (about === 'id') return askAgain(scene, draft, words.whyId);
  }
  if (WHERE.test(text) && draft.provider !== null && !POLICY.test(text))
    return askAgain(scene, draft, words.address(draft.provider.name, draft.provider.address));
  return null;
}

/** Begins what the turn asks for. */
export async function begin(scene: Scene, task: Task): Promise<Outcome> {
  const turn = turnOf(scene);
  const draft = newDraft(task, scene.work.home?.adcode ?? null);
  if (task !== 'book') {
    const from = task === 'reschedule' ? listenToChange(scene, draft, turn) : draft;
    return manage({ ...scene, booking: { ...scene.booking, draft: null } }, from, turn);
  }
  const services = await scene.appointments.services(draft.place ?? '');
  const service = hearService(turn.plain, services);
  const told = telling(nothingTold, words.begin);
  return arrange(
    scene,
    listen(scene, service === null ? draft : withService(draft, service), turn, null),
    told,
  );
}

const CHANGES = /改|换|挪|推|调|提前|延/u;

/** What stands after 改到 is wanted; what stands before it names the old one. */
function listenToChange(scene: Scene, draft: Draft, turn: Turn): Draft {
  const at = turn.plain.search(CHANGES);
  const heard = hearWhen(at < 0 ? turn.plain : turn.plain.slice(at), scene.now);
  return heard !== null && 'when' in heard ? { ...draft, when: heard.when } : draft;
}
