import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDeskAdapter } from '../../src/appointments/adapters/desk.js';
import { createLocalAdapter } from '../../src/appointments/adapters/local.js';
import { createCatalogue } from '../../src/appointments/catalogue.js';
import { createAppointments } from '../../src/appointments/create.js';
import { createDeskWork, type DeskWork } from '../../src/appointments/desk-work.js';
import { importProviders } from '../../src/appointments/import/apply.js';
import { parseProviders } from '../../src/appointments/import/provider-file.js';
import { instant } from '../../src/appointments/instants.js';
import { tidyUp } from '../../src/appointments/keep.js';
import type { Parts } from '../../src/appointments/parts.js';
import type { Adapter } from '../../src/appointments/port.js';
import type { Appointments, BookingRequest } from '../../src/appointments/service.js';
import { parseServices } from '../../src/appointments/services.js';
import type { OutgoingMessage, Sender } from '../../src/messages/sender.js';
import { ROOT } from '../../src/root.js';
import type { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import { createHasher, createSeal } from '../../src/store/seal.js';

export const HOSPITAL = 'sample-hecheng-hospital';
export const STATION = 'sample-hecheng-station';
export const GERIATRICS = `${HOSPITAL}.geriatrics`;

export interface Booking {
  parts: Parts;
  appointments: Appointments;
  desk: DeskWork;
  work: ReturnType<typeof tidyUp>;
  /** Messages that left, in order. */
  sent: OutgoingMessage[];
  /** Sunday, 2026-11-22, 10:00 at first. */
  clock: { set(iso: string): void; add(minutes: number): void };
  /** The `n`th free slot of a department, from 0. */
  slot(departmentId: string, n?: number): Promise<string>;
}

/** Booking at the sample providers over a database, with a clock of its own and messages that go nowhere. */
export async function openBooking(
  db: Database,
  change: { remote?: Adapter; sender?: Sender } = {},
): Promise<Booking> {
  await migrate(db);
  const key = randomBytes(32);
  const [seal, hasher] = [createSeal(key), createHasher(key)];
  let time = Date.parse('2026-11-22T10:00:00+08:00');
  const now = (): string => instant(time);
  const samples = await readFile(join(ROOT, 'corpus/samples/providers.yaml'), 'utf8');
  await importProviders(db, parseProviders(samples), now());
  const services = parseServices(await readFile(join(ROOT, 'corpus/services.yaml'), 'utf8'), []);
  const parts: Parts = {
    db,
    seal,
    hasher,
    catalogue: createCatalogue(db),
    services: new Map(services.map((service) => [service.id, service])),
    adapters: {
      local: change.remote ? { remote: change.remote } : { within: createLocalAdapter },
      desk: { within: (database) => createDeskAdapter(database, { seal, hasher }) },
    },
    now,
    random: (below) => randomBytes(4).readUInt32BE() % below,
    newId: () => randomBytes(16).toString('base64url'),
    pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  };
  const sent: OutgoingMessage[] = [];
  const sender: Sender = change.sender ?? {
    async send(message) {
      sent.push(message);
      return { outcome: 'sent' };
    },
    hasLeft: async () => null,
  };
  const onError = (error: unknown): void => {
    throw error;
  };
  const appointments = createAppointments(parts);
  return {
    parts,
    appointments,
    desk: createDeskWork(parts),
    work: tidyUp({ parts, sender, onError, onOverdue: () => {} }),
    sent,
    clock: {
      set(iso) {
        time = Date.parse(iso);
      },
      add(minutes) {
        time += minutes * 60_000;
      },
    },
    async slot(departmentId, n = 0) {
      const providerId = departmentId.slice(0, departmentId.indexOf('.'));
      const found = await appointments.slots({ providerId, departmentId, greenChannel: true });
      const slot = found.outcome === 'found' ? found.slots[n] : undefined;
      if (!slot) throw new Error(`no slot ${n} of ${departmentId}`);
      return slot.id;
    },
  };
}

export const WANG = { name: '王桂英', phone: '13800000000' };
export const DAUGHTER = { name: '李娜', phone: '13900000000', relation: '女儿' };
export const SON = { name: '李强', phone: '13700000000', relation: '儿子' };

export const wish = (slotId: string, change: Partial<BookingRequest> = {}): BookingRequest => ({
  serviceId: 'green-channel',
  slotId,
  patient: WANG,
  ...change,
});
