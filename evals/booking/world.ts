import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeskAdapter } from '../../src/appointments/adapters/desk.js';
import { createLocalAdapter } from '../../src/appointments/adapters/local.js';
import { createCatalogue } from '../../src/appointments/catalogue.js';
import { createAppointments } from '../../src/appointments/create.js';
import { loadGuide } from '../../src/appointments/departments-guide.js';
import { importProviders } from '../../src/appointments/import/apply.js';
import { parseProviders } from '../../src/appointments/import/provider-file.js';
import { instant } from '../../src/appointments/instants.js';
import type { Appointments } from '../../src/appointments/service.js';
import { loadServices } from '../../src/appointments/services.js';
import type { Appointment } from '../../src/appointments/types.js';
import type { BookingParts } from '../../src/bot/book/index.js';
import type { Bot } from '../../src/bot/desk.js';
import { createBot } from '../../src/bot/turn.js';
import type { PolicyDocument } from '../../src/knowledge/types.js';
import { shanghaiTime } from '../../src/language/calendar.js';
import { ROOT } from '../../src/root.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrations.js';
import { createHasher, createSeal } from '../../src/store/seal.js';
import { partsOf, type Subject } from '../support/subject.js';

/** Sunday 22 November 2026, ten in the morning. */
export const BEGIN = '2026-11-22T10:00:00+08:00';

/** The booking service over a database of its own, with a clock that is set. */
export interface World {
  parts: BookingParts;
  appointments: Appointments;
  now(): Date;
  pass(minutes: number): void;
  /** Every appointment that is not given up, by the service itself. */
  standing(): Promise<Appointment[]>;
  close(): Promise<void>;
}

let template: Promise<string> | undefined;

/** A database with the hospitals of the scripts and their next two weeks; made once, then copied. */
async function makeTemplate(): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'yiwen-booking-')), 'template.db');
  const db = await openDatabase({ file });
  await migrate(db);
  const providers = parseProviders(await readFile(join(ROOT, 'evals/booking/providers.yaml'), 'utf8'));
  await importProviders(db, providers, BEGIN);
  await db.destroy();
  return file;
}

/** The bot that is judged, at the time of the world and booking in it. */
export const botIn = (world: World, subject: Subject): Bot =>
  createBot({ ...partsOf(subject), clock: () => shanghaiTime(world.now()), booking: world.parts });

/** `documents`: those that the services' clauses stand in. */
export async function openWorld(documents: readonly PolicyDocument[]): Promise<World> {
  template ??= makeTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'yiwen-booking-'));
  const file = join(folder, 'yiwen.db');
  await copyFile(await template, file);
  const db = await openDatabase({ file });
  let at = Date.parse(BEGIN);
  const appointments = await service(db, documents, () => instant(at));
  const guide = await loadGuide(join(ROOT, 'corpus/departments.yaml'));
  return {
    parts: { appointments, guide, sendsMessages: true },
    appointments,
    now: () => new Date(at),
    pass(minutes) {
      at += minutes * 60_000;
    },
    async standing() {
      const rows = await db.selectFrom('appointments').select('id').execute();
      const all = await Promise.all(rows.map(({ id }) => appointments.byId(id)));
      return all.filter((a) => a !== null).filter(({ status }) => status !== 'cancelled');
    },
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function service(
  db: Database,
  documents: readonly PolicyDocument[],
  now: () => string,
): Promise<Appointments> {
  const key = randomBytes(32);
  const seal = createSeal(key);
  const hasher = createHasher(key);
  const entries = await loadServices(join(ROOT, 'corpus/services.yaml'), documents);
  return createAppointments({
    db,
    seal,
    hasher,
    catalogue: createCatalogue(db),
    services: new Map(entries.map((entry) => [entry.id, entry])),
    adapters: {
      local: { within: createLocalAdapter },
      desk: { within: (tx) => createDeskAdapter(tx, { seal, hasher }) },
    },
    now,
    random: (below) => randomInt(below),
    newId: () => randomUUID(),
    pause: async () => {},
  });
}
