import ical, { ICalAlarmType, ICalEventStatus } from 'ical-generator';
import type { Appointment } from './types.js';

const HOURS_BEFORE = 2;

/** The appointment as an iCalendar file (RFC 5545), with an alarm two hours before. */
export function calendarOf(appointment: Appointment): string {
  const { id, code, status, provider, department, service, start, end, fetch, number } = appointment;
  const calendar = ical({ prodId: { company: 'yiwen', product: 'appointments', language: 'ZH' } });
  const lines = [
    `预约号：${code}`,
    ...(number === null ? [] : [`排队：第${number}号`]),
    ...(fetch.by === null ? [] : [`请带身份证，${fetch.by.slice(11, 16)}前取号`]),
    `电话：${provider.phone}`,
  ];
  const event = calendar.createEvent({
    id,
    start: new Date(start),
    end: new Date(end),
    summary: `${service.name}：${provider.name}${department.name}`,
    location: provider.address,
    description: lines.join('\n'),
    status:
      status === 'cancelled'
        ? ICalEventStatus.CANCELLED
        : status === 'booked'
          ? ICalEventStatus.CONFIRMED
          : ICalEventStatus.TENTATIVE,
  });
  event.createAlarm({ type: ICalAlarmType.display, trigger: HOURS_BEFORE * 3600, description: '看病提醒' });
  return calendar.toString();
}
