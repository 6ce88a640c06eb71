import type { Reply } from '../../bot/reply.js';
import type { Call, Step } from './call.js';
import { yesOrNo } from './commands.js';
import { prompt, type Turn, tell } from './turn.js';
import { words } from './words.zh.js';

const MOST_KEPT = 3;
const WORTH: ReadonlySet<Reply['kind']> = new Set(['answer', 'assessment', 'booking']);

/** What of the call is worth a message: the last answers, as they are written. */
export const worthSending = (before: readonly string[], { kind, text }: Reply): string[] =>
  WORTH.has(kind) ? [...before, text].slice(-MOST_KEPT) : [...before];

/** Somebody who has to be asked for a number says it, or presses it. */
const OTHER = /女儿|闺女|儿子|孩子|媳妇|女婿|老伴|家里人|家人|孙子|孙女|别人|另一个|别的号|换个号/u;

export function offerSms(turn: Turn): Step {
  const { call, parts } = turn;
  if (parts.office.sms === null || call.worthKeeping.length === 0) return prompt(call, words.noSms);
  if (call.from === null) return askNumber(call);
  return tell({ ...call, smsOffered: true, asked: true, awaiting: { kind: 'sms' } }, words.offerSms);
}

/** The end of a call that its caller brings about: what was said can be sent. */
export function bye(turn: Turn): Step {
  const { call, parts } = turn;
  if (call.worthKeeping.length > 0 && !call.smsOffered && parts.office.sms !== null && call.from !== null)
    return offerSms(turn);
  return { call, act: { do: 'hangUp', pieces: [...words.bye] } };
}

const askNumber = (call: Call): Step =>
  tell(
    { ...call, smsOffered: true, asked: true, awaiting: { kind: 'number', purpose: 'sms', digits: '' } },
    words.askNumber,
  );

/** To the caller's own number, or to another's. */
export function hearSmsConsent(
  turn: Turn,
  heard: string,
  otherwise: () => Promise<Step> | Step,
): Promise<Step> | Step {
  const call: Call = { ...turn.call, awaiting: { kind: 'caller' }, asked: false };
  if (OTHER.test(heard)) return askNumber(call);
  const wish = yesOrNo(heard);
  if (wish === 'yes' && call.from !== null) return sendSms({ ...turn, call }, call.from);
  if (wish === 'no') return { call, act: { do: 'hangUp', pieces: [...words.bye] } };
  return otherwise();
}

/** Queues the message, once however often this turn is tried. */
export async function sendSms(turn: Turn, to: string): Promise<Step> {
  const { call, parts, key } = turn;
  const free: Call = { ...call, awaiting: { kind: 'caller' }, asked: false };
  if (parts.office.sms === null) return prompt(free, words.noSms);
  await parts.office.sms({ key, to, text: `颐问：\n${call.worthKeeping.join('\n\n')}` });
  return prompt(free, words.smsQueued);
}
