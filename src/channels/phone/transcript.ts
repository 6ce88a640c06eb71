import type { Call, Heard, Step, TranscriptLine } from './call.js';

const MOST_LINES = 80;
const LONGEST_LINE = 400;

function noted(call: Call, who: TranscriptLine['who'], text: string, at: Date): Call {
  if (text === '') return call;
  const line = { who, text: text.slice(0, LONGEST_LINE), at: at.toISOString() };
  return { ...call, transcript: [...call.transcript, line].slice(-MOST_LINES) };
}

/** The call with what the caller did written down. */
export function noteCaller(call: Call, heard: Heard, at: Date): Call {
  if (heard.kind === 'speech') return noted(call, 'caller', heard.text, at);
  return heard.kind === 'key' ? noted(call, 'caller', `（按键 ${heard.digits}）`, at) : call;
}

/** The step with what is about to be said written down. */
export const noteSpoken = ({ call, act }: Step, at: Date): Step => ({
  call: { ...noted(call, 'yiwen', act.pieces.join(''), at), spoken: act.pieces },
  act,
});

/** The call of somebody who spoke into piece `heard` (from 0) of what went out: what comes after it was not said. */
export function unheard(call: Call, heard: number): Call {
  const lost = call.spoken.slice(heard + 1);
  const isLost = (piece: string): boolean => lost.some((one) => one.startsWith(piece));
  const left = call.said.filter(isLost);
  if (left.length === 0) return call;
  const transcript = call.transcript.map((line, i, all) =>
    i === all.length - 1 && line.who === 'yiwen'
      ? { ...line, text: call.spoken.slice(0, heard + 1).join('') }
      : line,
  );
  return {
    ...call,
    transcript,
    spoken: call.spoken.slice(0, heard + 1),
    said: call.said.filter((piece) => !isLost(piece)),
    rest: [...left, ...call.rest],
  };
}
