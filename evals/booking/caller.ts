import { pinyin } from 'pinyin-pro';
import type { Draft } from '../../src/bot/book/draft.js';
import { spellOut } from '../../src/bot/book/hear/name.js';
import { toldByEar } from '../../src/bot/book/hear/name-characters.js';
import type { Asked, CardCase, Errand, Wanted } from './case.js';
import type { Caller, Heard } from './play.js';

/** A caller hangs up after so many turns. */
const PATIENCE = 20;
/** So often an errand is brought up again when it was not taken. */
const MOST_OPENS = 3;
/** So often what was read back wrongly is put right. */
const MOST_OBJECTIONS = 3;

/** Which fact of the card each question of the bot is answered from. */
const FACT_OF: Readonly<Record<string, Asked>> = {
  place: 'region',
  service: 'service',
  who: 'whom',
  complaint: 'what',
  department: 'what',
  provider: 'where',
  slot: 'slot',
  name: 'name',
  phone: 'phone',
  id: 'id',
  which: 'which',
  family: 'family',
  calendar: 'calendar',
  code: 'code',
  waiting: 'waiting',
  confirm: 'confirm',
  resume: 'confirm',
};

/** A caller who answers what is asked from a card of facts, and listens to what is read back. */
export function cardCaller({ calls, booked }: CardCase): Caller {
  const errands = [...calls];
  let errand: Errand | undefined;
  let asked = new Map<Asked, number>();
  let opened = 0;
  let objected = 0;
  let turns = 0;

  const wanted = (): readonly Wanted[] => errand?.wanted ?? booked;
  const begin = (): string | null => {
    errand = errands.shift();
    asked = new Map();
    [opened, objected] = [0, 0];
    return errand?.event ?? open();
  };
  const open = (): string | null => {
    if (errand === undefined || opened >= MOST_OPENS + errand.opens.length - 1) return null;
    return errand.opens[Math.min(opened++, errand.opens.length - 1)] ?? null;
  };
  const said = (fact: Asked): { text: string | null; last: boolean; times: number } => {
    const known: string | string[] | null = errand?.answers[fact] ?? null;
    const answers = Array.isArray(known) ? known : [known];
    const at = asked.get(fact) ?? 0;
    asked.set(fact, at + 1);
    return {
      text: answers[Math.min(at, answers.length - 1)] ?? null,
      last: at >= answers.length - 1,
      times: at,
    };
  };
  const tellsOther = (): boolean => !asked.has('family') && /\d{11}/u.test(String(errand?.answers.family));
  const confirm = (heard: Heard): string => {
    const { text, last } = said('confirm');
    const wrong = last ? wrongIn(heard, wanted(), said('service').text) : null;
    if (wrong === null) return text ?? '对';
    objected += 1;
    return objected > MOST_OBJECTIONS ? '算了，不约了' : wrong;
  };
  const answer = (heard: Heard): string | null => {
    const { pending, booking } = heard.conversation;
    const { draft } = booking;
    // Whoever else is to be booked for is asked about at once.
    if (heard.reply.appointment !== undefined && draft !== null && errands[0]?.event === undefined) {
      errand = errands.shift() ?? errand;
      asked = new Map();
      objected = 0;
    }
    // Nobody asks who else should know of it: that is said once it is booked.
    if (heard.reply.appointment !== undefined && draft === null && tellsOther()) return said('family').text;
    if (draft?.task === 'tell' && draft.waiting?.question.about === 'confirm') return '对，发吧';
    if (pending?.kind === 'danger') return said('danger').text ?? '没有，没有这些';
    if (pending?.kind === 'place') return said('region').text ?? '不知道';
    if (pending?.kind === 'fact') return '不清楚';
    // 要不要帮您约个号: what is wished of it, not the same sentence again.
    if (pending?.kind === 'visit') return said('service').text ?? open();
    const question = draft?.waiting?.question;
    const isPut = question !== undefined && (heard.reply.kind === 'booking' || pending?.kind === 'booking');
    if (draft === null || !isPut || pending?.kind !== 'booking')
      return heard.reply.kind === 'booking' ? begin() : open();
    const { about } = question;
    const moved = about === 'confirm' && draft.task === 'reschedule' ? dayMissed(draft, wanted()) : null;
    if (moved !== null && objected < MOST_OBJECTIONS) {
      objected += 1;
      return `不对，要改到${moved}`;
    }
    if (about === 'confirm' && draft.task !== 'book') return said('sure').text ?? confirm(heard);
    if (about === 'confirm') return confirm(heard);
    // The code is on the note at home.
    if (about === 'locate') return `{code}，${said('phone').text ?? ''}`;
    // 要改个时间，还是取消: who has other days on the card wants it moved.
    if (about === 'change') return errand?.answers.when == null ? '取消' : '改个时间';
    if (about === 'code') return said('code').text ?? '{tail}';
    if (about === 'slot') return chooseTime(question.slots, said, wanted(), errand?.answers.slot != null);
    if (about === 'department') return departmentIn(heard, wanted()) ?? said('what').text ?? '随便';
    if (about === 'spelling') {
      const { text } = said('name');
      return `${text ?? ''}，${spellOut(wanted().find((w) => text?.includes(w.name))?.name ?? '')}`;
    }
    return said(FACT_OF[about] ?? 'sure').text ?? '不知道';
  };
  return (heard) => {
    turns += 1;
    if (turns > PATIENCE) return null;
    if (heard === null) return turns === 1 ? begin() : open();
    if (errand?.event !== undefined && opened === 0) return open();
    return answer(heard);
  };
}

