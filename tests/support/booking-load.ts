import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Many people booking at once, over HTTP, as they do: twice, over a line that drops, changing their minds. */
export interface Load {
  /**
   * Ports of the servers that are up, waiting for one to be; each request goes to one of them, and again to another when
   * it fails.
   */
  ports: () => Promise<readonly number[]>;
  clients: number;
  attempts: number;
  slots: readonly string[];
  /** How many different people book. */
  people: number;
  /** Whether requests are sent more than once, and bookings cancelled and moved again. */
  rough: boolean;
  /** Milliseconds that a client takes between an answer and its next booking, on average; none where absent. */
  pause?: number;
  random: () => number;
}

interface Answer {
  status: number;
  body: { id?: string; code?: string; status?: string };
}

/** What the clients were told, by idempotency key. */
export interface Told {
  /** Appointments that somebody was told are booked. */
  booked: Set<string>;
  /** Of those, the ones that somebody was told are cancelled or moved. */
  ended: Set<string>;
  /** Changes of which no answer came back: they may have been done. */
  unsure: Set<string>;
  /** Keys that were answered in two ways; there is to be none. */
  contradictions: string[];
  refused: Map<string, number>;
  /** Attempts that were never answered, for all servers were down. */
  lost: number;
  /** Milliseconds of each booking that was answered at the first try. */
  times: number[];
}

const SENT_AT_MOST = 3;
const PAUSE_MS = 150;

export async function runLoad(load: Load): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients * SENT_AT_MOST });
  const told: Told = {
    booked: new Set(),
    ended: new Set(),
    unsure: new Set(),
    contradictions: [],
    refused: new Map(),
    lost: 0,
    times: [],
  };
  let left = load.attempts;
  await Promise.all(
    Array.from({ length: load.clients }, async () => {
      const mine: string[] = [];
      while (left-- > 0) {
        // From half as long to half as long again: people do not come in step.
        if (load.pause !== undefined) await wait(load.pause * (0.5 + load.random()));
        await attempt(load, agent, told, mine);
      }
    }),
  );
  agent.destroy();
  return told;
}

async function attempt(load: Load, agent: Agent, told: Told, mine: string[]): Promise<void> {
  const { random, rough } = load;
  const dice = random();
  const earlier = mine.length > 0 ? mine[Math.floor(random() * mine.length)] : undefined;
  if (rough && earlier !== undefined && dice < 0.1) return change(load, agent, told, mine, earlier, 'cancel');
  if (rough && earlier !== undefined && dice < 0.15)
    return change(load, agent, told, mine, earlier, 'reschedule');
  const key = randomUUID();
  const body = bookingOf(load);
  const began = performance.now();
  const copies = rough && random() < 0.3 ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: copies }, () => post(load, agent, '/api/appointments', body, key)),
  );
  const again = rough && random() < 0.1 ? [await post(load, agent, '/api/appointments', body, key)] : [];
  const heard = [...answers, ...again].filter((answer) => answer !== null);
  if (copies === 1 && answers[0]) told.times.push(performance.now() - began);
  if (heard.length === 0) told.lost++;
  const ids = new Set(
    heard.map((answer) => `${answer.status} ${answer.body.id ?? Reflect.get(answer.body, 'code')}`),
  );
  if (ids.size > 1) told.contradictions.push(`${key}: ${[...ids].join(', ')}`);
  for (const { status, body: answer } of heard.slice(0, 1)) {
    if (status === 201 && answer.id !== undefined) {
      told.booked.add(answer.id);
      mine.push(answer.id);
    } else told.refused.set(String(answer.code), (told.refused.get(String(answer.code)) ?? 0) + 1);
  }
}

async function change(
  load: Load,
  agent: Agent,
  told: Told,
  mine: string[],
  id: string,
  what: 'cancel' | 'reschedule',
): Promise<void> {
  const slotId = load.slots[Math.floor(load.random() * load.slots.length)] ?? '';
  const body = what === 'cancel' ? {} : { slotId };
  const answer = await post(load, agent, `/api/appointments/${id}/${what}`, body, randomUUID());
  if (answer === null) {
    told.unsure.add(id);
    mine.splice(mine.indexOf(id), 1);
    return;
  }
  if (answer.status !== 200) return;
  told.ended.add(id);
  mine.splice(mine.indexOf(id), 1);
  if (what === 'reschedule' && answer.body.id !== undefined) {
    told.booked.add(answer.body.id);
    mine.push(answer.body.id);
  }
}

function bookingOf({ random, slots, people }: Load): unknown {
  const person = Math.floor(random() * people);
  return {
    serviceId: 'green-channel',
    slotId: slots[Math.floor(random() * slots.length)],
    patient: { name: `测试${letters(person)}`, phone: `138${String(person).padStart(8, '0')}` },
  };
}

const letters = (n: number): string => [...String(n)].map((d) => '零一二三四五六七八九'[Number(d)]).join('');

/** Sends a request, to another server when one does not answer, three times at most; null when none did. */
async function post(
  { ports, random }: Load,
  agent: Agent,
  path: string,
  body: unknown,
  key: string,
): Promise<Answer | null> {
  for (let sent = 0; sent < SENT_AT_MOST; sent++) {
    const up = await ports();
    const port = up[Math.floor(random() * up.length)] ?? 0;
    const answer = await send(agent, port, path, body, key).catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    await wait(PAUSE_MS * (sent + 1));
  }
  return null;
}

function send(agent: Agent, port: number, path: string, body: unknown, key: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
    };
    const call = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('aborted', () => reject(new Error('aborted')));
      response.on('end', () => {
        try {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) });
        } catch (error) {
          reject(error);
        }
      });
    });
    call.setTimeout(20_000, () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    call.end(text);
  });
}
