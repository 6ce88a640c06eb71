import { instant } from '../../src/appointments/instants.js';
import type {
  AppointmentRef,
  BookRequest,
  HoldRequest,
  OpenSlot,
  ProviderRecord,
  SlotSearch,
} from '../../src/appointments/port.js';
import type { Department } from '../../src/appointments/types.js';
import type { FhirTestServer } from '../support/fhir-server/start.js';

export const NOW = '2026-11-22T10:00:00+08:00';
export const TOKEN = 'a-token-of-the-tests';
export const NUMBERS = 'urn:oid:1.2.3.4.5.6.7';

export const department: Department = {
  id: 'zz.geriatrics',
  providerId: 'zz',
  name: '老年医学科',
  services: ['green-channel'],
};

export function hospital(url: string, change: Record<string, unknown> = {}): ProviderRecord {
  return {
    id: 'zz',
    name: '样例医院',
    region: { name: '怀化市鹤城区', adcode: '431202' },
    address: '样例路 1 号',
    phone: '0745-2222222',
    adapter: 'fhir',
    sample: true,
    rules: {
      daysAhead: 7,
      bookUntilMinutes: 30,
      cancelUntilMinutes: 60,
      mostAtOnce: 3,
      noShows: null,
      fetchMinutes: null,
      greenShare: 0,
      greenAge: 60,
      needsId: false,
    },
    settings: {
      url,
      secret: 'ZZ',
      timeoutMs: 3000,
      numbers: NUMBERS,
      departments: {
        geriatrics: {
          open: { schedules: ['Schedule/open'], locations: ['Location/open'] },
          green: { schedules: ['Schedule/green'], locations: ['Location/green'] },
        },
      },
      ...change,
    },
  };
}

let made = 0;
/** A name that nothing else has. */
export const fresh = (what: string): string => `${what}-${++made}-${process.pid}`;

export async function addSchedules(server: FhirTestServer): Promise<void> {
  for (const id of ['open', 'green'])
    await server.put({ resourceType: 'Schedule', id, actor: [{ reference: `Location/${id}` }] });
}

let hours = 0;
/** So many FHIR Slots at a time that no other test has. Returns when. */
export async function addSlots(
  server: FhirTestServer,
  count: number,
  schedule = 'open',
  at?: { start: string; end: string },
): Promise<{ start: string; end: string }> {
  const start = at?.start ?? instant(Date.parse('2026-11-25T08:00:00+08:00') + ++hours * 3_600_000);
  const end = at?.end ?? instant(Date.parse(start) + 1_200_000);
  for (let i = 0; i < count; i++)
    await server.put({
      resourceType: 'Slot',
      id: fresh('slot'),
      schedule: { reference: `Schedule/${schedule}` },
      status: 'free',
      start,
      end,
    });
  return { start, end };
}

export const search = (provider: ProviderRecord, start: string, green = false): SlotSearch => ({
  provider,
  departments: [department],
  from: start,
  to: instant(Date.parse(start) + 1000),
  green,
  limit: 10,
  now: NOW,
});

export const holding = (provider: ProviderRecord, slot: OpenSlot, change: Partial<HoldRequest> = {}) => ({
  provider,
  slot,
  reference: fresh('hold'),
  green: false,
  until: '2026-11-22T10:05:00+08:00',
  now: NOW,
  ...change,
});

export const booking = (
  provider: ProviderRecord,
  slot: OpenSlot,
  change: Partial<BookRequest> = {},
): BookRequest => ({
  provider,
  department,
  slot,
  reference: fresh('appointment'),
  hold: null,
  serviceId: 'green-channel',
  green: false,
  patient: { name: '李秀英', phone: '13800000000', birthDate: '1950-01-01' },
  needs: ['轮椅'],
  note: null,
  now: NOW,
  ...change,
});

export const named = (
  { provider, slot, reference, now }: Pick<BookRequest, 'provider' | 'slot' | 'reference' | 'now'>,
  externalRef: string | null = null,
): AppointmentRef => ({ provider, slot, reference, externalRef, now });

/** Told of faults in a provider's settings where there should be none. */
export function unexpected(fault: string): never {
  throw new Error(fault);
}
