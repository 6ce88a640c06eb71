import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDeskAdapter } from './appointments/adapters/desk.js';
import { createLocalAdapter } from './appointments/adapters/local.js';
import { createCatalogue } from './appointments/catalogue.js';
import { seedSamples } from './appointments/import/apply.js';
import { instant } from './appointments/instants.js';
import type { Parts } from './appointments/parts.js';
import { loadServices } from './appointments/services.js';
import type { PolicyDocument } from './knowledge/types.js';
import type { Database } from './store/database.js';
import type { Hasher, Seal } from './store/seal.js';

export interface AppointmentsHouse {
  db: Database;
  seal: Seal;
  hasher: Hasher;
  now: () => Date;
  /** Folder of the corpus. */
  corpus: string;
  documents: readonly PolicyDocument[];
}

const ID_BYTES = 16;

/** What booking is made of. The sample providers are put into a database that has none when it is first asked. */
export async function openAppointments(house: AppointmentsHouse): Promise<Parts> {
  const { db, seal, hasher, corpus, documents } = house;
  const now = (): string => instant(house.now());
  const services = await loadServices(join(corpus, 'services.yaml'), documents);
  const catalogue = createCatalogue(db, async () => {
    const samples = await readFile(join(corpus, 'samples/providers.yaml'), 'utf8').catch(() => null);
    if (samples !== null) await seedSamples(db, samples, now());
  });
  return {
    db,
    seal,
    hasher,
    catalogue,
    services: new Map(services.map((service) => [service.id, service])),
    adapters: {
      local: { within: createLocalAdapter },
      desk: { within: (database) => createDeskAdapter(database, { seal, hasher }) },
    },
    now,
    random: (below) => randomInt(below),
    newId: () => randomBytes(ID_BYTES).toString('base64url'),
    pause: (ms) => pause(ms),
  };
}
