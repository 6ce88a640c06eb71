import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { Desk } from './bot/desk.js';
import { guard } from './bot/guard/index.js';
import type { House } from './bot/house.js';
import { recentOf } from './bot/recent.js';
import type { Hours } from './channels/phone/desk-hours.js';
import type { CallBook, PhoneParts } from './channels/phone/index.js';
import { openEar } from './phone-ear.js';
import { openOffice } from './phone-office.js';
import { ROOT } from './root.js';
import {
  countCallsOfSince,
  countCallsSince,
  findCall,
  findCallTurn,
  findPace,
  keepPace,
  recordCall,
} from './store/calls.js';
import type { Database } from './store/database.js';
import type { Hasher, Seal } from './store/seal.js';

/** What of the configuration is the telephone's. */
interface PhoneSettings {
  HOST: string;
  TWILIO_AUTH_TOKEN?: string | undefined;
  PUBLIC_BASE_URL?: string | undefined;
  PHONE_MODE: 'gather' | 'relay';
  PHONE_REGIONS?: ReadonlyMap<string, string> | undefined;
  PHONE_CALLS: number;
  PHONE_CALLS_PER_NUMBER: number;
  DESK_NUMBER?: string | undefined;
  DESK_HOURS: readonly Hours[];
}

interface PhoneNeeds {
  config: PhoneSettings;
  db: Database;
  seal: Seal;
  hasher: Hasher;
  desk: Desk;
  house: () => House;
  /** The folder of the policies and word lists. */
  corpus: string;
  now: () => Date;
  /** Whether text messages leave this house. */
  sendsMessages: boolean;
  onError: (error: unknown) => void;
}

/** Something is said within 0.8 s; the rest of it is for the way there and back. */
const PATIENCE_MS = 500;
const MOST_TURNS = 200;

export interface OpenPhone {
  plugins: FastifyPluginAsync[];
  /** A line to rehearse on, over another desk and store; null where no calls come in. */
  rehearsal(others: Pick<PhoneNeeds, 'desk' | 'db'>): Promise<Rehearsal | null>;
}

interface Rehearsal {
  /** Holds a call in which `turns` are said, `opening` before the first; a turn whenever it is asked for. */
  call(opening: string, turns: readonly string[]): AsyncIterable<void>;
  close(): Promise<void>;
}

/**
 * The telephone as plugins for the web server: its webhooks where there are credentials, its simulator where only this
 * machine can reach it. What a call needs is loaded by the first that comes.
 */
export async function openPhone(needs: PhoneNeeds): Promise<OpenPhone> {
  const { TWILIO_AUTH_TOKEN, PUBLIC_BASE_URL, HOST, PHONE_MODE } = needs.config;
  let ear: ReturnType<typeof openEar> | null = null;
  const channel = async (mode: 'gather' | 'relay', token: string, base: string, own = needs) => {
    const { phoneChannel } = await import('./channels/phone/index.js');
    ear ??= openEar(needs.corpus, needs.house);
    const { hints, ...parts } = phoneParts(own, await ear);
    return phoneChannel({ ...parts, mode, token, line: { base, hints } });
  };
  const plugins: FastifyPluginAsync[] = [];
  const onLine = TWILIO_AUTH_TOKEN !== undefined && PUBLIC_BASE_URL !== undefined;
  if (onLine) plugins.push(await channel(PHONE_MODE, TWILIO_AUTH_TOKEN, PUBLIC_BASE_URL));
  if (LOOPBACK.has(HOST)) {
    const { simulatorPage } = await import('./channels/phone/simulator/page.js');
    plugins.push(simulatorPage({ pages: join(ROOT, 'web/phone'), phone: channel }));
  }
  return {
    plugins,
    async rehearsal(others) {
      if (!onLine) return null;
      const [{ openPrivateLine }, { rehearseCall }] = await Promise.all([
        import('./channels/phone/simulator/private-line.js'),
        import('./channels/phone/simulator/rehearse.js'),
      ]);
      const line = await openPrivateLine((token, base) =>
        channel(PHONE_MODE, token, base, { ...needs, ...others }),
      );
      let calls = 0;
      // Everyone calls from a number of their own: one that calls too often is not put through.
      const from = (): string => `+86190${String(calls++).padStart(8, '0')}`;
      return {
        call: (opening, turns) => rehearseCall(line, { from: from(), opening, turns }),
        close: () => line.close(),
      };
    },
  };
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** What the telephone is made of, but for the token and the public address. */
function phoneParts(
  needs: PhoneNeeds,
  mend: PhoneParts['mend'],
): Omit<PhoneParts, 'token' | 'line' | 'mode'> & { hints: string } {
  const { config, desk, house, now, onError } = needs;
  return {
    answer: (incoming) => desk.answer(incoming),
    pace: desk.pace,
    mend,
    isDanger: (text) => dangers(house()).get(text, () => DANGERS.has(guard(house().normalize(text)).kind)),
    office: openOffice({
      ...needs,
      number: config.DESK_NUMBER ?? null,
      hours: config.DESK_HOURS,
    }),
    now,
    patienceMs: PATIENCE_MS,
    book: callBook(needs),
    regions: config.PHONE_REGIONS ?? new Map(),
    limits: { calls: config.PHONE_CALLS, turns: MOST_TURNS, perNumber: config.PHONE_CALLS_PER_NUMBER },
    onError,
    newNonce: () => randomBytes(18).toString('base64url'),
    hints: hintsOf(house()),
  };
}

/** Commands and nods are the same in most calls. */
const dangers = recentOf<boolean>(1000);

const DANGERS: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

const HINTS = [
  '人工',
  '再说一遍',
  '慢一点',
  '继续',
  '详细',
  '出处',
  '三无',
  '五保',
  '低保',
  '高龄津贴',
  '医养结合',
  '护理补贴',
];

/** What callers say that a recogniser would not expect: places and the words of policies. */
const hintsOf = ({ held }: House): string =>
  [...HINTS, ...held.map(({ name }) => name), '体检', '家庭医生', '绿色通道', '养老院', '上门巡诊'].join(',');

const callBook = ({ db, seal, hasher }: PhoneNeeds): CallBook => ({
  find: (callSid) => findCall(db, seal, callSid),
  turn: (callSid, turn) => findCallTurn(db, seal, callSid, turn),
  record: (call) => recordCall(db, { seal, hasher }, call),
  ongoing: (since) => countCallsSince(db, since),
  ongoingFrom: (number, since) => countCallsOfSince(db, hasher, { number, since }),
  pace: (number) => findPace(db, hasher, number),
  keepPace: (number, pace, at) => keepPace(db, hasher, { number, pace, now: at }),
});
