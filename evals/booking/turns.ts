import type { Draft } from '../../src/bot/book/draft.js';
import { type Conversation, newConversation } from '../../src/bot/conversation.js';
import type { Reply } from '../../src/bot/reply.js';
import { findRegion } from '../../src/knowledge/regions.js';
import type { Subject } from '../support/subject.js';
import type { Expected, TurnCase } from './turn.js';
import { botIn, openWorld } from './world.js';

const HERE = '我在怀化鹤城区，';
const EYES = [
  `${HERE}想给我妈挂个号，她眼睛看不清`,
  ...['第一个', '礼拜三上午', '第一个', '张桂花', '13874512345', '对，约吧'],
];
const BONES = [
  `${HERE}想给我妈挂个骨科的号`,
  ...['鹤城区人民医院', '礼拜四上午', '第一个', '张桂花', '13874512345', '对，约吧'],
];

/** What was said before each question is put. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  who: [`${HERE}想挂个号`],
  complaint: [`${HERE}想给我妈挂个号`],
  provider: EYES.slice(0, 1),
  slots: EYES.slice(0, 2),
  morning: EYES.slice(0, 3),
  name: EYES.slice(0, 4),
  phone: EYES.slice(0, 5),
  confirm: EYES.slice(0, 6),
  cancel: [...EYES, '帮我取消这个号'],
  move: [...EYES, '改到礼拜五上午8点'],
  which: [...EYES, ...BONES, '帮我取消一个号'],
  place: ['我想给我妈挂个号'],
  danger: [`${HERE}给我爸约个号，他这两天胸口闷`],
  after: EYES,
};

/** The relations of the plain words; all others are told by the speaker's own. */
const RELATIONS: Readonly<Record<string, string>> = {
  ...{ 自己: 'self', 母亲: 'mother', 父亲: 'father', 老伴: 'spouse', 邻居: 'neighbour' },
  ...{ 婆婆: 'mother-in-law', 公公: 'father-in-law', 岳母: 'mother-in-law', 岳父: 'father-in-law' },
  ...{ 奶奶: 'grandmother', 爷爷: 'grandfather', 外婆: 'grandmother', 外公: 'grandfather' },
  ...{ 兄弟: 'brother', 姐妹: 'sister' },
};

export interface Answered {
  /** `missed`: what was said was not taken; `wrong`: something else was. */
  verdict: 'right' | 'missed' | 'wrong';
  why: string;
  reply: Reply;
}

/** The conversation at one point, and what stands in the booking service. */
interface State {
  conversation: Conversation;
  reply: Reply;
  standing: string[];
}

/** Says the answer to its question, against the bot and the booking service, and looks at what became of it. */
export async function answerOne({ at, said, expect }: TurnCase, subject: Subject): Promise<Answered> {
  const world = await openWorld(subject.house.library.documents);
  try {
    const bot = botIn(world, subject);
    let conversation = newConversation();
    const say = async (text: string): Promise<State> => {
      const settled = await bot.handle({ text, region: null, conversation });
      // As it is stored between turns.
      conversation = JSON.parse(JSON.stringify(settled.conversation));
      const standing = (await world.standing()).map(({ start, department }) => `${start} ${department.name}`);
      return { conversation, reply: settled.reply, standing };
    };
    let before: State | undefined;
    for (const text of SCRIPTS[at] ?? []) before = await say(text);
    if (before === undefined) throw new Error(`no script leads to ${at}`);
    let after = await say(said);
    const faults = faultsIn(at, expect, before, after);
    if (expect.department !== undefined) {
      // The department is chosen once the hospital is.
      if (questionOf(after)?.about === 'provider') after = await say('第一个');
      faults.push(...departmentFault(expect, before, after));
    }
    return { ...worst(faults), reply: after.reply };
  } finally {
    await world.close();
  }
}

type Fault = Pick<Answered, 'verdict' | 'why'>;

