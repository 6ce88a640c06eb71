import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { z } from 'zod';
import { customaryName, findRegion } from '../../knowledge/regions.js';
import { deskSettings } from '../adapters/desk.js';
import { fhirSettings } from '../adapters/fhir/settings.js';
import { hisSettings } from '../adapters/his/settings.js';
import { parseSettings } from '../adapters/remote.js';
import { providerRules } from '../catalogue.js';
import type { ProviderRecord } from '../port.js';
import { type Department, SERVICE_IDS } from '../types.js';
import { localSettings, slug } from './timetable.js';

const words = z.string().trim().min(1).max(100);

const provider = z.strictObject({
  id: slug,
  name: words,
  /** Six-digit adcode. */
  region: z.string().regex(/^\d{6}$/, 'a six-digit adcode'),
  address: words,
  phone: z.string().regex(/^[\d-]{5,20}$/, 'a telephone number'),
  adapter: z.enum(['local', 'desk', 'fhir', 'his']),
  sample: z.boolean().default(false),
  rules: providerRules,
  settings: z.record(z.string(), z.unknown()).default({}),
  departments: z
    .array(z.strictObject({ id: slug, name: words, services: z.array(z.enum(SERVICE_IDS)).min(1) }))
    .min(1),
});

/** `<<: *defaults` as in YAML 1.1, where it was. */
const WITH_MERGE = CORE_SCHEMA.withTags(mergeTag);

/** `defaults` holds what providers share by YAML anchors, and is not read itself. */
const providersFile = z.strictObject({
  defaults: z.unknown().optional(),
  providers: z.array(provider).min(1),
});

export interface ImportedProvider {
  provider: ProviderRecord;
  departments: readonly Department[];
}

/** Throws an error that names the faulty place. */
export function parseProviders(text: string): ImportedProvider[] {
  const read = providersFile.safeParse(load(text, { schema: WITH_MERGE }));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { providers } = read.data;
  const twice = providers.find(({ id }, i) => providers.findIndex((other) => other.id === id) !== i);
  if (twice) throw new Error(`${twice.id}: there twice`);
  return providers.map(importProvider);
}

function importProvider(entry: z.infer<typeof provider>): ImportedProvider {
  const { departments, region, ...rest } = entry;
  const fault = (what: string): Error => new Error(`${entry.id}: ${what}`);
  const place = findRegion(region);
  if (place === null) throw fault(`no place has the adcode ${region}`);
  const ids = departments.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw fault('a department is there twice');
  if (entry.sample && !entry.name.includes('样例')) throw fault('the name of sample data says 样例');
  if (entry.adapter === 'local') {
    const { timetable } = localSettings.parse(entry.settings);
    const stray = timetable.find(({ department }) => !ids.includes(department));
    if (stray) throw fault(`a session of ${stray.department}, which is no department`);
  }
  if (entry.adapter === 'desk') deskSettings.parse(entry.settings);
  if (entry.adapter === 'fhir' || entry.adapter === 'his') {
    const schema = entry.adapter === 'fhir' ? fhirSettings : hisSettings;
    const stray = Object.keys(
      parseSettings<{ departments: object }>(schema, entry.settings).departments,
    ).find((id) => !ids.includes(id));
    if (stray) throw fault(`settings of ${stray}, which is no department`);
  }
  return {
    provider: { ...rest, region: { name: customaryName(place), adcode: region } },
    departments: departments.map(({ id, name, services }) => ({
      id: `${entry.id}.${id}`,
      providerId: entry.id,
      name,
      services,
    })),
  };
}
