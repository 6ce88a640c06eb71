import { pinyin } from 'pinyin-pro';
import type { Appointment } from '../../src/appointments/types.js';
import type { Wanted } from './case.js';

const sound = (text: string): string =>
  pinyin(text.replace(/[^\p{Script=Han}]/gu, ''), { toneType: 'none', type: 'array' }).join(' ');

/** Whether an appointment is read back, and a yes is waited for. */
export const isRead = (said: string): boolean => /念一遍|都对就说/u.test(said);

/** What a caller who listens says against a read-back; null where all is right. */
export function objection(said: string, { name, phone, start }: Wanted): string | null {
  if (!digitsIn(said).includes(phone)) return `不对，手机号是${inWords(phone)}`;
  if (!sound(said).includes(sound(name))) return `不对，名字是${name}`;
  const [, month, day] = /^\d+-(\d+)-(\d+)/u.exec(start ?? '') ?? [];
  if (month !== undefined && day !== undefined && !said.includes(`${Number(month)}月${Number(day)}日`))
    return `不对，要${Number(month)}月${Number(day)}号的`;
  return null;
}

/** Every digit that was said, as a figure or as a word. */
const digitsIn = (said: string): string =>
  said.replace(/[零一二三四五六七八九]/gu, (word) => String(DIGITS.indexOf(word))).replace(/\D/gu, '');

const DIGITS = '零一二三四五六七八九';
/** A number as it is said, digit by digit. */
export const inWords = (digits: string): string =>
  Array.from(digits, (digit) => DIGITS[Number(digit)] ?? '').join('');

/** Whether what stands is what was wanted, by the ear. */
export const isWanted = ({ patient, start, department, service }: Appointment, wanted: Wanted): boolean =>
  sound(patient.name) === sound(wanted.name) &&
  patient.phone === wanted.phone &&
  start.startsWith(wanted.start ?? '') &&
  (wanted.department === undefined || department.name === wanted.department) &&
  (wanted.service === undefined || service.id === wanted.service);
