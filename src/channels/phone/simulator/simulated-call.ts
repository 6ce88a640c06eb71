import { randomBytes } from 'node:crypto';
import type { CallEvent, CallParts, DialOutcome, RelaySession } from './call-parts.js';
import { type Gathered, Gathering } from './gathering.js';
import { type Document, postWebhook } from './webhooks.js';
import { type Element, textOf } from './xml-reader.js';

type Doing =
  | { kind: 'say'; text: string; until: number; within: Gathering | null }
  | { kind: 'gather' }
  | { kind: 'pause'; until: number }
  | { kind: 'dial'; until: number; outcome: DialOutcome }
  | { kind: 'record'; until: number; begun: number; spoke: boolean }
  | { kind: 'relay'; session: RelaySession };

const NESTABLE = new Set(['Say', 'Play', 'Pause']);
const CHARACTERS_PER_MINUTE = 160;
const PLAY_MS = 3000;
const SPEECH_PER_CHARACTER_MS = 240;
const RECORD_SILENCE_MS = 5000;

const spokenMs = (text: string): number =>
  (text.replace(/[\s\p{P}\p{S}]/gu, '').length / CHARACTERS_PER_MINUTE) * 60_000;

/**
 * A call that runs the TwiML of a server as Twilio documents it, in call time (ms): a time that only passes when
 * {@link advance} lets it, so that a test is exact and a page can let it run with the clock.
 */
export class SimulatedCall {
  readonly events: CallEvent[] = [];
  readonly callSid: string;
  now = 0;
  ended = false;
  #verbs: Element[] = [];
  #verb: Element | null = null;
  #document: Document | null = null;
  #doing: Doing | null = null;
  #gathering: Gathering | null = null;
  #nested: Element[] = [];

  constructor(readonly parts: CallParts) {
    this.callSid = parts.callSid ?? `CA${randomBytes(16).toString('hex')}`;
  }

  /** Everything said so far, in order. */
  get said(): string[] {
    return this.events.flatMap((e) => (e.kind === 'say' ? [e.text] : []));
  }

  get listening(): boolean {
    return this.#gathering !== null;
  }

  get waitsOn(): Doing['kind'] | null {
    return this.#doing?.kind ?? null;
  }

  /** When something happens by itself; null when nothing will. */
  get deadline(): number | null {
    const doing = this.#doing;
    if (doing === null) return null;
    if (doing.kind === 'gather') return this.#gathering?.deadline ?? null;
    return doing.kind === 'relay' ? null : doing.until;
  }

  async dial(): Promise<void> {
    await this.#request(this.parts.incoming, { CallStatus: 'ringing' });
  }

