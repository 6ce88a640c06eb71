import type { Instant, Slot } from '../../../appointments/types.js';
import type { Clock, Draft, When } from '../draft.js';
import { hearAssent } from '../hear/assent.js';
import { plusDays, todayOf, weekdayOfDay } from '../hear/days.js';
import { ask, end, nothingTold, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { clockOnly, dayInWords, grouped } from '../words/say.js';
import { fits } from './slots.js';

/** Somebody wants to wait for a place: 候补, 排队等. */
export const WAITS = /候补|候着|排(?:个|上|着|一下)?队|排上|等(?:着|那天|空|退)/u;

/** 要 to 要吗, which to a read-back is no yes. */
export const TAKES = /^(?:我|那|就)*要(?:的|吧|了|啊|排)?[，,。！!]?$/u;

/** When a place may be waited for, half open. */
export interface Span {
  from: Instant;
  to: Instant;
}

/** As far ahead as anybody is let wait. */
const WAITED_DAYS = 14;
/** Who names an hour may wait for the whole day: half a day is the least that is told apart. */
const LEAST_HOURS = 120;
const DAY: Clock = { from: 0, to: 1440 };

const two = (value: number): string => String(value).padStart(2, '0');

const instantAt = (day: string, minutes: number): Instant =>
  minutes >= DAY.to
    ? instantAt(plusDays(day, 1), minutes - DAY.to)
    : `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+08:00`;

const anyDay = ({ now }: Scene): Span => ({
  from: instantAt(todayOf(now), 0),
  to: instantAt(plusDays(todayOf(now), WAITED_DAYS), DAY.to),
});

/**
 * The day and hours asked for, where the department sees people at such hours of other weeks, so that it must be full
 * now; null where nothing shows that it has hours then at all.
 */
export function fullOn({ days, clock }: When, free: readonly Slot[]): Span | null {
  const [day, ...others] = days;
  if (day === undefined || others.length > 0 || plusDays(day.from, 1) !== day.to) return null;
  const said = clock ?? day.clock ?? DAY;
  const hours = said.to - said.from < LEAST_HOURS ? DAY : said;
  const weekday = weekdayOfDay(day.from);
  const like = (slot: Slot): boolean =>
    weekdayOfDay(slot.start.slice(0, 10)) === weekday &&
    fits(slot, { days: [], never: [], clock: hours, soonest: false, said: '' });
  return free.some(like)
    ? { from: instantAt(day.from, hours.from), to: instantAt(day.from, hours.to) }
    : null;
}

/** How a place that comes free is told of. */
export const howTold = (scene: Scene): string => (scene.sendsMessages ? words.waitTold : words.waitAsk);

/** Everything is full: whether the person wants to wait. */
export function askWaiting(scene: Scene, draft: Draft, told: Told): Outcome {
  const full = draft.full ?? anyDay(scene);
  const text = `${words.allFull(draft.department?.name ?? '', draft.provider?.name ?? '')}${words.askWaiting(howTold(scene))}`;
  return ask(scene, { ...draft, full }, told, { about: 'waiting' }, text, ['排候补', '换一家医院', '不用了']);
}

export function answerWaiting(scene: Scene, draft: Draft, plain: string): Outcome | Draft | null {
  const assent = TAKES.test(plain) ? 'yes' : hearAssent(plain);
  if (assent === 'yes' || (WAITS.test(plain) && assent !== 'no')) return { ...draft, waits: true };
  const none = telling(nothingTold, words.noSlots(draft.department?.name ?? '', draft.provider?.name ?? ''));
  return assent === 'no' ? end(scene, none) : null;
}

/** What is waited for, in one line. */
export function readBackWaiting({ name, phone, provider, department, full }: Draft): string {
  return words.readBack([
    `候补，姓名${name ?? ''}`,
    `${provider?.name ?? ''}，${department?.name ?? ''}`,
    full === null ? '' : spanInWords(full),
    `手机${grouped(phone ?? '')}`,
  ]);
}

/** 11月25日星期三上午8:00到12:00; 11月22日星期天到12月6日星期天. */
function spanInWords({ from, to }: Span): string {
  const first = from.slice(0, 10);
  const last = to.slice(11, 16) === '00:00' ? plusDays(to.slice(0, 10), -1) : to.slice(0, 10);
  if (first !== last) return `${dayInWords(first)}到${dayInWords(last)}`;
  const whole = from.slice(11, 16) === to.slice(11, 16);
  return whole ? dayInWords(first) : `${dayInWords(first)}${clockOnly(from)}到${clockOnly(to)}`;
}
