import { spokenLength } from '../../bot/compose/speech.js';
import type { Act, Call, Heard } from './call.js';
import { commandOf } from './commands.js';
import { hear } from './dialogue.js';
import { type FromRelay, readRelayMessage, type ToRelay } from './relay-messages.js';
import { clausesOf } from './saying.js';
import type { Live, Switchboard } from './switchboard.js';
import { charactersIn, heardUpTo, noteCaller } from './transcript.js';
import { type DialogueParts, prompt } from './turn.js';

/** What is needed of a WebSocket. */
interface RelaySocket {
  send(data: string): void;
  close(code: number, reason: string): void;
}

export interface RelayParts {
  switchboard: Switchboard;
  dialogue: DialogueParts;
  onError(error: unknown): void;
}

const POLICY_VIOLATION = 1008;
const INVALID_DATA = 1007;
const TRY_AGAIN_LATER = 1013;
const MOST_BAD = 10;
const MOST_WAITING = 16;
/** Of the voice, which the relay cannot be told to slow down. */
const CHARACTERS_PER_SECOND = 3.5;
const PATIENCE_MS = 8000;

/** One ConversationRelay session: the same conversation as by webhooks, streamed by clause. */
export class RelayConversation {
  #callSid: string | null = null;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #bad = 0;
  #silence: NodeJS.Timeout | undefined;
  /** Whether the last thing that went out was broken off, and nothing was said to it since. */
  #interrupted = false;

  constructor(
    private readonly socket: RelaySocket,
    private readonly parts: RelayParts,
  ) {}

  /** Takes a frame; frames are handled one after the other. */
  take(frame: string): void {
    clearTimeout(this.#silence);
    const message = readRelayMessage(frame);
    if (message === null || (message.type === 'setup') === (this.#callSid !== null)) {
      this.#bad++;
      if (this.#bad >= MOST_BAD) this.socket.close(INVALID_DATA, 'ten messages in a row were not understood');
      return;
    }
    this.#bad = 0;
    if (message.type === 'setup') this.#callSid = message.callSid;
    this.#enqueue(() => this.#on(message));
  }

  closed(): void {
    clearTimeout(this.#silence);
    this.#callSid = null;
  }

  /** Resolves when every frame so far is answered. */
  settled(): Promise<void> {
    return this.#queue;
  }

  #enqueue(job: () => Promise<void>): void {
    if (this.#waiting >= MOST_WAITING) return;
    this.#waiting++;
    this.#queue = this.#queue
      .then(job)
      .catch((error: unknown) => {
        this.parts.onError(error);
        // The action of <Connect> goes on with the call.
        this.socket.close(TRY_AGAIN_LATER, 'a turn failed');
      })
      .finally(() => {
        this.#waiting--;
      });
  }

  async #on(message: FromRelay): Promise<void> {
    switch (message.type) {
      case 'setup':
        return this.#setUp(message.callSid, message.customParameters?.nonce);
      case 'interrupt':
        return this.#interrupt(message.utteranceUntilInterrupt);
      case 'dtmf':
        return this.#hear({ kind: 'key', digits: message.digit });
      case 'prompt':
        return message.last ? this.#said(message.voicePrompt) : undefined;
      case 'error':
        return this.parts.onError(new Error(`relay: ${message.description ?? 'error'}`));
    }
  }

  /** The socket is bound to a call that a signed webhook began, by what that was given for one socket only. */
  async #setUp(callSid: string, nonce: string | undefined): Promise<void> {
    const step = await this.parts.switchboard.live(callSid, (call) =>
      call.nonce === null || call.nonce !== nonce
        ? null
        : prompt({ ...call, nonce: null, lostSockets: 0, toSay: [] }, call.toSay),
    );
    if (step?.act == null) {
      this.#callSid = null;
      return this.socket.close(POLICY_VIOLATION, 'not a call that is awaited');
    }
    this.#speak(step.act.pieces);
  }

  async #interrupt(utterance: string): Promise<void> {
    this.#interrupted = true;
    await this.#live((call) => ({
      call: heardUpTo(call, charactersIn(call.spoken.join(''), utterance)),
      act: null,
    }));
  }

  /** 嗯 and 对 into a sentence show that somebody listens: it is said to its end. */
  async #said(words: string): Promise<void> {
    const interrupted = this.#interrupted;
    this.#interrupted = false;
    if (words.trim() === '') return;
    const goesOn = interrupted && commandOf(words) === 'backchannel';
    return this.#hear({ kind: 'speech', text: goesOn ? '继续' : words, confidence: null });
  }

  async #hear(heard: Heard): Promise<void> {
    for (let next: Heard = heard; ; next = { kind: 'back' }) {
      const act = await this.#live(async (call) => {
        const exchanges = call.exchanges + 1;
        const key = `${call.callSid}/${call.turn}.${exchanges}`;
        const noted = noteCaller({ ...call, exchanges }, next, this.parts.dialogue.now());
        return hear({ call: noted, key, parts: this.parts.dialogue }, next);
      });
      if (act === null || !this.#do(act)) return;
    }
  }

  /** Returns whether the caller is to be come back to at once. */
  #do(act: Act): boolean {
    if (act.do === 'ask' || act.do === 'wait') {
      this.#speak(act.pieces, act.do === 'ask');
      return act.do === 'wait';
    }
    // What is said before is said by the document that the end leads to: the end would cut it off.
    this.#send({ type: 'end', handoffData: JSON.stringify({ to: act.do }) });
    return false;
  }

  /** Changes the call; an act that ends the socket is kept for the webhook that follows. */
  async #live(change: (call: Call) => Promise<Live> | Live): Promise<Act | null> {
    if (this.#callSid === null) return null;
    const done = await this.parts.switchboard.live(this.#callSid, async (call) => {
      const { call: after, act } = await change(call);
      const ends = act !== null && act.do !== 'ask' && act.do !== 'wait';
      return { call: ends ? { ...after, handOver: act } : after, act };
    });
    return done?.act ?? null;
  }

  #speak(pieces: readonly string[], last = true): void {
    const clauses = pieces.flatMap(clausesOf);
    clauses.forEach((token, i) => {
      this.#send({
        type: 'text',
        token,
        last: last && i === clauses.length - 1,
        interruptible: true,
        preemptible: true,
      });
    });
    const lasts = (spokenLength(pieces.join('')) / CHARACTERS_PER_SECOND) * 1000;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.#enqueue(() => this.#hear({ kind: 'silence' })),
      lasts + PATIENCE_MS,
    ).unref();
  }

  #send(message: ToRelay): void {
    this.socket.send(JSON.stringify(message));
  }
}
