import type { CallEvent, CallParts } from './call-parts.js';
import {
  type Doing,
  dialledParams,
  dialling,
  type Recording,
  recordedParams,
  recording,
  sayMs,
  stillMs,
} from './doing.js';
import { fetchDocument, postEnd } from './fetching.js';
import { type Gathered, Gathering } from './gathering.js';
import type { SimulatedCall } from './simulated-call.js';
import type { Document } from './webhooks.js';
import { type Element, textOf } from './xml-reader.js';

const NESTABLE = new Set(['Say', 'Play', 'Pause']);

/**
 * What the line does: runs the TwiML of a server verb by verb as Twilio documents it, in call time (ms), until something
 * takes time or the caller is waited for.
 */
export class TwimlRun {
  readonly events: CallEvent[] = [];
  now = 0;
  ended = false;
  doing: Doing | null = null;
  gathering: Gathering | null = null;
  verbs: Element[] = [];
  #verb: Element | null = null;
  #document: Document | null = null;
  #nested: Element[] = [];

  constructor(
    readonly parts: CallParts,
    readonly callSid: string,
    /** Given to a relay that is connected. */
    private readonly call: SimulatedCall,
  ) {}

  log(event: CallEvent): void {
    this.events.push(event);
    this.parts.onEvent?.(event);
  }

  async due(): Promise<void> {
    const doing = this.doing;
    switch (doing?.kind) {
      case 'say':
        return doing.within === null ? this.next() : this.#nextNested();
      case 'gather':
        return this.gathered(this.gathering?.timedOut() ?? { params: null });
      case 'pause':
        return this.next();
      case 'dial':
        return this.#action(dialledParams(doing.outcome));
      case 'record':
        return this.#recorded(doing, null);
    }
  }

  /** Runs verbs until one takes time. */
  async next(): Promise<void> {
    this.doing = null;
    this.gathering = null;
    const verb = this.verbs.shift();
    if (verb === undefined) return this.end('over');
    this.#verb = verb;
    const { attributes } = verb;
    switch (verb.name) {
      case 'Say':
        return this.#say(verb, null);
      case 'Play':
        this.log({ at: this.now, kind: 'play', what: verb.text });
        this.doing = { kind: 'pause', until: this.now + stillMs(verb) };
        return;
      case 'Pause':
        this.doing = { kind: 'pause', until: this.now + stillMs(verb) };
        return;
      case 'Gather':
        this.gathering = new Gathering(verb);
        this.#nested = [...verb.children];
        this.log({ at: this.now, kind: 'listen', what: attributes.input ?? 'dtmf' });
        return this.#nextNested();
      case 'Redirect':
        return this.request(this.#address(verb.text.trim()), {});
      case 'Dial': {
        const dial = dialling(verb, this.parts, this.now);
        this.log({ at: this.now, kind: 'dial', what: dial.number });
        this.doing = dial;
        return;
      }
      case 'Record':
        this.log({ at: this.now, kind: 'record', what: '' });
        this.doing = recording(verb, this.now);
        return;
      case 'Connect':
        return this.#connect(verb);
      case 'Hangup':
        return this.end('hangup');
      default:
        this.log({ at: this.now, kind: 'error', code: '12200', url: this.#document?.url ?? '' });
        return this.end('error');
    }
  }

  async #nextNested(): Promise<void> {
    const gathering = this.gathering;
    const nested = this.#nested.shift();
    if (gathering === null) return;
    if (nested === undefined) {
      this.doing = { kind: 'gather' };
      gathering.prompted(this.now);
      return;
    }
    if (!NESTABLE.has(nested.name)) {
      this.log({ at: this.now, kind: 'error', code: '12100', url: this.#document?.url ?? '' });
      return this.end('error');
    }
    if (nested.name === 'Say') return this.#say(nested, gathering);
    this.doing = { kind: 'say', text: '', until: this.now + stillMs(nested), within: gathering };
  }

  #say(verb: Element, within: Gathering | null): void {
    const text = textOf(verb);
    const ms = sayMs(verb, this.parts);
    this.log({ at: this.now, kind: 'say', text, ms, listening: within !== null });
    this.doing = { kind: 'say', text, until: this.now + ms, within };
  }

  /** What is being said is broken off. */
  cut(): void {
    const doing = this.doing;
    if (doing?.kind === 'say') {
      this.log({ at: this.now, kind: 'cut', text: doing.text });
      this.#nested = [];
      this.doing = { kind: 'gather' };
    }
  }

  async gathered({ params }: Gathered): Promise<void> {
    if (params === null) return this.next();
    return this.#action(params);
  }

  /** Posts to the verb's action, by default to the document's own address; without an action a dial goes on. */
  #action(params: Record<string, string>): Promise<void> {
    const action = this.#verb?.attributes.action;
    if (action === undefined && this.#verb?.name === 'Dial') return this.next();
    return this.request(action === undefined ? (this.#document?.url ?? '') : this.#address(action), params);
  }

  #address(relative: string): string {
    return new URL(relative, this.#document?.url ?? this.parts.incoming).href;
  }

  async request(address: string, params: Record<string, string>): Promise<void> {
    this.doing = null;
    this.gathering = null;
    const { document, sent, ms, failures } = await fetchDocument(this.parts, this.callSid, address, params);
    for (const { code, url, ms: lost } of failures) {
      this.now += lost;
      this.log({ at: this.now, kind: 'error', code, url });
    }
    if (document === null) return this.end('error');
    if (this.ended) return;
    this.now += ms;
    this.#document = document;
    this.verbs = [...document.verbs];
    this.log({ at: this.now, kind: 'document', url: document.url, params: sent, body: document.body });
    return this.next();
  }

  async recordKey(doing: Recording, digit: string): Promise<void> {
    if (doing.finishOnKey.includes(digit)) return this.#recorded(doing, digit);
  }

  #recorded(doing: Recording, digit: string | null): Promise<void> {
    const params = recordedParams(doing, this.now, digit);
    return params === null ? this.next() : this.#action(params);
  }

  async #connect(verb: Element): Promise<void> {
    const noun = verb.children.find(({ name }) => name === 'ConversationRelay');
    if (noun === undefined || this.parts.relay === undefined) return this.next();
    this.log({ at: this.now, kind: 'connect', what: noun.attributes.url ?? '' });
    this.doing = { kind: 'relay', session: await this.parts.relay(noun, this.call) };
  }

  /** The relay's session may have ended: the action is posted, or the next verb is run. Returns whether it had. */
  async relayed(): Promise<boolean> {
    const doing = this.doing;
    if (doing?.kind !== 'relay' || doing.session.ended === null || this.ended) return false;
    if (this.#verb?.attributes.action === undefined) await this.next();
    else await this.#action(doing.session.ended.params);
    return true;
  }

  async end(why: Extract<CallEvent, { kind: 'ended' }>['why']): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.doing = null;
    this.gathering = null;
    this.log({ at: this.now, kind: 'ended', why });
    await postEnd(this.parts, this.callSid);
  }
}
