import { UnknownSessionError } from '../../bot/desk.js';
import { createInTurn } from '../../bot/in-turn.js';
import { type Act, type Call, type Heard, newCall, type Pace, type Step } from './call.js';
import { hear } from './dialogue.js';
import { toPerson } from './hand-off.js';
import { noteCaller, noteSpoken, spokenInto } from './transcript.js';
import type { DialogueParts } from './turn.js';
import { connectTwiml, type Line, twimlOf } from './twiml.js';
import { callerOf, heardIn, type Webhook } from './webhook.js';

/** Where calls are kept; each method is one transaction. */
export interface CallBook {
  find(callSid: string): Promise<{ version: number; state: string } | null>;
  turn(callSid: string, turn: number): Promise<{ token: string | null; twiml: string } | null>;
  record(call: {
    callSid: string;
    from: string | null;
    version: number;
    state: string;
    ended: boolean;
    answered: { turn: number; token: string | null; twiml: string } | null;
    now: string;
  }): Promise<'recorded' | 'conflict'>;
  ongoing(since: string): Promise<number>;
  ongoingFrom(number: string, since: string): Promise<number>;
  pace(number: string): Promise<string | null>;
  keepPace(number: string, pace: Pace, now: string): Promise<void>;
}

export interface SwitchboardParts extends DialogueParts {
  book: CallBook;
  line: Line;
  mode: Call['mode'];
  /** The place that goes with a number dialled: name or adcode. */
  regions: ReadonlyMap<string, string>;
  /** `perNumber`: calls at once from one number. */
  limits: { calls: number; turns: number; perNumber: number };
  /** Told of a turn that failed; its caller is given a person. */
  onError(error: unknown): void;
}

/** `replayed`: the turn was answered, and this is not the retry of that webhook. `crowded`: too many calls, of all or of one number. */
export type Outcome = { twiml: string } | 'replayed' | 'crowded';

export interface Webhooked {
  params: Webhook;
  /** `I-Twilio-Idempotency-Token`: the same in every retry of one webhook. */
  token: string | null;
}

/** What a socket brings about: a change, and what is said to it, where anything is. */
export interface Live {
  call: Call;
  act: Act | null;
}

/** Calls, one turn after the other, each webhook acted on once: the only place where calls are kept. */
export interface Switchboard {
  incoming(webhook: Webhooked): Promise<Outcome>;
  /** `heard`: so many pieces had been said in full when the caller spoke; null: all of them. */
  turn(n: number, heard: number | null, webhook: Webhooked): Promise<Outcome>;
  /** What was said last, once more, for a line that failed in between. */
  again(params: Webhook): Promise<Outcome>;
  ended(callSid: string): Promise<void>;
  /** A turn over a socket, where nothing is answered to a webhook; null where there is no such call, or no change. */
  live(callSid: string, change: (call: Call) => Promise<Live | null> | Live | null): Promise<Live | null>;
}

const ATTEMPTS = 10;
/** After so many sockets that never came to be, the call goes on by webhooks. */
const MOST_LOST = 2;
/** A call that is going on is heard of this often; one whose end nobody told is forgotten. */
const ON_THE_LINE_MS = 3 * 60_000;

