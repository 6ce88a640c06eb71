import type { CallEvent, CallParts } from './call-parts.js';
import { type Doing, newSid } from './doing.js';
import { TwimlRun } from './twiml-run.js';

const SPEECH_PER_CHARACTER_MS = 240;

/**
 * A call that runs the TwiML of a server as Twilio documents it, in call time (ms): a time that only passes when
 * {@link advance} lets it, so that a test is exact and a page can let it run with the clock.
 */
export class SimulatedCall {
  readonly callSid: string;
  readonly #run: TwimlRun;

  constructor(readonly parts: CallParts) {
    this.callSid = parts.callSid ?? newSid('CA');
    this.#run = new TwimlRun(parts, this.callSid, this);
  }

  get events(): readonly CallEvent[] {
    return this.#run.events;
  }

  get now(): number {
    return this.#run.now;
  }

  get ended(): boolean {
    return this.#run.ended;
  }

  /** Everything said so far, in order. */
  get said(): string[] {
    return this.events.flatMap((e) => (e.kind === 'say' ? [e.text] : []));
  }

  get listening(): boolean {
    return this.#run.gathering !== null;
  }

  get waitsOn(): Doing['kind'] | null {
    return this.#run.doing?.kind ?? null;
  }

  /** When something happens by itself; null when nothing will. */
  get deadline(): number | null {
    const doing = this.#run.doing;
    if (doing === null) return null;
    if (doing.kind === 'gather') return this.#run.gathering?.deadline ?? null;
    return doing.kind === 'relay' ? null : doing.until;
  }

  async dial(): Promise<void> {
    await this.#run.request(this.parts.incoming, { CallStatus: 'ringing' });
  }

  /** Lets `ms` pass. */
  async advance(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      while (await this.#run.relayed());
      const next = this.deadline;
      if (next === null || next > until || this.ended) break;
      this.#run.now = Math.max(this.now, next);
      await this.#run.due();
    }
    this.#run.now = until;
    if (this.#run.doing?.kind === 'relay') await this.#run.doing.session.advance(until);
    while (await this.#run.relayed());
  }

  /** What is being said is over, by a voice of which the length is not known before. */
  async played(): Promise<void> {
    if (this.#run.doing?.kind !== 'say') return;
    await this.#run.due();
  }

  /** The caller says something; the recogniser writes `text`. Speech when nobody listens is lost. */
  async speak(text: string, { confidence, ms }: { confidence?: number; ms?: number } = {}): Promise<void> {
    this.#run.log({ at: this.now, kind: 'caller', what: text });
    const doing = this.#run.doing;
    if (doing?.kind === 'relay') return doing.session.speech(text, this.now);
    if (doing?.kind === 'record') doing.spoke = true;
    const lasts = ms ?? text.length * SPEECH_PER_CHARACTER_MS;
    if (this.#run.gathering?.speechBegins()) {
      if (this.#run.gathering.bargeIn) this.#run.cut();
      await this.advance(lasts);
      this.#run.gathering?.speechEnds(text, confidence, this.now);
    } else await this.advance(lasts);
    if (this.#run.doing?.kind === 'record') this.#run.doing.until = this.now + this.#run.doing.silence;
  }

  /** Says it and waits until the server has answered. */
  async say(text: string, options: { confidence?: number; ms?: number } = {}): Promise<void> {
    const documents = this.#documents();
    await this.speak(text, options);
    await this.#until(() => this.#documents() > documents);
  }

  async press(digit: string): Promise<void> {
    this.#run.log({ at: this.now, kind: 'caller', what: `[${digit}]` });
    const doing = this.#run.doing;
    if (doing?.kind === 'relay') return doing.session.key(digit, this.now);
    if (doing?.kind === 'record') return this.#run.recordKey(doing, digit);
    const { counts, ended } = this.#run.gathering?.key(digit, this.now) ?? { counts: false, ended: null };
    if (counts) this.#run.cut();
    if (ended !== null) await this.#run.gathered(ended);
  }

  /** Says nothing until the server has answered that. */
  async silence(): Promise<void> {
    const documents = this.#documents();
    await this.#until(() => this.#documents() > documents);
  }

  /** Listens until there is nothing more to be heard, and the caller is waited for. */
  async listen(): Promise<void> {
    await this.#until(() => this.#run.doing?.kind === 'gather' && this.#run.verbs.length === 0);
  }

  async hangUp(): Promise<void> {
    if (this.#run.doing?.kind === 'relay') this.#run.doing.session.hangUp();
    await this.#run.end('caller');
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
}