function worst(faults: readonly Fault[]): Fault {
  const verdict = faults.some((f) => f.verdict === 'wrong')
    ? 'wrong'
    : faults.length > 0
      ? 'missed'
      : 'right';
  return { verdict, why: faults.map(({ why }) => why).join('；') };
}

const draftOf = ({ conversation }: State): Draft | null => conversation.booking.draft;
const questionOf = (state: State) => draftOf(state)?.waiting?.question ?? null;

/** Not as expected: missed where it is as it was before, wrong where it is something else. */
function fault(is: unknown, was: unknown, what: string): Fault {
  const untouched = is === null || is === undefined || JSON.stringify(is) === JSON.stringify(was);
  return { verdict: untouched ? 'missed' : 'wrong', why: `${what}：${JSON.stringify(is ?? null)}` };
}

/** Read-backs whose yes does something. */
const DOING: ReadonlySet<string> = new Set(['confirm', 'cancel', 'move']);

function faultsIn(at: string, expect: Expected, before: State, after: State): Fault[] {
  const faults: Fault[] = [];
  const [was, is] = [draftOf(before), draftOf(after)];
  const done = before.standing.join() !== after.standing.join();
  const does = expect.yes === true && DOING.has(at);
  if (does && !done) faults.push({ verdict: 'missed', why: '没有办' });
  if (!does && done) faults.push({ verdict: 'wrong', why: `办了：${after.standing.join()}` });
  faults.push(...dangerFaults(at, expect, after));
  if (at === 'place' || expect.place !== undefined) faults.push(...placeFaults(expect, after));
  const sameTask = is !== null && is.task === (was?.task ?? is.task);
  if (expect.who !== undefined) {
    const relation = RELATIONS[expect.who] ?? 'other';
    if (is?.who?.relation !== relation && !is?.who?.word.includes(expect.who))
      faults.push(fault(is?.who, was?.who, '谁'));
  } else if (sameTask && was?.who && is.who !== null && is.who.relation !== was.who.relation)
    faults.push(fault(is.who, was.who, '谁'));
  for (const field of ['name', 'phone'] as const) {
    const wanted = expect[field];
    // The number of whoever is told is not the patient's.
    if (field === 'phone' && wanted !== undefined && is?.booker.phone === wanted && is.task === 'tell')
      continue;
    const kept = wanted === undefined && (at === 'after' || !sameTask || expect.digits !== undefined);
    if (!kept && (wanted !== undefined || is?.[field]) && is?.[field] !== (wanted ?? was?.[field] ?? null))
      faults.push(fault(is?.[field], was?.[field], field === 'name' ? '姓名' : '电话'));
  }
  const { digits } = expect;
  if (digits !== undefined && is?.digits !== digits && !is?.phone?.includes(digits))
    faults.push(fault(is?.digits, was?.digits, '电话'));
  faults.push(...choiceFaults(at, expect, before, after));
  return faults;
}

function dangerFaults(at: string, { yes, no, danger }: Expected, { reply, conversation }: State): Fault[] {
  const alarmed = reply.kind === 'emergency' || conversation.pending?.kind === 'danger';
  if (danger && !alarmed) return [{ verdict: 'wrong', why: '没有听出危险' }];
  if (at === 'danger' && yes && reply.kind !== 'emergency') return [{ verdict: 'wrong', why: '没有叫打120' }];
  if (at === 'danger' && !no) return [];
  return !danger && alarmed ? [{ verdict: 'missed', why: '不是危险' }] : [];
}

function placeFaults({ place, other }: Expected, state: State): Fault[] {
  const adcode = draftOf(state)?.place ?? state.conversation.home;
  const name = adcode === null ? null : (findRegion(adcode)?.name ?? null);
  if (other) return draftOf(state)?.place ? [{ verdict: 'wrong', why: `地方：${name}` }] : [];
  if (place === undefined) return [];
  const same = name !== null && (place.includes(name) || name.includes(place.replace(/[市区县]$/u, '')));
  return same ? [] : [{ verdict: name === null ? 'missed' : 'wrong', why: `地方：${name}` }];
}

