import type { Appointment, Instant } from '../../../appointments/types.js';
import { words } from './replies.zh.js';
import { clockOnly, grouped, timeInWords } from './say.js';

/** 11月25日星期三上午8:30，嘉祥县人民医院骨科: all that is told to a number that only calls. */
export const visitInWords = ({ start, provider, department }: Appointment): string =>
  `${timeInWords(start)}，${provider.name}${department.name}`;

/** The same with whom it is for. */
export const appointmentInWords = (appointment: Appointment): string =>
  `${appointment.patient.name}，${visitInWords(appointment)}`;

/**
 * What came of booking: the code, what it is good for, until when it can be undone, what to do on the day.
 * `sendsMessages`: whether anybody gets a message; where nobody does, none is promised.
 */
export function bookedInWords(appointment: Appointment, sendsMessages: boolean): string {
  const { status, code, answerDue } = appointment;
  const willTell = sendsMessages ? words.willTell : words.askLater;
  const what = appointmentInWords(appointment);
  const due = answerDue === null ? '' : words.answerBy(timeInWords(answerDue));
  switch (status) {
    case 'pending':
      return `${words.pending(grouped(code), what)}${due === '' ? willTell : due}${undoInWords(appointment)}`;
    case 'unconfirmed':
      return `${words.unconfirmed(grouped(code), what)}${due}${willTell}`;
    default:
      return `${words.booked(grouped(code), what)}${onTheDay(appointment, sendsMessages)}${undoInWords(appointment)}`;
  }
}

function onTheDay(
  { number, fetch, provider, patient, bookedBy }: Appointment,
  sendsMessages: boolean,
): string {
  const needsFetch = fetch.by !== null || fetch.place !== null;
  const phones = new Set([patient.phone, ...(bookedBy === null ? [] : [bookedBy.phone])]);
  return [
    provider.sample ? words.sample : '',
    number === null ? '' : words.queueNumber(number),
    needsFetch ? words.fetch(fetch.by === null ? null : timeInWords(fetch.by), fetch.place) : '',
    words.bring,
    sendsMessages ? words.told([...phones].map(grouped)) : words.keepCode,
  ].join('');
}

const undoInWords = ({ undoUntil }: Appointment): string =>
  undoUntil === null ? '' : words.undo(clockOnly(undoUntil));

/** What a change came to; the old place is given up once the new one stands. */
export function changedInWords(appointment: Appointment): string {
  const what = appointmentInWords(appointment);
  const settled = appointment.status === 'booked';
  return `${words.changed(grouped(appointment.code), what)}${settled ? words.oldGivenUp : words.status[appointment.status]}${undoInWords(appointment)}`;
}

/** An appointment as it stands, with its code. */
export function standingInWords(appointment: Appointment): string {
  const what = appointmentInWords(appointment);
  const status = words.status[appointment.status];
  return words.yours(
    what,
    `${status}${appointment.status === 'booked' ? words.codeIs(grouped(appointment.code)) : ''}`,
  );
}

/** The same for a number that only calls, without name and code. */
export const visitStanding = (appointment: Appointment): string =>
  words.yours(visitInWords(appointment), words.status[appointment.status]);

/** What was taken of an offer, for a number that only calls: the code goes to the telephone that is known. */
export function takenInWords(appointment: Appointment, sendsMessages: boolean): string {
  const code = sendsMessages ? words.codeInMessage : words.codeIs(grouped(appointment.code));
  return `${words.offerTaken(visitInWords(appointment))}${code}${words.bring}`;
}

export const isLive = ({ status, start }: Appointment, now: Instant): boolean =>
  (status === 'booked' || status === 'pending' || status === 'unconfirmed') && start > now;