const ORDINALS = ['第一个', '第二个', '第三个'];

/**
 * When one can come, where none of the times offered will do, or not all of those that the card's own words choose from
 * (晚一点那个); else those words, or the first time that will do.
 */
function chooseTime(
  slots: readonly { start: string }[],
  said: (fact: Asked) => { text: string | null; times: number },
  booked: readonly Wanted[],
  own: boolean,
): string {
  const fits = ({ start }: { start: string }): boolean => booked.some((w) => start.startsWith(w.start));
  const first = slots.findIndex(fits);
  if (first < 0 || (own && !slots.every(fits))) {
    const { text, times } = said('when');
    if (text !== null && times < (first < 0 ? 2 : 1)) return text;
  }
  return said('slot').text ?? ORDINALS[first] ?? '第一个';
}

/** The department among those offered. */
function departmentIn({ reply }: Heard, booked: readonly Wanted[]): string | null {
  return booked.map(({ department }) => department).find((d) => d && reply.text.includes(d)) ?? null;
}

/** What is read back is compared with what was wanted; what differs is named. Null: all is right. */
function wrongIn(
  { reply, conversation }: Heard,
  booked: readonly Wanted[],
  asksFor: string | null,
): string | null {
  const draft = conversation.booking.draft;
  if (draft === null || booked.length === 0) return null;
  const faults = booked.map((wanted) => faultIn(draft, reply.speech, wanted, asksFor));
  return faults.some((fault) => fault === null)
    ? null
    : (faults.sort((a, b) => (b?.agrees ?? 9) - (a?.agrees ?? 9))[0]?.says ?? null);
}

/** The first thing read back that is not as `wanted`; `agrees`: how much before it is. */
function faultIn(
  draft: Draft,
  speech: string,
  wanted: Wanted,
  asksFor: string | null,
): { says: string; agrees: number } | null {
  const { name, phone, start, provider, department, service } = wanted;
  const isOther = service !== undefined && draft.service?.id !== service;
  const whole = start.length >= 10;
  const checks: [boolean, string][] = [
    [
      soundsSame(draft.name ?? '', name) && !tellsOther(draft.name ?? '', name, speech),
      `名字不对，叫${name}，${spellOut(name)}`,
    ],
    [draft.phone === phone, `电话不对，是${phone}`],
    [!isOther || asksFor === null, `不是约这个，换成${asksFor}`],
    [provider === undefined || draft.provider?.name === provider, `不是这家，我去${provider ?? ''}`],
    [department === undefined || draft.department?.name === department, `不是这个科，挂${department ?? ''}`],
    [(draft.slot?.start ?? '').startsWith(start), `时间不对，${whole ? `要${inWords(start)}` : '换一天'}`],
  ];
  const at = checks.findIndex(([holds]) => !holds);
  return at < 0 ? null : { says: checks[at]?.[1] ?? '', agrees: at };
}

function inWords(start: string): string {
  const [, half, hour, minutes] = /T(\d)(?:(\d)(?::(\d\d))?)?/u.exec(start) ?? [];
  const at = hour === undefined ? null : Number(`${half}${hour}`);
  const clock = at === null ? '' : `${at}点${minutes === '30' ? '半' : ''}`;
  const ofDay = half === undefined ? '' : (at ?? Number(half) * 12) < 12 ? '上午' : '下午';
  return `${Number(start.slice(5, 7))}月${Number(start.slice(8, 10))}号${ofDay}${clock}`;
}

/** When an appointment should be moved to, where another time is read back. */
function dayMissed({ slot }: Draft, wanted: readonly Wanted[]): string | null {
  const [only, ...others] = wanted;
  const right = wanted.length === 0 || wanted.some(({ start }) => slot?.start.startsWith(start));
  return right || only === undefined || others.length > 0 ? null : inWords(only.start);
}

/** What a listener cannot tell apart. */
const soundsSame = (one: string, other: string): boolean => pinyin(one) === pinyin(other);

/** Whether characters are explained that are not those of the name: 富贵的贵. */
const tellsOther = (heard: string, name: string, speech: string): boolean =>
  [...heard].some((char, i) => {
    const told = toldByEar(char);
    return char !== [...name][i] && told !== null && speech.includes(told);
  });