/** Saturday and Sunday, when nobody is there to be seen. */
const WEEKEND: ReadonlySet<number> = new Set([0, 6]);

/** Hospital, time, which of two, whether it goes on at all. */
function choiceFaults(at: string, expect: Expected, before: State, after: State): Fault[] {
  const faults: Fault[] = [];
  const [was, is, question] = [draftOf(before), draftOf(after), questionOf(after)];
  const { provider, slot, when, task, index } = expect;
  if (provider !== undefined && is?.provider?.name !== provider)
    faults.push(fault(is?.provider?.name, was?.provider?.name, '医院'));
  if (provider === undefined && is?.provider && is.provider.id !== was?.provider?.id)
    if (was?.provider || at === 'provider') faults.push(fault(is.provider.name, was?.provider?.name, '医院'));
  const start = is?.slot?.start.slice(0, 16);
  const free = when !== undefined || provider !== undefined || expect.department !== undefined;
  if (slot !== undefined ? start !== slot : start && is?.slot?.start !== was?.slot?.start)
    if (slot !== undefined || !(free || task !== undefined || at === 'after'))
      faults.push(fault(start, was?.slot?.start.slice(0, 16), '时间'));
  if (when !== undefined && !isOffered(when, after))
    faults.push(fault(is?.when?.days, was?.when?.days, '时间'));
  const unheard = after.reply.text.includes('没听明白');
  if (expect.more && (unheard || (question?.about !== 'slot' && question?.about !== 'provider')))
    faults.push({ verdict: 'missed', why: '没有给别的' });
  if (index !== undefined) {
    const day = is?.appointment?.start.slice(0, 10);
    if (day !== ['2026-11-25', '2026-11-26'][index]) faults.push(fault(day, undefined, '哪一个'));
  }
  if (expect.ends && is !== null) faults.push({ verdict: 'missed', why: '没有停下' });
  const mayEnd = expect.ends || expect.yes || expect.danger || ['cancel', 'move', 'place'].includes(at);
  if (!mayEnd && is === null && was !== null) faults.push({ verdict: 'wrong', why: '停下了' });
  if (expect.no && when === undefined && ['cancel', 'move'].includes(at) && is !== null)
    faults.push({ verdict: 'missed', why: '没有听出不' });
  const told = task === 'query' && is === null && after.reply.kind === 'booking';
  if (task !== undefined && is?.task !== task && !told) faults.push(fault(is?.task, was?.task, '要办的事'));
  if (at === 'after' && task === undefined && is !== null) faults.push(fault(is.task, undefined, '要办的事'));
  return faults;
}

/** Whether what is offered now lies within the days and hours; at a weekend, whether that nothing is free is said. */
function isOffered({ from, to, hours }: NonNullable<Expected['when']>, after: State): boolean {
  const [is, question] = [draftOf(after), questionOf(after)];
  const days = is?.when?.days[0];
  if (days !== undefined && days.from >= from && days.to <= to) return true;
  const offered = is?.slot ? [is.slot] : question?.about === 'slot' ? question.slots : [];
  const fits = offered.every(({ start }) => {
    const hour = Number(start.slice(11, 13));
    const [first, last] = hours ?? [0, 24];
    return start.slice(0, 10) >= from && start.slice(0, 10) < to && hour >= first && hour < last;
  });
  const weekend = WEEKEND.has(new Date(from).getUTCDay()) && after.reply.text.includes('没有号');
  return (offered.length > 0 && fits) || weekend;
}

function departmentFault({ department }: Expected, before: State, after: State): Fault[] {
  const wanted = [department ?? []].flat();
  const is = draftOf(after)?.department?.name;
  const asked = questionOf(after)?.about === 'department';
  if (asked ? wanted.some((name) => after.reply.text.includes(name)) : is && wanted.includes(is)) return [];
  return [fault(is, draftOf(before)?.department?.name, '科室')];
}
