import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppointmentRef, BookRequest, OpenSlot, ProviderRecord } from '../../src/appointments/port.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import type { HisTestServer, TestSchedule } from '../support/his-server/start.js';
import { hospital as fhirHospital, fresh } from './fhir-hospital.js';

export const KEY = 'a-key-of-the-tests';

export function hospital(url: string, change: Record<string, unknown> = {}): ProviderRecord {
  return {
    ...fhirHospital(url),
    adapter: 'his',
    settings: {
      url,
      secret: 'ZZ',
      timeoutMs: 8000,
      hoscode: 'H1',
      departments: { geriatrics: { depcode: 'D1', green: 'D1G' } },
      paths: { query: 'order/getOrder' },
      fields: { reference: 'outTradeNo', remark: 'remark' },
      ...change,
    },
  };
}

/** One that is not waited for long. */
export const hasty = (url: string): ProviderRecord => hospital(url, { timeoutMs: 1000 });

/** A platform that cannot be asked for an order. */
export const mute = (url: string): ProviderRecord => hospital(url, { paths: {}, fields: {} });

export async function emptyStore(): Promise<Database> {
  const db = await openDatabase({ file: join(await mkdtemp(join(tmpdir(), 'yiwen-his-')), 'yiwen.db') });
  await migrate(db);
  return db;
}

/** A session (排班) that no other test has. */
export async function addSchedule(
  server: HisTestServer,
  change: Partial<TestSchedule> = {},
): Promise<TestSchedule> {
  const schedule: TestSchedule = {
    hosScheduleId: fresh('S'),
    depcode: 'D1',
    workDate: '2026-11-25',
    workTime: 0,
    reservedNumber: change.availableNumber ?? 1,
    availableNumber: 1,
    status: 1,
    ...change,
  };
  await server.put(schedule);
  return schedule;
}

export const slotOf = ({ workDate, hosScheduleId, availableNumber }: TestSchedule): OpenSlot => ({
  ref: `zz.geriatrics~${workDate}~${hosScheduleId}`,
  departmentId: 'zz.geriatrics',
  start: `${workDate}T08:00:00+08:00`,
  end: `${workDate}T12:00:00+08:00`,
  remaining: availableNumber,
});

/** The same request or name some seconds later. */
export const later = <T extends BookRequest | AppointmentRef>(request: T, seconds: number): T => ({
  ...request,
  now: `${new Date(Date.parse(request.now) + seconds * 1000 + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`,
});
