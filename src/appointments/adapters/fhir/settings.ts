import { z } from 'zod';
import type { ProviderRecord } from '../../port.js';
import { baseUrl, byDepartmentId, parseSettings, secretName, timeLimit } from '../remote.js';

const references = (types: string) =>
  z
    .array(
      z.string().regex(new RegExp(`^(?:${types})/[A-Za-z0-9.-]{1,64}$`, 'u'), `a reference: ${types}/id`),
    )
    .max(50);

/** By which a server's slots are a department's: its Schedules, and for `$find` the Locations of its doctors. */
const source = z.strictObject({
  schedules: references('Schedule').default([]),
  locations: references('Location').default([]),
});
export type Source = z.infer<typeof source>;

const department = z.strictObject({ open: source, green: source.optional() });

/**
 * How a provider's FHIR server is reached. `secret`: name of the bearer token in the configuration. `numbers`: the
 * system of the Appointment's identifier that is the place in the queue. `departments`: by the provider's own id of
 * each; `green`: what is kept for the green channel, besides.
 */
export const fhirSettings = z.strictObject({
  url: baseUrl,
  secret: secretName.optional(),
  timeoutMs: timeLimit,
  numbers: z.url().optional(),
  departments: z.record(z.string(), department),
});
export type FhirSettings = Omit<z.infer<typeof fhirSettings>, 'departments'> & {
  departments: ReadonlyMap<string, z.infer<typeof department>>;
};

/** Throws {@link Misconfigured}. */
export function fhirSettingsOf(provider: ProviderRecord): FhirSettings {
  const settings = parseSettings(fhirSettings, provider.settings);
  return { ...settings, departments: byDepartmentId(provider, settings.departments) };
}

/** What of `kind` a department is made of; what is kept for the green channel first, for whom it is kept. */
export function sourcesOf(
  settings: FhirSettings,
  departmentId: string,
  kind: keyof Source,
  green: boolean,
): readonly string[] {
  const sources = settings.departments.get(departmentId);
  if (sources === undefined) return [];
  return [...(green ? (sources.green?.[kind] ?? []) : []), ...sources.open[kind]];
}
