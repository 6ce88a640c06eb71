import { z } from 'zod';
import { at, dayOf, plusDays } from '../../instants.js';
import type { OpenSlot } from '../../port.js';
import type { Instant } from '../../types.js';
import type { Platform } from './platform.js';
import type { HisSettings } from './settings.js';

const clock = z.iso.time({ precision: -1 });

/** 排班, as platforms list it. `workTime`: 0 上午, 1 下午. `status`: 1 可约, 0 停约, -1 停诊. */
const scheduleRow = z.object({
  hosScheduleId: z
    .union([z.string(), z.int()])
    .transform(String)
    .pipe(z.string().regex(/^[\w.-]{1,64}$/u)),
  depcode: z.string(),
  workDate: z.iso.date(),
  workTime: z.coerce.number().pipe(z.union([z.literal(0), z.literal(1)])),
  startTime: clock.nullish(),
  endTime: clock.nullish(),
  availableNumber: z.int().min(0).max(10_000),
  status: z.coerce.number().pipe(z.union([z.literal(1), z.literal(0), z.literal(-1)])),
});
export type ScheduleRow = z.infer<typeof scheduleRow>;

/** A schedule that can be booked, and the slot that it is; `left` is what the platform says is left. */
export interface Session {
  row: ScheduleRow;
  slot: Omit<OpenSlot, 'remaining'>;
  left: number;
  withdrawn: boolean;
}

export type Sessions = { outcome: 'found'; sessions: readonly Session[] } | { outcome: 'unreachable' };

interface SlotName {
  departmentId: string;
  day: string;
  hosScheduleId: string;
}

const refOf = ({ departmentId, day, hosScheduleId }: SlotName): string =>
  `${departmentId}~${day}~${hosScheduleId}`;

/** Null for what is no name of ours. */
export function nameOf(ref: string): SlotName | null {
  const parts = /^(.{1,200})~(\d{4}-\d{2}-\d{2})~([\w.-]{1,64})$/su.exec(ref);
  if (parts === null) return null;
  const [, departmentId = '', day = '', hosScheduleId = ''] = parts;
  return { departmentId, day, hosScheduleId };
}

/** The sessions of a department from one day to another, both included. */
export async function listSessions(
  platform: Platform,
  asked: { departmentId: string; green: boolean; from: string; to: string; now: Instant },
): Promise<Sessions> {
  const { settings } = platform;
  const department = settings.departments.get(asked.departmentId);
  if (department === undefined) return { outcome: 'found', sessions: [] };
  const { depcode, green } = department;
  const sessions: Session[] = [];
  for (const code of asked.green && green !== undefined ? [green, depcode] : [depcode]) {
    const fields = { depcode: code, startDate: asked.from, endDate: asked.to };
    const answer = await platform.post(settings.paths.schedules, fields, asked.now, true);
    if (answer.outcome !== 'said' || answer.verdict !== 'done') return { outcome: 'unreachable' };
    const rows = z.array(scheduleRow).safeParse(answer.data);
    if (!rows.success) return { outcome: 'unreachable' };
    for (const row of rows.data)
      if (row.depcode === code) sessions.push(sessionOf(settings, asked.departmentId, row));
  }
  return { outcome: 'found', sessions };
}

/** The session of a slot's name; null where the platform has none, or none for those who are not the green channel. */
export async function findSession(
  platform: Platform,
  asked: { ref: string; green: boolean; now: Instant },
): Promise<Session | null | 'unreachable'> {
  const name = nameOf(asked.ref);
  if (name === null) return null;
  const { departmentId, day } = name;
  const { green, now } = asked;
  const listed = await listSessions(platform, { departmentId, green, from: day, to: day, now });
  if (listed.outcome !== 'found') return 'unreachable';
  return listed.sessions.find(({ slot }) => slot.ref === asked.ref) ?? null;
}

/** The days that a stretch of time touches; `to` is exclusive. */
export function daysOf({ from, to }: { from: Instant; to: Instant }): { from: string; to: string } {
  const last = to === `${dayOf(to)}T00:00:00+08:00` ? plusDays(to, -1) : to;
  return { from: dayOf(from), to: dayOf(last) };
}

function sessionOf({ sessions }: HisSettings, departmentId: string, row: ScheduleRow): Session {
  const { hosScheduleId, workDate, workTime, availableNumber, status } = row;
  const [start, end] = workTime === 0 ? sessions.morning : sessions.afternoon;
  return {
    row,
    slot: {
      ref: refOf({ departmentId, day: workDate, hosScheduleId }),
      departmentId,
      start: at(workDate, row.startTime ?? start),
      end: at(workDate, row.endTime ?? end),
    },
    left: status === 1 ? availableNumber : 0,
    withdrawn: status === -1,
  };
}
