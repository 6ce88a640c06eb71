import type { Call, Heard, Step, TranscriptLine } from './call.js';
import { clausesOf, recut } from './saying.js';

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
export const spokenInto = (call: Call, heard: number): Call =>
  heardUpTo(call, call.spoken.slice(0, heard + 1).join('').length);

/** The call of somebody who heard so many characters of what went out: what comes after them was not said. */
export function heardUpTo(call: Call, characters: number): Call {
  const out = call.spoken.join('');
  const begins = out.indexOf(call.said.join(''));
  if (characters >= out.length || begins < 0) return call;
  const clauses = call.said.flatMap(clausesOf);
  const ends = clauses.map((_, i) => begins + clauses.slice(0, i + 1).join('').length);
  const whole = ends.filter((end) => end <= characters).length;
  // A clause that was broken off was not said: half a figure is a wrong one. Where it is all there was, it can be repeated.
  const said = clauses.slice(0, Math.max(1, whole));
  const left = clauses.slice(whole);
  const transcript = call.transcript.map((line, i, all) =>
    i === all.length - 1 && line.who === 'yiwen' ? { ...line, text: out.slice(0, characters) } : line,
  );
  const lost = left.length > 0;
  return {
    ...call,
    transcript,
    spoken: [out.slice(0, characters)],
    said,
    rest: lost ? recut([...left, ...call.rest], call.pace) : call.rest,
    asked: call.asked && !lost,
    cutShort: lost && (call.asked || call.cutShort),
  };
}

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** How many characters of what went out `utterance` has: marks and spaces may be written otherwise. */
export function charactersIn(out: string, utterance: string): number {
  const heard = bare(utterance);
  const at = bare(out).indexOf(heard);
  const end = at < 0 ? commonPrefix(bare(out), heard) : at + heard.length;
  let seen = 0;
  let position = 0;
  while (seen < end && position < out.length) seen += bare(out.charAt(position++)).length;
  return position;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
