import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CallEvent } from './call-parts.js';
import type { PrivateLine } from './private-line.js';
import { RelayPeer } from './relay-peer.js';
import { SimulatedCall } from './simulated-call.js';

const fromPage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('dial'),
    mode: z.enum(['gather', 'relay']),
    from: z.string().regex(/^\+\d{7,15}$|^anonymous$/u),
    desk: z.enum(['completed', 'no-answer', 'busy']),
  }),
  z.strictObject({ type: z.literal('speech'), text: z.string().min(1).max(10_000) }),
  z.strictObject({ type: z.literal('key'), digit: z.string().regex(/^[0-9*#]$/u) }),
  /** The voice of the page has ended what it was given. */
  z.strictObject({ type: z.literal('played') }),
  z.strictObject({ type: z.literal('hangup') }),
]);

type FromPage = z.infer<typeof fromPage>;

type ToPage =
  | { type: 'ready' }
  | { type: 'event'; event: CallEvent }
  | { type: 'relay'; direction: 'to' | 'from'; message: object }
  | { type: 'error'; message: string };

/** A voice that never tells that it has ended is taken to have ended after this, in milliseconds. */
const LONGEST_SAY_MS = 40_000;
const DESK_MS = { completed: 8000, 'no-answer': 8000, busy: 2000 } as const;

/** One page's telephone: a simulated call that runs with the clock. */
export class LiveCall {
  #call: SimulatedCall | null = null;
  #began = 0;
  #timer: NodeJS.Timeout | undefined;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly line: (mode: 'gather' | 'relay') => Promise<PrivateLine>,
    private readonly send: (message: ToPage) => void,
  ) {}

  /** Takes a message of the page's. */
  take(frame: string): void {
    const message = read(frame);
    if (message === null) this.send({ type: 'error', message: '这条消息没有看懂。' });
    else this.#enqueue(() => this.#on(message));
  }

  close(): void {
    this.#enqueue(async () => this.#call?.hangUp());
  }

  #enqueue(job: () => Promise<unknown>): void {
    clearTimeout(this.#timer);
    this.#queue = this.#queue
      .then(async () => {
        await this.#catchUp();
        await job();
      })
      .catch(() => this.send({ type: 'error', message: '模拟电话出了点问题，请重新拨打。' }))
      .then(() => this.#wake());
  }

  async #on(message: FromPage): Promise<void> {
    if (message.type === 'dial') return this.#dial(message);
    const call = this.#call;
    if (call === null || call.ended) return;
    if (message.type === 'speech') await call.speak(message.text, { ms: 0 });
    else if (message.type === 'key') await call.press(message.digit);
    else if (message.type === 'played') await call.played();
    else await call.hangUp();
  }

  async #dial({ mode, from, desk }: Extract<FromPage, { type: 'dial' }>): Promise<void> {
    await this.#call?.hangUp();
    const line = await this.line(mode);
    this.#began = Date.now();
    const call = new SimulatedCall({
      token: line.token,
      transport: async (request) => {
        const asked = Date.now();
        return { ...(await line.post(request)), ms: Date.now() - asked };
      },
      from,
      to: '+8610000000',
      incoming: `${line.base}/voice/incoming#rc=2&rp=ct,rt,5xx`,
      fallback: `${line.base}/voice/fallback`,
      status: `${line.base}/voice/status`,
      callSid: `CA${randomBytes(16).toString('hex')}`,
      sayMs: () => LONGEST_SAY_MS,
      desk: () => ({ status: desk, ms: DESK_MS[desk] }),
      relay: (noun, on) =>
        RelayPeer.open(noun, on, {
          token: line.token,
          open: line.upgrade,
          onSent: (sent) => this.send({ type: 'relay', direction: 'to', message: sent }),
          onSay: (text) => this.send({ type: 'relay', direction: 'from', message: { text } }),
        }),
      onEvent: (event) => this.send({ type: 'event', event }),
    });
    this.#call = call;
    await call.dial();
  }

  async #catchUp(): Promise<void> {
    const call = this.#call;
    if (call !== null && !call.ended) await call.advance(Math.max(0, Date.now() - this.#began - call.now));
  }

  /** Comes back when something is due; a relay is looked after now and then. */
  #wake(): void {
    const call = this.#call;
    clearTimeout(this.#timer);
    if (call === null || call.ended) return;
    const due = call.deadline ?? (call.waitsOn === 'relay' ? call.now + RELAY_TICK_MS : null);
    if (due === null) return;
    this.#timer = setTimeout(
      () => this.#enqueue(async () => {}),
      Math.max(10, due - (Date.now() - this.#began)),
    );
    this.#timer.unref();
  }
}

const RELAY_TICK_MS = 250;

function read(frame: string): FromPage | null {
  try {
    return fromPage.safeParse(JSON.parse(frame)).data ?? null;
  } catch {
    return null;
  }
}
