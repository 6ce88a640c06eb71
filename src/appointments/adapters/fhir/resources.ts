import { z } from 'zod';
import { toInstant } from '../../instants.js';
import type { Instant } from '../../types.js';

// What is read of FHIR R4 resources. They are open, and an update sends all of a resource back: what is not read
// here is kept as it came.

const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/u);
const time = z.iso.datetime({ offset: true });
const identifier = z.looseObject({ system: z.string().optional(), value: z.string().optional() });
const reference = z.looseObject({ reference: z.string().optional() });
const meta = z.looseObject({ versionId: z.string() });

const SLOT_STATUSES = ['busy', 'free', 'busy-unavailable', 'busy-tentative', 'entered-in-error'] as const;
export const slotResource = z.looseObject({
  resourceType: z.literal('Slot'),
  id,
  meta,
  identifier: z.array(identifier).optional(),
  extension: z.array(z.looseObject({ url: z.string(), valueInstant: time.optional() })).optional(),
  schedule: reference,
  status: z.enum(SLOT_STATUSES),
  start: time,
  end: time,
});
export type SlotResource = z.infer<typeof slotResource>;

const APPOINTMENT_STATUSES = [
  'proposed',
  'pending',
  'booked',
  'arrived',
  'fulfilled',
  'cancelled',
  'noshow',
  'entered-in-error',
  'checked-in',
  'waitlist',
] as const;
export const appointmentResource = z.looseObject({
  resourceType: z.literal('Appointment'),
  id,
  meta: meta.partial().optional(),
  identifier: z.array(identifier).optional(),
  status: z.enum(APPOINTMENT_STATUSES),
  start: time.optional(),
  end: time.optional(),
  participant: z.array(z.looseObject({})).optional(),
});
export type AppointmentResource = z.infer<typeof appointmentResource>;

const outcomeResource = z.looseObject({
  resourceType: z.literal('OperationOutcome'),
  issue: z.array(
    z.looseObject({
      severity: z.enum(['fatal', 'error', 'warning', 'information']),
      code: z.string(),
      details: z.looseObject({ text: z.string().optional() }).optional(),
      diagnostics: z.string().optional(),
    }),
  ),
});

export interface Issue {
  code: string;
  text: string;
}

export const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  link: z.array(z.looseObject({ relation: z.string(), url: z.string() })).optional(),
  entry: z
    .array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }).optional() }))
    .optional(),
});
export type Bundle = z.infer<typeof bundle>;

export const capabilityStatement = z.looseObject({
  resourceType: z.literal('CapabilityStatement'),
  fhirVersion: z.string(),
  rest: z
    .array(
      z.looseObject({
        interaction: z.array(z.looseObject({ code: z.string() })).optional(),
        resource: z
          .array(
            z.looseObject({
              type: z.string(),
              operation: z.array(z.looseObject({ name: z.string() })).optional(),
            }),
          )
          .optional(),
      }),
    )
    .min(1),
});

/** Anything; what a write answers is looked up afterwards. */
export const anything = z.unknown();

/** What is wrong, by an OperationOutcome or a Bundle with one; empty where it is neither or says nothing is. */
export function issuesIn(answer: unknown): Issue[] {
  const whole = bundle.safeParse(answer);
  const candidates = whole.success ? (whole.data.entry ?? []).map(({ resource }) => resource) : [answer];
  return candidates.flatMap((candidate) => {
    const outcome = outcomeResource.safeParse(candidate);
    if (!outcome.success) return [];
    return outcome.data.issue
      .filter(({ severity }) => severity === 'fatal' || severity === 'error')
      .map(({ code, details, diagnostics }) => ({ code, text: details?.text ?? diagnostics ?? code }));
  });
}

export interface Span {
  start: Instant;
  end: Instant;
}

/** When it is; null where it does not say. */
export function spanOf(resource: { start?: string | undefined; end?: string | undefined }): Span | null {
  const start = toInstant(resource.start ?? '');
  const end = toInstant(resource.end ?? '');
  return start === null || end === null ? null : { start, end };
}

export const identifierIn = (
  resource: { identifier?: z.infer<typeof identifier>[] | undefined },
  system: string,
): string | null => resource.identifier?.find((i) => i.system === system)?.value ?? null;
