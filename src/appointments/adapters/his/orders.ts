import { z } from 'zod';
import { decodeId } from '../../../language/ids.js';
import { toInstant } from '../../instants.js';
import type { BookRequest, Confirmation } from '../../port.js';
import type { Instant } from '../../types.js';
import type { Platform } from './platform.js';
import type { ScheduleRow } from './schedules.js';
import type { HisSettings } from './settings.js';
import type { Fields } from './sign.js';

const words = z.union([z.string(), z.int()]).transform(String);

/** 订单, as the answer to submitOrder and to a query has it. */
const order = z.object({
  hosRecordId: words.pipe(z.string().min(1).max(64)),
  number: words.nullish(),
  fetchTime: z.string().nullish(),
  fetchAddress: z.string().nullish(),
});

/** `status`: -1 cancelled; every other says how far a standing one has come. */
const queried = order.extend({ status: z.coerce.number().int() });

export interface Order {
  hosRecordId: string;
  confirmation: Confirmation;
}

export type Query =
  | { outcome: 'found'; standing: readonly Order[]; cancelled: boolean }
  | { outcome: 'unreachable' };

/** What submitOrder is sent: no more of the person than the hospital asks for. */
export function submission(settings: HisSettings, request: BookRequest, row: ScheduleRow): Fields {
  const { patient, provider, needs, note, reference } = request;
  const { fields, idCard } = settings;
  const id = provider.rules.needsId ? patient.idNumber : undefined;
  const facts = id === undefined ? null : decodeId(id);
  const remark = [...needs, ...(note === null ? [] : [note])].join('；');
  return {
    depcode: row.depcode,
    hosScheduleId: row.hosScheduleId,
    reserveDate: row.workDate,
    reserveTime: row.workTime,
    name: patient.name,
    phone: patient.phone,
    ...(id === undefined ? {} : { certificatesType: idCard.type, certificatesNo: id }),
    ...(facts ? { sex: idCard[facts.sex], birthdate: facts.birthDate } : {}),
    ...(fields.reference === undefined ? {} : { [fields.reference]: reference }),
    ...(fields.remark === undefined || remark === '' ? {} : { [fields.remark]: remark }),
  };
}

/** The order in an answer to submitOrder; null where it cannot be read. */
export function orderIn(data: unknown, day: string): Order | null {
  const parsed = order.safeParse(data);
  return parsed.success ? orderOf(parsed.data, day) : null;
}

/** The orders of our reference; only where the platform can be asked. A gateway may have made two of one. */
export async function queryOrders(
  platform: Platform,
  asked: { reference: string; day: string; now: Instant },
): Promise<Query> {
  const { paths, fields } = platform.settings;
  if (paths.query === undefined || fields.reference === undefined) return { outcome: 'unreachable' };
  const answer = await platform.post(paths.query, { [fields.reference]: asked.reference }, asked.now, true);
  if (answer.outcome !== 'said') return { outcome: 'unreachable' };
  if (answer.verdict === 'absent') return { outcome: 'found', standing: [], cancelled: false };
  if (answer.verdict !== 'done') return { outcome: 'unreachable' };
  const list = answer.data === null ? [] : Array.isArray(answer.data) ? answer.data : [answer.data];
  const parsed = z.array(queried).safeParse(list);
  if (!parsed.success) return { outcome: 'unreachable' };
  const standing = parsed.data.filter(({ status }) => status !== -1);
  return {
    outcome: 'found',
    standing: standing.map((one) => orderOf(one, asked.day)),
    cancelled: parsed.data.length > standing.length,
  };
}

function orderOf(
  { hosRecordId, number, fetchTime, fetchAddress }: z.infer<typeof order>,
  day: string,
): Order {
  return {
    hosRecordId,
    confirmation: {
      externalRef: hosRecordId,
      number: textOrNull(number),
      fetchBy: fetchInstant(fetchTime ?? '', day),
      fetchPlace: textOrNull(fetchAddress),
    },
  };
}

const textOrNull = (text: string | null | undefined): string | null => text?.trim().slice(0, 100) || null;

/**
 * When a number must be taken by, as platforms write it: `2026-11-25 09:30`, `2026-11-25 9点前`, `09:30前`. Null where
 * it is written in another way; then the provider's rules say.
 */
export function fetchInstant(text: string, day: string): Instant | null {
  const parts =
    /^\s*(?:(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?[ T]*)?(\d{1,2})(?:[:：](\d{2})(?:[:：]\d{2})?|[点时](?:(\d{1,2})分|(半))?)(?:之?前)?\s*$/u.exec(
      text.slice(0, 40),
    );
  if (parts === null) return null;
  const [, year, month = '', date = '', hour = '', minute, minuteWord, half] = parts;
  const two = (digits: string): string => digits.padStart(2, '0');
  const on = year === undefined ? day : `${year}-${two(month)}-${two(date)}`;
  const time = `${two(hour)}:${half ? '30' : two(minute ?? minuteWord ?? '0')}:00+08:00`;
  // A day that is none would become another one.
  return z.iso.date().safeParse(on).success ? toInstant(`${on}T${time}`) : null;
}