export function createSwitchboard(parts: SwitchboardParts): Switchboard {
  const { book, now } = parts;
  const inTurn = createInTurn();

  async function begin({ CallSid, ...params }: Webhook): Promise<Call> {
    const from = callerOf({ CallSid, ...params });
    const known = from === null ? null : await book.pace(from);
    return newCall({
      callSid: CallSid,
      from,
      mode: parts.mode,
      region: parts.regions.get(params.To ?? '') ?? null,
      pace: known === 'slower' ? 'slower' : 'slow',
    });
  }

  async function act(call: Call, heard: Heard, key: string): Promise<Step> {
    const turn = { call, key, parts };
    if (call.turn > parts.limits.turns) return toPerson(turn, 'failed');
    try {
      return await hear(turn, heard);
    } catch (error) {
      // A conversation that was forgotten is begun anew; whatever else fails leads to a person.
      if (error instanceof UnknownSessionError && call.sessionId !== null)
        return act({ ...call, sessionId: null }, heard, key);
      parts.onError(error);
      return toPerson(turn, 'failed');
    }
  }

  async function answer(
    n: number,
    { params, token }: Webhooked,
    heardOf: (call: Call) => { call: Call; heard: Heard },
  ): Promise<Outcome> {
    const callSid = params.CallSid;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await book.find(callSid);
      const before: Call = stored ? JSON.parse(stored.state) : { ...(await begin(params)), turn: n };
      if (stored && n !== before.turn) {
        const earlier = await book.turn(callSid, n);
        if (earlier === null) return { twiml: twimlOf(before, repeated(before), parts.line) };
        return earlier.token === token && token !== null ? { twiml: earlier.twiml } : 'replayed';
      }
      const { call, heard } = heardOf(before);
      const step = await act(noteCaller(call, heard, now()), heard, `${callSid}/${n}`);
      const { step: after, twiml } = rendered({ ...step, call: { ...step.call, turn: n + 1 } }, heard);
      const answered = { turn: n, token, twiml };
      if ((await record(after.call, stored?.version ?? 0, answered)) === 'conflict') continue;
      await keepPace(before, after.call);
      return { twiml };
    }
    throw new Error(`a call was changed ${ATTEMPTS} times while one turn was answered`);
  }

  const record = (call: Call, version: number, answered: Parameters<CallBook['record']>[0]['answered']) =>
    book.record({
      callSid: call.callSid,
      from: call.from,
      version,
      state: JSON.stringify(call),
      ended: call.ended,
      answered,
      now: now().toISOString(),
    });

  /** As a document; in a call over the relay a question is put by the socket that the document opens. */
  function rendered({ call, act }: Step, heard: Heard): { step: Step; twiml: string } {
    const lostSockets = heard.kind === 'resumed' ? call.lostSockets + 1 : call.lostSockets;
    if (call.mode === 'gather' || lostSockets > MOST_LOST || (act.do !== 'ask' && act.do !== 'wait')) {
      const mode = lostSockets > MOST_LOST ? 'gather' : call.mode;
      const step = noteSpoken({ call: { ...call, mode, lostSockets }, act }, now());
      return { step, twiml: twimlOf(step.call, act, parts.line) };
    }
    const nonce = parts.newNonce();
    const step = { call: { ...call, nonce, lostSockets, toSay: act.pieces }, act };
    return { step, twiml: connectTwiml(step.call, nonce, parts.line) };
  }

  async function keepPace(before: Call, { from, pace }: Call): Promise<void> {
    if (from !== null && pace !== before.pace) await book.keepPace(from, pace, now().toISOString());
  }

  /** Begins a call, or asks it to wait on the line. */
  async function admitted(webhook: Webhooked): Promise<Outcome> {
    const { CallSid } = webhook.params;
    if ((await crowded(callerOf(webhook.params))) && (await book.find(CallSid)) === null) return 'crowded';
    return answer(0, webhook, (call) => ({ call, heard: { kind: 'begun' } }));
  }

  /** Calls that begin in the same moment may each be let in beside the last. */
  async function crowded(from: string | null): Promise<boolean> {
    const since = new Date(now().getTime() - ON_THE_LINE_MS).toISOString();
    const { calls, perNumber } = parts.limits;
    if (from !== null && (await book.ongoingFrom(from, since)) >= perNumber) return true;
    return (await book.ongoing(since)) >= calls;
  }

  return {
    incoming: (webhook) => inTurn(webhook.params.CallSid, () => admitted(webhook)),
    turn: (n, heard, webhook) =>
      inTurn(webhook.params.CallSid, () =>
        answer(n, webhook, (call) => ({
          call: heard === null ? call : spokenInto(call, heard),
          heard: heardIn(webhook.params, call),
        })),
      ),
    again: (params) =>
      inTurn(params.CallSid, async () => {
        const stored = await book.find(params.CallSid);
        if (stored === null) return admitted({ params, token: null });
        const call: Call = JSON.parse(stored.state);
        const { act } = await hear({ call, key: '', parts }, { kind: 'resumed' });
        return { twiml: twimlOf(call, act, parts.line) };
      }),
    ended: (callSid) =>
      inTurn(callSid, async () => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          const stored = await book.find(callSid);
          if (stored === null) return;
          const call: Call = { ...JSON.parse(stored.state), ended: true };
          if ((await record(call, stored.version, null)) === 'recorded') return;
        }
      }),
    live: (callSid, change) =>
      inTurn(callSid, async () => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          const stored = await book.find(callSid);
          if (stored === null) return null;
          const before: Call = JSON.parse(stored.state);
          const changed = await change(before);
          if (changed === null) return null;
          const { call: changedCall, act } = changed;
          const step: Live = act === null ? changed : noteSpoken({ call: changedCall, act }, now());
          if ((await record(step.call, stored.version, null)) === 'conflict') continue;
          await keepPace(before, step.call);
          return step;
        }
        throw new Error(`a call was changed ${ATTEMPTS} times while one turn was answered`);
      }),
  };
}

const repeated = ({ said }: Call): Act => ({ do: 'ask', pieces: said, patient: false });
