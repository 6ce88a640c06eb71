import type { LocalDateTime } from '../../language/calendar.js';
import { read } from '../../language/read.js';

const PAUSE = /[，,。；;！!\s]/u;
const RECEIVED = /扶助金|补贴|补助|津贴|养老金|[领拿发]/u;
const PAID = /[交收缴付]|费|床位/u;

/**
 * Whether what is paid to a home is more than all that is received, both told as sums of a month in CNY (领一千八，收两千六);
 * null where one of them is not told, or more than one is paid.
 */
export function feesExceed(text: string, now: LocalDateTime): boolean | null {
  const sums = read(text, now).money.map(({ start, min, max }) => {
    const before = text.slice(0, start).split(PAUSE).at(-1) ?? '';
    return { least: min, most: max, paid: PAID.test(before), received: RECEIVED.test(before) };
  });
  const paid = sums.filter((sum) => sum.paid && !sum.received);
  const received = sums.filter((sum) => sum.received && !sum.paid);
  const [fee, ...others] = paid;
  if (fee === undefined || others.length > 0 || received.length === 0) return null;
  if (paid.length + received.length < sums.length) return null;
  const total = (of: 'least' | 'most'): number => received.reduce((sum, one) => sum + (one[of] ?? 0), 0);
  if ((fee.least ?? 0) > total('most')) return true;
  return (fee.most ?? Number.POSITIVE_INFINITY) <= total('least') ? false : null;
}
