import { z } from 'zod';
import { covers, findRegion } from '../knowledge/regions.js';
import { type DepartmentRow, type ProviderRow, readCatalogue } from '../store/catalogue.js';
import type { Database } from '../store/database.js';
import type { ProviderRecord } from './port.js';
import { type Department, SERVICE_IDS, type ServiceId } from './types.js';

const KEPT_MS = 5000;

export const providerRules = z.strictObject({
  daysAhead: z.number().int().min(0).max(365),
  bookUntilMinutes: z.number().int().min(0).max(43_200),
  cancelUntilMinutes: z.number().int().min(0).max(43_200),
  mostAtOnce: z.number().int().min(1).max(1000),
  noShows: z
    .strictObject({
      limit: z.number().int().min(1).max(100),
      withinDays: z.number().int().min(1).max(3660),
      blockDays: z.number().int().min(1).max(3660),
    })
    .nullable(),
  fetchMinutes: z.number().int().min(0).max(1440).nullable(),
  greenShare: z.number().min(0).max(1),
  greenAge: z.number().int().min(0).max(120),
  needsId: z.boolean(),
});

const providerRow = z.object({
  rules: providerRules,
  settings: z.record(z.string(), z.unknown()),
  adapter: z.enum(['local', 'fhir', 'his', 'desk']),
});
const serviceIds = z.array(z.enum(SERVICE_IDS));

/** Providers and departments as they are configured. What another process changes is seen within five seconds. */
export interface Catalogue {
  provider(id: string): Promise<ProviderRecord | null>;
  department(id: string): Promise<Department | null>;
  departments(providerId: string, serviceId?: ServiceId): Promise<readonly Department[]>;
  /** Null: of every place. */
  providersOf(adcode: string | null, serviceId?: ServiceId): Promise<readonly ProviderRecord[]>;
  all(): Promise<readonly ProviderRecord[]>;
  /** Forgets what was read. */
  refresh(): void;
}

interface Held {
  providers: Map<string, ProviderRecord>;
  departments: Map<string, Department>;
}

/** `prepare` is done before the first reading, such as putting the sample providers into an empty database. */
export function createCatalogue(db: Database, prepare: () => Promise<void> = async () => {}): Catalogue {
  let prepared: Promise<void> | null = null;
  let held: Held | null = null;
  let loading: Promise<Held> | null = null;
  let read = Number.NEGATIVE_INFINITY;

  async function load(): Promise<Held> {
    prepared ??= prepare();
    prepared.catch(() => {
      prepared = null;
    });
    await prepared;
    const rows = await readCatalogue(db);
    return {
      providers: new Map(rows.providers.map((row) => [row.id, providerOf(row)])),
      departments: new Map(rows.departments.map((row) => [row.id, departmentOf(row)])),
    };
  }

  function reload(): Promise<Held> {
    read = performance.now();
    const reading = load();
    loading = reading;
    reading.then(
      (fresh) => {
        if (loading !== reading) return;
        held = fresh;
        loading = null;
      },
      () => {
        if (loading === reading) loading = null;
      },
    );
    return reading;
  }

  /** What is old is given once more while it is read anew: who asks may hold the one connection of a transaction. */
  function current(): Promise<Held> {
    if (held === null) return loading ?? reload();
    if (loading === null && performance.now() - read > KEPT_MS) void reload().catch(() => {});
    return Promise.resolve(held);
  }

  const gives = (department: Department, serviceId?: ServiceId): boolean =>
    serviceId === undefined || department.services.includes(serviceId);

  return {
    provider: async (id) => (await current()).providers.get(id) ?? null,
    department: async (id) => (await current()).departments.get(id) ?? null,
    async departments(providerId, serviceId) {
      const { departments } = await current();
      return [...departments.values()].filter((d) => d.providerId === providerId && gives(d, serviceId));
    },
    async providersOf(adcode, serviceId) {
      const { providers, departments } = await current();
      const place = adcode === null ? null : findRegion(adcode);
      if (adcode !== null && place === null) return [];
      const giving = new Set(
        [...departments.values()].filter((d) => gives(d, serviceId)).map((d) => d.providerId),
      );
      const near = [...providers.values()].filter(({ id, region }) => {
        const theirs = giving.has(id) ? findRegion(region.adcode) : null;
        return theirs !== null && (place === null || covers(theirs, place) || covers(place, theirs));
      });
      return near.sort(
        (a, b) => Number(a.sample) - Number(b.sample) || a.name.localeCompare(b.name, 'zh-Hans-CN'),
      );
    },
    all: async () => [...(await current()).providers.values()],
    refresh() {
      held = null;
      loading = null;
    },
  };
}

function providerOf(row: ProviderRow): ProviderRecord {
  const { rules, settings, adapter } = providerRow.parse({
    rules: JSON.parse(row.rules),
    settings: JSON.parse(row.settings),
    adapter: row.adapter,
  });
  return {
    id: row.id,
    name: row.name,
    region: { name: row.region_name, adcode: row.adcode },
    address: row.address,
    phone: row.phone,
    adapter,
    sample: row.sample === 1,
    rules,
    settings,
  };
}

function departmentOf(row: DepartmentRow): Department {
  const services = serviceIds.parse(JSON.parse(row.services));
  return { id: row.id, providerId: row.provider_id, name: row.name, services };
}
