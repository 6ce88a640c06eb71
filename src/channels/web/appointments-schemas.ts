import { z } from 'zod';
import { SERVICE_IDS, STATUSES } from '../../appointments/types.js';
import { id, region } from './schemas.js';

const instant = z.iso.datetime({ offset: true });
/** Longer than what is taken: what is too long is refused by name, and not as a fault of form. */
const said = z.string().max(2000);
const serviceId = z.string().max(60).describe(SERVICE_IDS.join(', '));
const slotId = z.string().max(200);

export const servicesQuery = z.strictObject({ region: region.optional() });
export const providersQuery = z.strictObject({
  region: region.optional(),
  serviceId: serviceId.optional(),
});
export const slotsQuery = z.strictObject({
  providerId: z.string().max(100),
  departmentId: z.string().max(200).optional(),
  serviceId: serviceId.optional(),
  from: instant.optional(),
  to: instant.optional(),
  greenChannel: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});
export const complaintQuery = z.strictObject({ complaint: z.string().min(1).max(500) });

const patient = z.strictObject({
  name: said,
  phone: said,
  idNumber: said.optional(),
  birthDate: said.optional().describe('YYYY-MM-DD'),
});
const bookedBy = z.strictObject({ name: said, phone: said, relation: said });
const person = {
  patient,
  bookedBy: bookedBy.optional(),
  needs: z.array(z.string().min(1).max(20)).max(10).optional(),
  note: z.string().max(200).optional(),
  tellBooker: z.boolean().optional().describe('whether messages go to bookedBy too; true where absent'),
};

export const holdRequest = z.strictObject({ slotId, serviceId });
export const bookingRequest = z.strictObject({ serviceId, slotId, holdId: id.optional(), ...person });
export const waitingRequest = z.strictObject({
  serviceId,
  providerId: z.string().max(100),
  departmentId: z.string().max(200),
  from: instant,
  to: instant,
  ...person,
});
export const changeRequest = z.strictObject({ phone: said.optional() }).nullish();
export const rescheduleRequest = z.strictObject({ slotId, holdId: id.optional(), phone: said.optional() });
export const byCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) });
export const byPhone = z.strictObject({ phone: said });
export const byId = z.strictObject({ id });
export const keyed = z.object({ 'idempotency-key': id });

const grant = z.object({
  region: z.object({ name: z.string(), adcode: z.string() }),
  documentId: z.string(),
  clause: z.string(),
  clauseId: z.string(),
  quote: z.string(),
  who: z.string(),
  force: z.enum(['entitlement', 'duty', 'target', 'encouragement']),
  status: z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']),
});
export const serviceList = z.object({
  services: z.array(
    z.object({
      id: z.enum(SERVICE_IDS),
      name: z.string(),
      about: z.string(),
      aliases: z.array(z.string()),
      byDepartment: z.boolean(),
      leastAge: z.number().nullable(),
      grants: z.array(grant),
      note: z.string().nullable(),
      bookable: z.boolean(),
    }),
  ),
});

const rules = z.object({
  daysAhead: z.number(),
  bookUntilMinutes: z.number(),
  cancelUntilMinutes: z.number(),
  mostAtOnce: z.number(),
  noShows: z.object({ limit: z.number(), withinDays: z.number(), blockDays: z.number() }).nullable(),
  fetchMinutes: z.number().nullable(),
  greenShare: z.number(),
  greenAge: z.number(),
  needsId: z.boolean(),
});
export const providerList = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      region: z.object({ name: z.string(), adcode: z.string() }),
      address: z.string(),
      phone: z.string(),
      sample: z.boolean(),
      rules,
      departments: z.array(
        z.object({ id: z.string(), name: z.string(), services: z.array(z.enum(SERVICE_IDS)) }),
      ),
    }),
  ),
});

const slot = z.object({
  id: z.string(),
  providerId: z.string(),
  departmentId: z.string(),
  start: z.string(),
  end: z.string(),
  remaining: z.number().nullable().describe('null where only the provider knows, by telephone'),
});
export const slotList = z.object({ slots: z.array(slot) });
export const departmentAdvice = z.object({
  departments: z.array(z.string()),
  sure: z.boolean(),
  caution: z.string(),
});
export const held = z.object({ id: z.string(), slot, until: z.string() });

export const appointment = z.object({
  id: z.string(),
  code: z.string(),
  status: z.enum(STATUSES),
  cancelReason: z.string().nullable(),
  service: z.object({ id: z.enum(SERVICE_IDS), name: z.string() }),
  provider: z.object({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    sample: z.boolean(),
  }),
  department: z.object({ id: z.string(), name: z.string() }),
  slotId: z.string(),
  start: z.string(),
  end: z.string(),
  number: z.string().nullable(),
  fetch: z.object({ by: z.string().nullable(), place: z.string().nullable() }),
  patient: z.object({ name: z.string(), phone: z.string() }).describe('the telephone is masked'),
  needs: z.array(z.string()),
  cancelUntil: z.string(),
  undoUntil: z.string().nullable(),
  answerDue: z.string().nullable(),
  replaces: z.string().nullable(),
});
export const undone = z.object({ undone: z.enum(['booking', 'cancelling', 'rescheduling']), appointment });
export const waitingEntry = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'offered', 'booked', 'left', 'over']),
  serviceId: z.enum(SERVICE_IDS),
  providerId: z.string(),
  departmentId: z.string(),
  from: z.string(),
  to: z.string(),
  offer: held.nullable(),
});
