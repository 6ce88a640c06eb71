import type { Call, Step } from './call.js';
import { commandOf, yesOrNo } from './commands.js';
import type { CallBackReason } from './office.js';
import { pieces } from './saying.js';
import { prompt, type Turn, tell } from './turn.js';
import { words } from './words.zh.js';

/** To a person: at the desk in its hours, else one who rings back. */
export async function toPerson(turn: Turn, reason: CallBackReason): Promise<Step> {
  const { call, parts } = turn;
  const calm: Call = { ...call, silences: 0, misses: 0, fragment: '' };
  const number = reason === 'message' ? null : parts.office.deskNow();
  if (number !== null)
    return {
      call: { ...calm, awaiting: { kind: 'desk' } },
      act: {
        do: 'transfer',
        pieces: [...(reason === 'failed' ? words.failed : words.connecting)],
        number,
      },
    };
  return leaveTask({ ...turn, call: calm }, reason, reason === 'message' ? [] : words.deskAway);
}

/** The desk hung up, or did not answer. */
export async function hearDesk(turn: Turn, answered: boolean): Promise<Step> {
  const call: Call = { ...turn.call, awaiting: { kind: 'caller' } };
  if (answered) return prompt(call, words.deskDone);
  return leaveTask({ ...turn, call }, 'asked', words.deskBusy);
}

async function leaveTask(turn: Turn, reason: CallBackReason, first: readonly string[]): Promise<Step> {
  const { call, parts } = turn;
  if (parts.office.callBack === null)
    return tell({ ...call, awaiting: { kind: 'caller' } }, [...first, ...words.nobodyRings]);
  if (call.from === null)
    return tell({ ...call, awaiting: { kind: 'number', purpose: 'callback', digits: '' } }, [
      ...first,
      ...words.askNumber,
    ]);
  return ringBack(turn, call.from, reason, first);
}

/** Leaves the task to ring `phone` back, and offers to take a message. */
export async function ringBack(
  turn: Turn,
  phone: string,
  reason: CallBackReason,
  first: readonly string[],
): Promise<Step> {
  const { call, parts, key } = turn;
  const { callBack } = parts.office;
  if (callBack === null) return tell({ ...call, awaiting: { kind: 'caller' } }, words.nobodyRings);
  // One call is rung back once, however often it asks for it.
  const taskId =
    call.taskId ??
    (await callBack({
      key,
      callSid: call.callSid,
      sessionId: call.sessionId,
      phone,
      reason,
      transcript: call.transcript,
      evidence: call.source,
    }));
  const noted: Call = { ...call, taskId, awaiting: { kind: 'message' } };
  if (reason === 'message') return record(noted);
  return tell(noted, [...first, ...words.callback, ...words.leaveMessage]);
}

const record = (call: Call): Step => ({
  call: { ...call, awaiting: { kind: 'recording' } },
  act: { do: 'record', pieces: [...words.record] },
});

/** After a call back was promised: a message, or on with the conversation. */
export function hearMessageChoice(
  turn: Turn,
  heard: string,
  otherwise: () => Promise<Step> | Step,
): Promise<Step> | Step {
  const call: Call = { ...turn.call, awaiting: { kind: 'caller' } };
  if (commandOf(heard) === 'message' || yesOrNo(heard) === 'yes') return record(call);
  if (yesOrNo(heard) === 'no') return prompt(call, words.anythingElse);
  return otherwise();
}

export async function hearRecording(turn: Turn, url: string | null, digits: string | null): Promise<Step> {
  const call: Call = { ...turn.call, awaiting: { kind: 'caller' } };
  if (url !== null && call.taskId !== null) await turn.parts.office.addRecording(call.taskId, url);
  if (digits === '0') return toPerson({ ...turn, call }, 'asked');
  return prompt(call, url === null ? pieces(words.notRecorded.join(''), call.pace) : words.recorded);
}
