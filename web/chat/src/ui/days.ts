const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** 2026-11-25 -> 2026年11月25日. */
export function dayInWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 0 for 星期日. The day is the calendar's, wherever the telephone is. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 2026-11-25 -> 11月25日 星期三. */
export const dayAndWeekday = (day: string): string =>
  `${dayInWords(day).replace(/^\d+年/, '')} 星期${WEEKDAYS[weekdayOf(day)]}`;
