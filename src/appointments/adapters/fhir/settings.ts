import { z } from 'zod';
import { baseUrl, secretName, timeLimit } from '../remote.js';

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

/**
 * How a provider's FHIR server is reached. `secret`: name of the bearer token in the configuration. `numbers`: the
 * system of the Appointment's identifier that is the place in the queue. `departments`: by our id; `green`: what is
 * kept for the green channel, besides.
 */
export const fhirSettings = z.strictObject({
  url: baseUrl,
  secret: secretName.optional(),
  timeoutMs: timeLimit,
  numbers: z.url().optional(),
  departments: z.record(z.string(), z.strictObject({ open: source, green: source.optional() })),
});
export type FhirSettings = z.infer<typeof fhirSettings>;

/** What of `kind` a department is made of; what is kept for the green channel first, for whom it is kept. */
export function sourcesOf(
  settings: FhirSettings,
  departmentId: string,
  kind: keyof Source,
  green: boolean,
): readonly string[] {
  const department = settings.departments[departmentId];
  if (department === undefined) return [];
  return [...(green ? (department.green?.[kind] ?? []) : []), ...department.open[kind]];
}
