import { createRequire } from 'node:module';
import { dayNumber, type LocalDate, weekdayOf } from '../calendar.js';

interface HolidayData {
  holidays: Readonly<Record<string, string>>;
  workdays: Readonly<Record<string, string>>;
}

let data: HolidayData | undefined;

/** The State Council's arrangements, read from chinese-days when first asked for: 45 ms that few runs need. */
function arrangements(): HolidayData {
  const loaded: HolidayData = data ?? createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');
  data = loaded;
  return loaded;
}

function isoDay({ year, month, day }: LocalDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether offices work that day, 调休 included; `unknown` for a year whose arrangement is not in the data. */
export function isWorkday(date: LocalDate): boolean | 'unknown' {
  const { holidays, workdays } = arrangements();
  const day = isoDay(date);
  if (day in holidays) return false;
  if (day in workdays) return true;
  if (!(`${date.year}-01-01` in holidays)) return 'unknown';
  return weekdayOf(dayNumber(date.year, date.month, date.day)) <= 5;
}
