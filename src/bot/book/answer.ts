import type { Slot } from '../../appointments/types.js';
import { arrange } from './arrange.js';
import type { Draft, Question } from './draft.js';
import { finish } from './finish.js';
import { hearAssent } from './hear/assent.js';
import { hearName, hearOrdinal } from './hear/choice.js';
import { hearService } from './hear/service.js';
import { hearWhen } from './hear/when.js';
import type { Turn } from './listen.js';
import { finishChange } from './manage.js';
import { askProvider, distinct, providersFor, withProvider } from './place.js';
import { words } from './replies.zh.js';
import { askAgain, nothingTold, type Outcome, type Scene, telling } from './scene.js';
import { fits } from './slots.js';

const MORE =
  /还有(?:别的|其他|其它|没有|吗|么|啥|哪|谁)|别的(?:医院|时间|家|呢)|其他|其它|换一(?:批|家|个|天)|都不(?:行|要|好|合适|方便|中)|再(?:晚|往后|说几个)|晚(?:一)?(?:点|些)|往后|不合适/u;
const EARLIEST = /最早|早的|早一点的|头一个|最前|前面(?:的|那)/u;
const LATEST = /最晚|晚的|靠后/u;
const ANY =
  /随便|都(?:行|可以|中|成|好|得)|你(?:看着|给)?(?:定|选|挑)|您(?:看着|给)?(?:定|选|挑)|无所谓|哪个都/u;

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
      const services = await scene.appointments.services(draft.place ?? '');
      const at = hearOrdinal(turn.plain, 3);
      const named = hearService(turn.plain, services);
      const id = named?.id ?? (['green-channel', 'health-check', 'family-doctor'] as const)[at ?? -1];
      const chosen = services.find((service) => service.id === id);
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
    case 'slot':
      return answerSlot(scene, draft, turn, question.shown);
    case 'calendar': {
      const lunar = /农历|阴历|老历|旧历|后(?:面|一)|第二/u.test(turn.plain);
      const solar = /公历|阳历|新历|国历|前(?:面|一)|第一/u.test(turn.plain);
      if (lunar === solar) return null;
      const days = [lunar ? question.lunar : question.solar];
      return { ...draft, when: { days, never: [], clock: null, soonest: false, said: question.said } };
    }
    case 'confirm':
      return answerConfirm(scene, draft, turn);
    case 'resume':
      return answerResume(scene, draft, turn);
    default:
      return null;
  }
}

export const withService = (
  draft: Draft,
  { id, name, byDepartment }: NonNullable<Draft['service']>,
): Draft => ({
  ...draft,
  service: { id, name, byDepartment },
  toldGrant: false,
  provider: null,
  department: null,
  slot: null,
});

async function answerProvider(
  scene: Scene,
  draft: Draft,
  { plain }: Turn,
  shown: string[],
): Promise<Outcome | Draft | null> {
  const all = await providersFor(scene, draft);
  const offered = shown.map((id) => all.find((p) => p.id === id)).filter((p) => p !== undefined);
  const ordinal = hearOrdinal(plain, offered.length);
  const named = ordinal === null ? hearName(plain, all.map(distinct)) : null;
  const chosen = ordinal !== null ? offered[ordinal] : named !== null ? all[named] : undefined;
  if (chosen !== undefined) return withProvider(draft, chosen);
  if (MORE.test(plain))
    return askProvider(scene, { ...draft, passed: [...draft.passed, ...shown] }, nothingTold, all);
  const [only, ...others] = offered;
  const any = ANY.test(plain) || /最近|近的|近一点/u.test(plain);
  return only !== undefined && (any || (others.length === 0 && hearAssent(plain) === 'yes'))
    ? withProvider(draft, only)
    : null;
}

