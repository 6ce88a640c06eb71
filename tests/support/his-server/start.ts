import { fileURLToPath } from 'node:url';
import { startTestServer } from '../test-server.js';

/**
 * What the platform does with the next orders and cancellations. `late`: done, answered after `delayMs`; `lost`: done,
 * the line is cut; `silent`: not done, never answered; `twice`: done, the answer comes two times; `doubled`: the
 * gateway delivers the order two times and answers the first; `repeated`: as `doubled`, but answers the second;
 * `broken`: done, then 500; `failing`: 500 before it is done; `malformed`: done, answered with a web page; `cut`: done,
 * answered with half of the JSON; `bare`: done, answered without data; `full`: refused, there is no number left.
 */
export type Play =
  | 'well'
  | 'late'
  | 'lost'
  | 'silent'
  | 'twice'
  | 'doubled'
  | 'repeated'
  | 'broken'
  | 'failing'
  | 'malformed'
  | 'cut'
  | 'bare'
  | 'full';

export interface Mode {
  play: Play;
  delayMs: number;
  /** The platform's clock. */
  now: string;
  key: string;
  method: 'md5' | 'sha256';
  /** Before its start, until when an order can be cancelled (退号). */
  quitMinutes: number;
  /** Whether `order/getOrder` and the field `outTradeNo` are there. */
  query: boolean;
}

export const DEFAULTS: Mode = {
  play: 'well',
  delayMs: 2500,
  now: '2026-11-22T10:00:00+08:00',
  key: 'a-key-of-the-tests',
  method: 'sha256',
  quitMinutes: 60,
  query: true,
};

/** 排班, as the platform has it. */
export interface TestSchedule {
  hosScheduleId: string;
  depcode: string;
  workDate: string;
  workTime: 0 | 1;
  startTime?: string;
  endTime?: string;
  reservedNumber: number;
  availableNumber: number;
  status: 1 | 0 | -1;
}

export interface TestOrder {
  hosRecordId: string;
  hosScheduleId: string;
  number: number;
  status: number;
  fields: Record<string, string | number>;
}

export interface HisTestServer {
  url: string;
  control(change: Partial<Mode>): Promise<void>;
  reset(change?: Partial<Mode>): Promise<void>;
  put(schedule: TestSchedule): Promise<void>;
  /** What the platform has. */
  state(): Promise<{ schedules: TestSchedule[]; orders: TestOrder[]; submitted: number }>;
  stop(): Promise<void>;
}

export async function startHisServer(): Promise<HisTestServer> {
  const { origin, control, stop } = await startTestServer<Mode & { schedule: TestSchedule }>(
    fileURLToPath(new URL('main.ts', import.meta.url)),
  );
  return {
    url: `${origin}/api`,
    control,
    reset: (change = {}) => control({ ...DEFAULTS, ...change }),
    put: (schedule) => control({ schedule }),
    async state() {
      const response = await fetch(`${origin}/state`);
      return (await response.json()) as Awaited<ReturnType<HisTestServer['state']>>;
    },
    stop,
  };
}
