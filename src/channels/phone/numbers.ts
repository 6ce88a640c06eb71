import { digitsApart } from '../../bot/compose/speech.js';
import { readDigits } from '../../language/digits.js';
import { fold } from '../../language/fold.js';
import type { Awaiting, Call, Step } from './call.js';
import { yesOrNo } from './commands.js';
import { ringBack } from './hand-off.js';
import { sendSms } from './messages.js';
import { prompt, type Turn, tell } from './turn.js';
import { words } from './words.zh.js';

type Number = Extract<Awaiting, { kind: 'number' }>;
type ReadBack = Extract<Awaiting, { kind: 'number-read-back' }>;

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;

/** A telephone number, said or pressed, in one go or in several; it is read back before it is used. */
export function hearNumber(turn: Turn, awaiting: Number, heard: string): Step {
  const { call } = turn;
  const whole = numberIn(heard);
  const digits = whole ?? awaiting.digits + pressed(heard);
  if (!MOBILE.test(digits) && !LANDLINE.test(digits)) {
    const kept = /^\d{1,10}$/u.test(digits) && digits !== awaiting.digits ? digits : '';
    return prompt({ ...call, awaiting: { ...awaiting, digits: kept } }, words.numberUnclear, true);
  }
  return tell({ ...call, asked: true, awaiting: { ...awaiting, kind: 'number-read-back', digits } }, [
    digitsApart(words.readBack(digits)),
  ]);
}

/** The telephone number among the words; null where there is none. */
function numberIn(heard: string): string | null {
  const found = readDigits(fold(heard)).find(({ kind }) => kind === 'phone' || kind === 'landline');
  return found?.digits ?? null;
}

const pressed = (heard: string): string => heard.replace(/\D/gu, '');

export function hearReadBack(turn: Turn, awaiting: ReadBack, heard: string): Promise<Step> | Step {
  const call: Call = { ...turn.call, asked: false };
  const said = yesOrNo(heard);
  if (said === 'yes')
    return awaiting.purpose === 'sms'
      ? sendSms({ ...turn, call }, awaiting.digits)
      : ringBack({ ...turn, call }, awaiting.digits, 'asked', []);
  return hearNumber({ ...turn, call }, { ...awaiting, kind: 'number', digits: '' }, heard);
}