async function answerSlot(scene: Scene, draft: Draft, turn: Turn, shown: string[]): Promise<Draft | null> {
  const { plain, corrects } = turn;
  const offered = await slotsCalled(scene, draft, shown);
  const take = (slot: Slot | undefined): Draft | null =>
    slot === undefined ? null : { ...draft, slot, when: null };
  const ordinal = hearOrdinal(plain, offered.length);
  if (ordinal !== null) return take(offered[ordinal]);
  const heard = corrects ? null : hearWhen(plain, scene.now);
  if (heard !== null && 'when' in heard && !heard.when.soonest && heard.when.never.length === 0) {
    const { when } = heard;
    // 九点 among offered mornings and afternoons may be either.
    const meant = offered.filter((slot) => fits(slot, when));
    const [only, ...others] = meant;
    if (only !== undefined && others.length === 0) return take(only);
    return null;
  }
  if (EARLIEST.test(plain) || (heard !== null && 'when' in heard && heard.when.soonest) || ANY.test(plain))
    return take(offered[0]);
  if (LATEST.test(plain)) return take(offered.at(-1));
  if (MORE.test(plain))
    return {
      ...draft,
      when: draft.when && { ...draft.when, soonest: false },
      passed: [...draft.passed, ...shown],
    };
  const assent = hearAssent(plain);
  if (assent === 'yes' && offered.length === 1) return take(offered[0]);
  return assent === 'no' && offered.length === 1 ? { ...draft, passed: [...draft.passed, ...shown] } : null;
}

async function slotsCalled(scene: Scene, draft: Draft, shown: readonly string[]): Promise<Slot[]> {
  const { provider, department, service } = draft;
  if (provider === null || service === null || department === null) return [];
  const found = await scene.appointments.slots({
    providerId: provider.id,
    departmentId: department.id,
    serviceId: service.id,
    limit: 1000,
  });
  const free = found.outcome === 'found' ? found.slots : [];
  return shown.map((id) => free.find((slot) => slot.id === id)).filter((slot) => slot !== undefined);
}

/** Only a clear yes books; something like one is asked for again. */
async function answerConfirm(scene: Scene, draft: Draft, { plain }: Turn): Promise<Outcome | null> {
  const change = draft.task === 'cancel' || draft.task === 'undo';
  const assent = change ? assentToChange(plain) : hearAssent(plain);
  if (assent === 'yes') return draft.task === 'book' ? finish(scene, draft) : finishChange(scene, draft);
  if (assent === 'unclear') return askAgain(scene, draft, words.confirmAgain);
  if (assent !== 'no') return null;
  if (draft.task === 'book') return askAgainShort(scene, draft, words.whatIsWrong);
  return { ...askAgain(scene, draft), ...leftAlone(scene, draft) };
}

/** 取消 is the yes to 取消吗, and the no to everything else. */
function assentToChange(plain: string): ReturnType<typeof hearAssent> {
  if (/不(?:取消|退|撤|要取消)|别(?:取消|退|撤)|先不|留着/u.test(plain)) return 'no';
  if (/^[^不别]{0,6}(?:取消|撤回|撤销|撤了|退了|退掉|退吧)/u.test(plain)) return 'yes';
  return hearAssent(plain);
}

function leftAlone({ booking }: Scene, draft: Draft): Outcome {
  const id = draft.appointment?.id;
  const known = id === undefined ? booking.known : [...booking.known.filter((k) => k !== id), id];
  return {
    reply: {
      kind: 'booking',
      text: words.leftChange,
      speech: words.leftChange,
      citations: [],
      suggestions: [],
      actions: [],
    },
    booking: { draft: null, known },
    place: null,
  };
}

/** The question still waits; what is wrong is asked without reading all of it again. */
function askAgainShort(scene: Scene, draft: Draft, text: string): Outcome {
  return {
    reply: {
      kind: 'booking',
      text,
      speech: text,
      citations: [],
      suggestions: ['换个时间', '名字错了', '电话错了', '不约了'],
      actions: [],
    },
    booking: { ...scene.booking, draft },
    place: null,
  };
}

async function answerResume(scene: Scene, draft: Draft, { plain }: Turn): Promise<Outcome | null> {
  const assent = hearAssent(plain);
  if (assent === 'yes' || /接着|继续/u.test(plain))
    return arrange(scene, { ...draft, waiting: null }, telling(nothingTold, words.goOn));
  if (assent !== 'no') return null;
  return {
    reply: {
      kind: 'booking',
      text: words.left,
      speech: words.left,
      citations: [],
      suggestions: [],
      actions: [],
    },
    booking: { ...scene.booking, draft: null },
    place: null,
  };
}
