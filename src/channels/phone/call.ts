import type { ReplyKind } from '../../bot/reply.js';

/** How fast it is spoken; what a caller asked for is kept for the next call. */
export type Pace = 'slow' | 'slower';

export interface TranscriptLine {
  who: 'caller' | 'yiwen';
  text: string;
  /** ISO 8601. */
  at: string;
}

/** What the call waits for. */
export type Awaiting =
  | { kind: 'caller' }
  /** The same once more, of which the recogniser wrote this the first time. */
  | { kind: 'again'; written: string }
  /** An answer that takes longer than a caller waits in silence. */
  | {
      kind: 'work';
      text: string;
      messageId: string;
      doubtful: boolean;
      fillers: number;
      begins: string | null;
    }
  /** What was said while many waited, to be heard when the caller comes back; `was`: what it answers. */
  | { kind: 'held'; text: string; confidence: number | null; was: Awaiting }
  /** The desk's telephone to be answered. */
  | { kind: 'desk' }
  /** A yes to "shall they ring you back, or will you leave a message". */
  | { kind: 'message' }
  | { kind: 'recording' }
  /** A number to ring back, or to write to. */
  | { kind: 'number'; purpose: 'callback' | 'sms'; digits: string }
  /** A yes to the number read back. */
  | { kind: 'number-read-back'; purpose: 'callback' | 'sms'; digits: string }
  /** A yes to a message with what was said. */
  | { kind: 'sms' };

/** One telephone call. Plain data: it is stored, sealed, after every turn, so that a killed server loses no call. */
export interface Call {
  callSid: string;
  /** E.164, or null where the caller withholds it. */
  from: string | null;
  mode: 'gather' | 'relay';
  /** The conversation at the bot's desk; null until the first words. */
  sessionId: string | null;
  /** Adcode or name that goes with the number dialled; null: the bot asks. */
  region: string | null;
  /** The number of the turn whose webhook is awaited. */
  turn: number;
  pace: Pace;
  /** What was said last and heard, in pieces: 再说一遍 says them again, word for word. */
  said: string[];
  /** The pieces that went out last, prompts and all. */
  spoken: string[];
  /** What of the last answer is not said yet. */
  rest: string[];
  /** The clauses' own words behind the last answer, for 详细 until they are told; where they stand, for 出处. */
  quotes: string[];
  source: string[];
  lastKind: ReplyKind | null;
  /** Whether the caller was asked something by the bot that a 嗯 would answer. */
  asked: boolean;
  /** Whether the bot asks for digits, which may be pressed, up to #. */
  digits: boolean;
  /** Whether the caller spoke before the end of what the bot asks: it stands at the end of `rest`. */
  cutShort: boolean;
  /** Times in a row that nothing was heard, and that nothing was understood. */
  silences: number;
  misses: number;
  /** The beginning of a sentence that the caller has not ended. */
  fragment: string;
  awaiting: Awaiting;
  /** The question as the recogniser wrote it, where it wrote something wrong and has not heard it twice. */
  misheard: string;
  /** Whether the keys have been explained. */
  helped: boolean;
  /** Worth a message at the end: an answer, an assessment or a booking was given. */
  worthKeeping: string[];
  smsOffered: boolean;
  /** The task for a person that this call has led to. */
  taskId: string | null;
  /** Binds a relay's socket to this call: good for one socket. */
  nonce: string | null;
  /** What the next socket begins with. */
  toSay: string[];
  /** What the socket's end leads to: the desk, a recording, the end of the call. */
  handOver: Act | null;
  /** Sockets in a row that never came to be. */
  lostSockets: number;
  /** What was done over sockets so far. */
  exchanges: number;
  transcript: TranscriptLine[];
  /** Set when the last webhook said that the call is over. */
  ended: boolean;
}

export function newCall(begun: Pick<Call, 'callSid' | 'from' | 'mode' | 'region' | 'pace'>): Call {
  return {
    ...begun,
    sessionId: null,
    turn: 0,
    said: [],
    spoken: [],
    rest: [],
    quotes: [],
    source: [],
    lastKind: null,
    asked: false,
    digits: false,
    cutShort: false,
    silences: 0,
    misses: 0,
    fragment: '',
    awaiting: { kind: 'caller' },
    misheard: '',
    helped: false,
    worthKeeping: [],
    smsOffered: false,
    taskId: null,
    nonce: null,
    toSay: [],
    handOver: null,
    lostSockets: 0,
    exchanges: 0,
    transcript: [],
    ended: false,
  };
}

/** What happens on the line. */
export type Heard =
  | { kind: 'begun' }
  /** `confidence` in [0, 1], null where the recogniser gives none. */
  | { kind: 'speech'; text: string; confidence: number | null }
  | { kind: 'key'; digits: string }
  | { kind: 'silence' }
  /** The caller waits for an answer that was being worked on. */
  | { kind: 'back' }
  | { kind: 'dialled'; answered: boolean }
  | { kind: 'recorded'; url: string | null; digits: string | null }
  /** The line to the relay was lost, or the last answer never arrived. */
  | { kind: 'resumed' }
  /** The relay ended as it was told to. */
  | { kind: 'handed' };

/** What the call does next; a renderer puts it into TwiML or into a relay's messages. */
export type Act =
  /** Say, then listen. `patient`: the caller is in the middle of a sentence, or was asked to think. */
  | { do: 'ask'; pieces: string[]; patient: boolean }
  /** Say that it takes a moment, then come back. */
  | { do: 'wait'; pieces: string[] }
  | { do: 'transfer'; pieces: string[]; number: string }
  | { do: 'record'; pieces: string[] }
  | { do: 'hangUp'; pieces: string[] };

export interface Step {
  call: Call;
  act: Act;
}
