import type { Element } from './xml-reader.js';

/** How a gather ended; null params: nothing was heard, and nothing is posted. */
export interface Gathered {
  params: Record<string, string> | null;
}

interface Utterance {
  text: string;
  confidence: number | undefined;
}

/**
 * One `<Gather>`, in call time (ms): the first input wins, its timeout runs from the end of what is nested, a pause of
 * `speechTimeout` ends speech, and keys end by number, by key or by the timeout between them.
 */
export class Gathering {
  readonly #input: ReadonlySet<string>;
  readonly #timeoutMs: number;
  readonly #speechTimeoutMs: number;
  readonly #finishOnKey: string;
  readonly #numDigits: number;
  readonly #onEmpty: boolean;
  readonly bargeIn: boolean;
  #until: number | null = null;
  #digits = '';
  #speech: Utterance | null = null;
  #speaking = false;

  constructor({ attributes }: Element) {
    this.#input = new Set((attributes.input ?? 'dtmf').split(' '));
    this.#timeoutMs = 1000 * Number(attributes.timeout ?? 5);
    const speechTimeout = attributes.speechTimeout ?? attributes.timeout ?? '5';
    this.#speechTimeoutMs = speechTimeout === 'auto' ? AUTO_MS : 1000 * Number(speechTimeout);
    this.#finishOnKey = attributes.finishOnKey ?? '#';
    this.#numDigits = Number(attributes.numDigits ?? Number.POSITIVE_INFINITY);
    this.#onEmpty = attributes.actionOnEmptyResult === 'true';
    this.bargeIn = attributes.bargeIn !== 'false';
  }

  /** When it ends by itself; null while something is said or the caller speaks. */
  get deadline(): number | null {
    return this.#speaking ? null : this.#until;
  }

  get heardSomething(): boolean {
    return this.#speech !== null || this.#speaking || this.#digits !== '';
  }

  /** What is nested has been said. */
  prompted(now: number): void {
    if (!this.heardSomething) this.#until = now + this.#timeoutMs;
  }

  /** Whether the caller's voice counts: not after a key. */
  speechBegins(): boolean {
    if (!this.#input.has('speech') || this.#digits !== '') return false;
    this.#speaking = true;
    return true;
  }

  speechEnds(text: string, confidence: number | undefined, now: number): void {
    if (!this.#speaking) return;
    this.#speaking = false;
    this.#speech = { text: (this.#speech?.text ?? '') + text, confidence };
    this.#until = now + this.#speechTimeoutMs;
  }

  /** Whether the key counts: not once speech has begun. Returns the end where the key brings it. */
  key(digit: string, now: number): { counts: boolean; ended: Gathered | null } {
    if (!this.#input.has('dtmf') || this.#speech !== null || this.#speaking)
      return { counts: false, ended: null };
    if (this.#finishOnKey.includes(digit) && this.#finishOnKey !== '')
      return { counts: true, ended: { params: { Digits: this.#digits, FinishedOnKey: digit } } };
    this.#digits += digit;
    this.#until = now + this.#timeoutMs;
    return { counts: true, ended: this.#digits.length >= this.#numDigits ? this.#result() : null };
  }

  /** The end that the deadline brings. */
  timedOut(): Gathered {
    return this.#result();
  }

  #result(): Gathered {
    if (this.#digits !== '') return { params: { Digits: this.#digits } };
    if (this.#speech !== null) {
      const { text, confidence } = this.#speech;
      return {
        params: {
          SpeechResult: text,
          ...(confidence === undefined ? {} : { Confidence: String(confidence) }),
        },
      };
    }
    return { params: this.#onEmpty ? { Digits: '' } : null };
  }
}

/** The first pause ends it. */
const AUTO_MS = 800;
