import { addSlots, type NewSlot, readCatalogue, saveProvider } from '../../store/catalogue.js';
import type { Database } from '../../store/database.js';
import type { Catalogue } from '../catalogue.js';
import type { ProviderRecord } from '../port.js';
import type { Instant } from '../types.js';
import { type ImportedProvider, parseProviders } from './provider-file.js';
import type { ImportedSession } from './schedule-csv.js';
import { slotsAhead, slotsOf } from './timetable.js';

interface Imported {
  providers: number;
  slots: number;
}

/** Adds or replaces providers and gives those with a timetable their next slots; what is booked stays. */
export async function importProviders(
  db: Database,
  imported: readonly ImportedProvider[],
  now: Instant,
): Promise<Imported> {
  return db.transaction().execute(async (tx) => {
    let slots = 0;
    for (const { provider, departments } of imported) {
      const { region, rules, settings, sample, ...rest } = provider;
      await saveProvider(
        tx,
        {
          ...rest,
          region_name: region.name,
          adcode: region.adcode,
          sample: sample ? 1 : 0,
          rules: JSON.stringify(rules),
          settings: JSON.stringify(settings),
        },
        departments.map(({ id, providerId, name, services }) => ({
          id,
          provider_id: providerId,
          name,
          services: JSON.stringify(services),
        })),
      );
      if (provider.adapter === 'local') slots += await addSlots(tx, slotsAhead(provider, now));
    }
    return { providers: imported.length, slots };
  });
}

/** Adds the sessions of a calendar. Throws where a line names what is not there; then none of it is taken. */
export async function importSchedule(
  db: Database,
  catalogue: Catalogue,
  sessions: readonly ImportedSession[],
): Promise<Imported> {
  const slots: NewSlot[] = [];
  for (const session of sessions) {
    const provider = await catalogue.provider(session.provider);
    if (provider?.adapter !== 'local')
      throw new Error(`${session.provider}: no provider with a calendar here`);
    const department = await catalogue.department(`${provider.id}.${session.department}`);
    if (department === null) throw new Error(`${session.provider}: no department ${session.department}`);
    slots.push(...slotsOf(provider, session));
  }
  const added = await db.transaction().execute((tx) => addSlots(tx, slots));
  return { providers: 0, slots: added };
}

/** The sample providers, where there is none at all yet: a city that has its own is never given them. */
export async function seedSamples(db: Database, samples: string, now: Instant): Promise<Imported> {
  const { providers } = await readCatalogue(db);
  if (providers.length > 0) return { providers: 0, slots: 0 };
  return importProviders(db, parseProviders(samples), now);
}

/** Carries every timetable on to as far ahead as can be booked. Returns how many slots are new. */
export async function carryOn(
  db: Database,
  providers: readonly ProviderRecord[],
  now: Instant,
): Promise<number> {
  let added = 0;
  for (const provider of providers)
    if (provider.adapter === 'local')
      added += await db.transaction().execute((tx) => addSlots(tx, slotsAhead(provider, now)));
  return added;
}
