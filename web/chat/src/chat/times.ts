const GAP = 5 * 60_000;
const DAY = 86_400_000;

/** As WeChat does: the first message has its time, and one that comes after a pause. */
export const needsTime = (at: number, before: number | undefined): boolean =>
  before === undefined || at - before > GAP;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const two = (n: number): string => String(n).padStart(2, '0');

/** 14:05, 昨天 14:05, 11月3日 14:05, with the year where it is another one. */
export function moment(at: number, now: number): string {
  const date = new Date(at);
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days === 0) return clock;
  if (days === 1) return `昨天 ${clock}`;
  const year = date.getFullYear() === new Date(now).getFullYear() ? '' : `${date.getFullYear()}年`;
  return `${year}${date.getMonth() + 1}月${date.getDate()}日 ${clock}`;
}
