import { findAppointment } from '../store/appointments.js';
import { findHold } from '../store/holds.js';
import type { OutboxRow } from '../store/outbox.js';
import { findWaiting } from '../store/waiting.js';
import { openPerson, type Person } from './booking/person.js';
import { MESSAGE_KINDS, type MessageKind } from './booking/tell.js';
import { viewOf } from './booking/view.js';
import { weekday } from './instants.js';
import type { Parts } from './parts.js';
import type { Appointment, Instant } from './types.js';

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];

/** 11月25日周三上午8:30 */
function spokenTime(at: Instant): string {
  const [month, day] = [Number(at.slice(5, 7)), Number(at.slice(8, 10))];
  const [hour, minute] = [Number(at.slice(11, 13)), at.slice(14, 16)];
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上';
  const clock = hour > 12 ? hour - 12 : hour;
  return `${month}月${day}日周${WEEKDAYS[weekday(at.slice(0, 10))]}${part}${clock}:${minute}`;
}

/** A name as it may stand in a message that others may read: 王**. */
const maskedName = (name: string): string => `${[...name][0] ?? ''}**`;

/** A code in two groups of three. */
const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/**
 * The words of a message by what is true when it leaves; null when there is nothing to tell any more, such as a
 * reminder of what was cancelled.
 */
export async function wordsOf(parts: Parts, row: OutboxRow): Promise<{ to: string; text: string } | null> {
  // What a caller asked to have sent: number and words are kept, sealed, with the message.
  if (row.subject === 'call') return JSON.parse(parts.seal.open(row.told));
  const kind = MESSAGE_KINDS.find((known) => known === row.kind);
  if (kind === undefined) return null;
  const said =
    row.subject === 'appointment'
      ? await ofAppointment(parts, row.subject_id, kind)
      : await ofWaiting(parts, row.subject_id, kind);
  if (said === null) return null;
  const { person, text } = said;
  if (row.told === 'patient') return { to: person.patient.phone, text: text('您的') };
  const other =
    row.told === 'booker' ? person.bookedBy : person.family[Number(row.told.replace('family-', ''))];
  return other ? { to: other.phone, text: text(`${maskedName(person.patient.name)}的`) } : null;
}

interface Said {
  person: Person;
  /** `whose`: 您的, 王**的. */
  text: (whose: string) => string;
}

async function ofAppointment(parts: Parts, id: string, kind: MessageKind): Promise<Said | null> {
  const row = await findAppointment(parts.db, id);
  if (row === null || row.person === null) return null;
  const appointment = await viewOf(parts, row);
  const text = textOf(appointment, kind);
  return text && { person: openPerson(parts.seal, row.person), text };
}

function textOf(a: Appointment, kind: MessageKind): Said['text'] | null {
  const what = `${a.provider.name}${a.department.name}，${spokenTime(a.start)}`;
  const code = `预约号${grouped(a.code)}`;
  const change = `要改或取消，请报预约号和电话。`;
  const number = a.number === null ? '' : `，第${a.number}号`;
  const fetch =
    a.fetch.by === null
      ? ''
      : `请带身份证，${spokenTime(a.fetch.by)}前${a.fetch.place === null ? '' : `到${a.fetch.place}`}取号。`;
  switch (kind) {
    case 'booked':
      return a.status === 'booked'
        ? (w) => `【颐问】${w}预约成功：${what}${number}。${code}。${fetch}${change}`
        : null;
    case 'rescheduled':
      return a.status === 'booked'
        ? (w) => `【颐问】${w}预约已改：${what}${number}。${code}不变，原来的时间已退掉。${fetch}${change}`
        : null;
    case 'pending':
      return a.status === 'pending'
        ? (w) =>
            `【颐问】${w}预约已登记，还没有定：${what}。社区工作人员会打电话给医院，${a.answerDue === null ? '办好' : `最晚${spokenTime(a.answerDue)}`}回复您。${code}。`
        : null;
    case 'declined':
      return a.status === 'cancelled'
        ? (w) => `【颐问】${w}预约没有约成：${what}。请重新选时间，或打${a.provider.phone}。${code}。`
        : null;
    case 'cancelled':
      return a.status === 'cancelled' ? (w) => `【颐问】${w}预约已取消：${what}。${code}。` : null;
    case 'not-cancelled':
      return a.status === 'booked'
        ? (w) =>
            `【颐问】${w}预约没有取消成，医院说太晚了，号还在：${what}。${code}。去不了请打${a.provider.phone}。`
        : null;
    case 'reminder-day':
    case 'reminder-hours':
      return a.status === 'booked'
        ? (w) => `【颐问】提醒：${w}预约是${what}${number}。${code}。${fetch}${a.provider.address}。`
        : null;
    case 'withdrawn':
    case 'offer':
      return null;
  }
}

async function ofWaiting(parts: Parts, id: string, kind: MessageKind): Promise<Said | null> {
  const row = await findWaiting(parts.db, id);
  if (row === null || row.person === null) return null;
  const person = openPerson(parts.seal, row.person);
  const provider = await parts.catalogue.provider(row.provider_id);
  const department = await parts.catalogue.department(row.department_id);
  const where = `${provider?.name ?? ''}${department?.name ?? ''}`;
  const hold =
    row.status === 'offered' && row.hold_id !== null ? await findHold(parts.db, row.hold_id) : null;
  const kept =
    hold &&
    `给您留了${spokenTime(hold.starts_at)}的号，留到${spokenTime(hold.until)}，打电话或在网上说“要”就行。`;
  if (kind === 'offer')
    return kept === null ? null : { person, text: () => `【颐问】${where}有号了：${kept}` };
  if (kind !== 'withdrawn' || row.appointment_id === null) return null;
  const old = await findAppointment(parts.db, row.appointment_id);
  if (old === null) return null;
  const then = kept ?? `暂时没有别的号，有了马上告诉您；急的话请打${provider?.phone ?? '12345'}。`;
  const code = `原预约号${grouped(old.code)}`;
  return {
    person,
    text: (w) =>
      `【颐问】停诊通知：${w}${where}${spokenTime(old.starts_at)}的预约因停诊取消了，对不起。${then}${code}。`,
  };
}
