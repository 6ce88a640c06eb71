import { dayAndWeekday } from '../ui/days.js';

/** The day and the time of an instant, as the service's zone has them: the instant says both. */
export const dayOf = (instant: string): string => instant.slice(0, 10);
export const clockOf = (instant: string): string => instant.slice(11, 16);

/** 11月25日 星期三 上午8:30. */
export function momentOf(instant: string): string {
  const hour = Number(instant.slice(11, 13));
  const part = hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上';
  return `${dayAndWeekday(dayOf(instant))} ${part}${clockOf(instant).replace(/^0/, '')}`;
}

export interface Month {
  /** 2026年11月 */
  name: string;
  /** Empty cells before the first day, a week beginning on Monday. */
  before: number;
  days: string[];
}

/** The months that these days lie in, whole. `days`: sorted, YYYY-MM-DD. */
export function monthsOf(days: readonly string[]): Month[] {
  return [...new Set(days.map((day) => day.slice(0, 7)))].map((yearMonth) => {
    const [year = 0, month = 0] = yearMonth.split('-').map(Number);
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return {
      name: `${year}年${month}月`,
      before: (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7,
      days: Array.from({ length }, (_, i) => `${yearMonth}-${String(i + 1).padStart(2, '0')}`),
    };
  });
}
