import type { Slot } from '../../appointments/types.js';
import type { Draft, When } from './draft.js';
import { hearAssent } from './hear/assent.js';
import { plusDays, todayOf, weekdayOfDay } from './hear/when.js';
import { words } from './replies.zh.js';
import { dayInWords, grouped } from './say.js';
import { ask, end, nothingTold, type Outcome, type Scene, type Told, telling } from './scene.js';
import { halfOf } from './slots.js';

/** Somebody wants to wait for a place: 候补, 排队等. */
export const WAITS = /候补|候着|排(?:个|上|着|一下)?队|排上|等(?:着|那天|空|退)/u;

/** Days that a place may be waited for, `YYYY-MM-DD`, half open. */
export interface Span {
  from: string;
  to: string;
}

/** As far ahead as anybody is let wait. */
const WAITED_DAYS = 14;

export const anyDay = (scene: Scene): Span => {
  const today = todayOf(scene.now);
  return { from: today, to: plusDays(today, WAITED_DAYS + 1) };
};

/**
 * The days asked for, where the department sees people on such days of other weeks, so that it must be full on these;
 * null where nothing shows that it has hours then at all.
 */
export function fullOn({ days }: When, free: readonly Slot[]): Span | null {
  const [day, ...others] = days;
  if (day === undefined || others.length > 0 || plusDays(day.from, 1) !== day.to) return null;
  const weekday = weekdayOfDay(day.from);
  const sees = free.some((slot) => {
    const [date = ''] = halfOf(slot).split(' ');
    return weekdayOfDay(date) === weekday && date !== day.from;
  });
  return sees ? { from: day.from, to: day.to } : null;
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
  const assent = hearAssent(plain);
  if (assent === 'yes' || (WAITS.test(plain) && assent !== 'no')) return { ...draft, waits: true };
  const none = telling(nothingTold, words.noSlots(draft.department?.name ?? '', draft.provider?.name ?? ''));
  return assent === 'no' ? end(scene, none) : null;
}

/** What is waited for, in one line. */
export function readBackWaiting({ name, phone, provider, department, full }: Draft): string {
  const last = full === null ? '' : plusDays(full.to, -1);
  const days =
    full === null
      ? ''
      : full.from === last
        ? dayInWords(last)
        : `${dayInWords(full.from)}到${dayInWords(last)}`;
  return words.readBack([
    `候补，姓名${name ?? ''}`,
    `${provider?.name ?? ''}，${department?.name ?? ''}`,
    days,
    `手机${grouped(phone ?? '')}`,
  ]);
}