  /** Lets `ms` pass. */
  async advance(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      while (await this.#relayed());
      const next = this.deadline;
      if (next === null || next > until || this.ended) break;
      this.now = Math.max(this.now, next);
      await this.#due();
    }
    this.now = until;
    if (this.#doing?.kind === 'relay') await this.#doing.session.advance(until);
    while (await this.#relayed());
  }

  /** What is being said is over, by a voice of which the length is not known before. */
  async played(): Promise<void> {
    if (this.#doing?.kind !== 'say') return;
    await this.#due();
  }

  /** The caller says something; the recogniser writes `text`. Speech when nobody listens is lost. */
  async speak(text: string, { confidence, ms }: { confidence?: number; ms?: number } = {}): Promise<void> {
    this.#log({ at: this.now, kind: 'caller', what: text });
    const doing = this.#doing;
    if (doing?.kind === 'relay') return doing.session.speech(text, this.now);
    if (doing?.kind === 'record') doing.spoke = true;
    const lasts = ms ?? text.length * SPEECH_PER_CHARACTER_MS;
    if (this.#gathering?.speechBegins()) {
      if (this.#gathering.bargeIn) this.#cut();
      await this.advance(lasts);
      this.#gathering?.speechEnds(text, confidence, this.now);
    } else await this.advance(lasts);
    if (this.#doing?.kind === 'record') this.#doing.until = this.now + this.#recordTimeout();
  }

  /** Says it and waits until the server has answered. */
  async say(text: string, options: { confidence?: number; ms?: number } = {}): Promise<void> {
    const documents = this.#documents();
    await this.speak(text, options);
    await this.#until(() => this.#documents() > documents);
  }

  async press(digit: string): Promise<void> {
    this.#log({ at: this.now, kind: 'caller', what: `[${digit}]` });
    const doing = this.#doing;
    if (doing?.kind === 'relay') return doing.session.key(digit, this.now);
    if (doing?.kind === 'record') return this.#recordKey(doing, digit);
    const { counts, ended } = this.#gathering?.key(digit, this.now) ?? { counts: false, ended: null };
    if (counts) this.#cut();
    if (ended !== null) await this.#gathered(ended);
  }

  /** Says nothing until the server has answered that. */
  async silence(): Promise<void> {
    const documents = this.#documents();
    await this.#until(() => this.#documents() > documents);
  }

  /** Listens until there is nothing more to be heard, and the caller is waited for. */
  async listen(): Promise<void> {
    await this.#until(() => this.#doing?.kind === 'gather' && this.#verbs.length === 0);
  }

  async hangUp(): Promise<void> {
    if (this.#doing?.kind === 'relay') this.#doing.session.hangUp();
    await this.#end('caller');
  }

  async #until(done: () => boolean): Promise<void> {
    while (!this.ended && !done()) {
      const next = this.deadline;
      if (next === null) return;
      await this.advance(next - this.now);
    }
  }

  #documents(): number {
    return this.events.filter((e) => e.kind === 'document').length;
  }

  #log(event: CallEvent): void {
    this.events.push(event);
    this.parts.onEvent?.(event);
  }

  async #due(): Promise<void> {
    const doing = this.#doing;
    switch (doing?.kind) {
      case 'say':
        return doing.within === null ? this.#next() : this.#nextNested();
      case 'gather':
        return this.#gathered(this.#gathering?.timedOut() ?? { params: null });
      case 'pause':
        return this.#next();
      case 'dial':
        return this.#dialled(doing.outcome);
      case 'record':
        return this.#recorded(doing, null);
    }
  }

  /** Runs verbs until one takes time. */
  async #next(): Promise<void> {
    this.#doing = null;
    this.#gathering = null;
    const verb = this.#verbs.shift();
    if (verb === undefined) return this.#end('over');
    this.#verb = verb;
    const { attributes } = verb;
    switch (verb.name) {
      case 'Say':
        return this.#say(verb, null);
      case 'Play':
        this.#log({ at: this.now, kind: 'play', what: verb.text });
        this.#doing = { kind: 'pause', until: this.now + PLAY_MS };
        return;
      case 'Pause':
        this.#doing = { kind: 'pause', until: this.now + 1000 * Number(attributes.length ?? 1) };
        return;
      case 'Gather':
        this.#gathering = new Gathering(verb);
        this.#nested = [...verb.children];
        this.#log({ at: this.now, kind: 'listen', what: attributes.input ?? 'dtmf' });
        return this.#nextNested();
      case 'Redirect':
        return this.#request(this.#address(verb.text.trim()), {});
      case 'Dial':
        return this.#dial(verb);
      case 'Record':
        this.#log({ at: this.now, kind: 'record', what: '' });
        this.#doing = {
          kind: 'record',
          begun: this.now,
          spoke: false,
          until: this.now + this.#recordTimeout(),
        };
        return;
      case 'Connect':
        return this.#connect(verb);
      case 'Hangup':
        return this.#end('hangup');
      default:
        this.#log({ at: this.now, kind: 'error', code: '12200', url: this.#document?.url ?? '' });
        return this.#end('error');
    }
  }

