import type { LocalDateTime } from '../../language/calendar.js';
import { dayNumber, weekdayOf } from '../../language/calendar.js';
import { isWorkday } from '../../language/dates/workdays.js';

/** Minutes of the day, `to` exclusive. */
export interface Hours {
  from: number;
  to: number;
}

/** Whether somebody sits at the desk: in its hours, on days that offices work, 调休 and holidays included. */
export function deskIsOpen(
  hours: readonly Hours[],
  { year, month, day, hour, minute }: LocalDateTime,
): boolean {
  const working = isWorkday({ year, month, day });
  const open = working === 'unknown' ? weekdayOf(dayNumber(year, month, day)) <= 5 : working;
  const at = hour * 60 + minute;
  return open && hours.some(({ from, to }) => from <= at && at < to);
}
