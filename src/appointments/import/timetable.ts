import { z } from 'zod';
import type { NewSlot } from '../../store/catalogue.js';
import { at, dayOf, plusDays, startOfDay, weekday } from '../instants.js';
import type { ProviderRecord } from '../port.js';

export const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:30');
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and hyphens');

/** A session that comes again every week: 老年医学科, Monday to Friday, 08:00 to 12:00, six people every half hour. */
const weekly = z
  .strictObject({
    department: slug,
    /** Monday is 1, Sunday 7. */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    from: clock,
    to: clock,
    /** Length of a slot. */
    minutes: z.number().int().min(5).max(720),
    /** People in a slot. */
    places: z.number().int().min(1).max(500),
  })
  .refine(({ from, to }) => from < to, 'a session ends after it begins');

export const localSettings = z.strictObject({
  timetable: z.array(weekly).default([]),
  /** Days without sessions, `YYYY-MM-DD`. */
  closed: z.array(z.iso.date()).default([]),
});

/** One session on one day. */
export interface Session {
  department: string;
  day: string;
  from: string;
  to: string;
  minutes: number;
  places: number;
  /** How many places of each slot are the green channel's; by the provider's share where absent. */
  green?: number | undefined;
}

/** The slots of a session; what is left at its end and shorter than a slot is not given. */
export function slotsOf(provider: Pick<ProviderRecord, 'id' | 'rules'>, session: Session): NewSlot[] {
  const { department, day, from, to, minutes, places } = session;
  const green = session.green ?? Math.ceil(places * provider.rules.greenShare);
  const slots: NewSlot[] = [];
  for (let start = minutesOf(from); start + minutes <= minutesOf(to); start += minutes) {
    const name = `${department}-${day.replaceAll('-', '')}`;
    slots.push({
      id: `${provider.id}:${name}-${clockOf(start).replace(':', '')}`,
      provider_id: provider.id,
      department_id: `${provider.id}.${department}`,
      session: `${name}-${from.replace(':', '')}`,
      starts_at: at(day, clockOf(start)),
      ends_at: at(day, clockOf(start + minutes)),
      capacity: places,
      green: Math.min(green, places),
    });
  }
  return slots;
}

/** The slots of every weekly session from today as far ahead as can be booked, and a day more. */
export function slotsAhead(provider: ProviderRecord, now: string): NewSlot[] {
  const { timetable, closed } = localSettings.parse(provider.settings);
  const days = Array.from({ length: provider.rules.daysAhead + 2 }, (_, i) =>
    dayOf(plusDays(startOfDay(dayOf(now)), i)),
  );
  return days
    .filter((day) => !closed.includes(day))
    .flatMap((day) =>
      timetable
        .filter(({ weekdays }) => weekdays.includes(weekday(day)))
        .flatMap((session) => slotsOf(provider, { ...session, day })),
    );
}

function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