  async #nextNested(): Promise<void> {
    const gathering = this.#gathering;
    const nested = this.#nested.shift();
    if (gathering === null) return;
    if (nested === undefined) {
      this.#doing = { kind: 'gather' };
      gathering.prompted(this.now);
      return;
    }
    if (!NESTABLE.has(nested.name)) {
      this.#log({ at: this.now, kind: 'error', code: '12100', url: this.#document?.url ?? '' });
      return this.#end('error');
    }
    if (nested.name === 'Say') return this.#say(nested, gathering);
    const ms = nested.name === 'Pause' ? 1000 * Number(nested.attributes.length ?? 1) : PLAY_MS;
    this.#doing = { kind: 'say', text: '', until: this.now + ms, within: gathering };
  }

  #say(verb: Element, within: Gathering | null): void {
    const text = textOf(verb);
    const ms = (this.parts.sayMs ?? spokenMs)(text, verb);
    this.#log({ at: this.now, kind: 'say', text, ms, listening: within !== null });
    this.#doing = { kind: 'say', text, until: this.now + ms, within };
  }

  /** What is being said is broken off. */
  #cut(): void {
    const doing = this.#doing;
    if (doing?.kind === 'say') {
      this.#log({ at: this.now, kind: 'cut', text: doing.text });
      this.#nested = [];
      this.#doing = { kind: 'gather' };
    }
  }

  async #gathered({ params }: Gathered): Promise<void> {
    if (params === null) return this.#next();
    return this.#action(params);
  }

  #action(params: Record<string, string>): Promise<void> {
    const action = this.#verb?.attributes.action;
    return this.#request(action === undefined ? (this.#document?.url ?? '') : this.#address(action), params);
  }

  #address(relative: string): string {
    return new URL(relative, this.#document?.url ?? this.parts.incoming).href;
  }

  async #request(address: string, params: Record<string, string>): Promise<void> {
    this.#doing = null;
    this.#gathering = null;
    const sent = { ...this.#base(), ...params };
    const fetched = await postWebhook(this.parts, address, sent);
    if ('document' in fetched) return this.#run(fetched.document, sent, fetched.ms);
    const { failure } = fetched;
    this.now += failure.ms;
    this.#log({ at: this.now, kind: 'error', code: failure.code, url: address });
    if (this.parts.fallback === undefined) return this.#end('error');
    const told = { ...this.#base(), ErrorCode: failure.code, ErrorUrl: address.split('#')[0] ?? '' };
    const second = await postWebhook(this.parts, this.parts.fallback, told);
    if ('document' in second) return this.#run(second.document, told, second.ms);
    this.#log({ at: this.now, kind: 'error', code: second.failure.code, url: this.parts.fallback });
    return this.#end('error');
  }

  async #run(document: Document, params: Record<string, string>, ms: number): Promise<void> {
    if (this.ended) return;
    this.now += ms;
    this.#document = document;
    this.#verbs = [...document.verbs];
    this.#log({ at: this.now, kind: 'document', url: document.url, params, body: document.body });
    return this.#next();
  }

  #base(): Record<string, string> {
    const { from, to } = this.parts;
    return {
      AccountSid: `AC${'0'.repeat(32)}`,
      ApiVersion: '2010-04-01',
      CallSid: this.callSid,
      CallStatus: 'in-progress',
      Called: to,
      Caller: from,
      Direction: 'inbound',
      From: from,
      To: to,
    };
  }

  #dial(verb: Element): void {
    const number = (verb.text || (verb.children[0]?.text ?? '')).trim();
    const outcome = this.parts.desk?.(number) ?? { status: 'no-answer', ms: 25_000 };
    this.#log({ at: this.now, kind: 'dial', what: number });
    this.#doing = { kind: 'dial', outcome, until: this.now + outcome.ms };
  }

  #dialled({ status }: DialOutcome): Promise<void> {
    if (this.#verb?.attributes.action === undefined) return this.#next();
    return this.#action({ DialCallStatus: status, DialCallSid: `CA${randomBytes(16).toString('hex')}` });
  }

  #recordTimeout(): number {
    return Number(this.#verb?.attributes.timeout ?? RECORD_SILENCE_MS / 1000) * 1000;
  }

  async #recordKey(doing: Extract<Doing, { kind: 'record' }>, digit: string): Promise<void> {
    if ((this.#verb?.attributes.finishOnKey ?? '1234567890*#').includes(digit))
      return this.#recorded(doing, digit);
  }

  /** An empty recording is not posted: the next verb is run. */
  #recorded({ begun, spoke }: Extract<Doing, { kind: 'record' }>, digit: string | null): Promise<void> {
    if (!spoke && digit === null) return this.#next();
    return this.#action({
      RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/RE${randomBytes(16).toString('hex')}`,
      RecordingDuration: String(Math.round((this.now - begun) / 1000)),
      ...(digit === null ? {} : { Digits: digit }),
    });
  }

  async #connect(verb: Element): Promise<void> {
    const noun = verb.children.find(({ name }) => name === 'ConversationRelay');
    if (noun === undefined || this.parts.relay === undefined) return this.#next();
    this.#log({ at: this.now, kind: 'connect', what: noun.attributes.url ?? '' });
    this.#doing = { kind: 'relay', session: await this.parts.relay(noun, this) };
  }

  /** The relay's session may have ended: the action is posted, or the next verb is run. Returns whether it had. */
  async #relayed(): Promise<boolean> {
    const doing = this.#doing;
    if (doing?.kind !== 'relay' || doing.session.ended === null || this.ended) return false;
    if (this.#verb?.attributes.action === undefined) await this.#next();
    else await this.#action(doing.session.ended.params);
    return true;
  }

  async #end(why: Extract<CallEvent, { kind: 'ended' }>['why']): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.#doing = null;
    this.#gathering = null;
    this.#log({ at: this.now, kind: 'ended', why });
    if (this.parts.status !== undefined)
      await postWebhook(this.parts, this.parts.status, { ...this.#base(), CallStatus: 'completed' });
  }
}
