import { OperationOutcomeError } from '@medplum/core';
import type { FhirRepository, FhirRequest, FhirResponse, FhirRouter } from '@medplum/fhir-router';
import type {
  Appointment,
  Bundle,
  OperationOutcome,
  Parameters,
  ParametersParameter,
  Patient,
  Resource,
  Schedule,
  Slot,
} from '@medplum/fhirtypes';

export interface SchedulingRules {
  now(): number;
  holdMinutes: number;
  /** Before the start; null: always. */
  cancelUntilMinutes: number | null;
}

const OK: OperationOutcome = {
  resourceType: 'OperationOutcome',
  id: 'ok',
  issue: [{ severity: 'information', code: 'informational' }],
};
const QUEUE = 'urn:oid:1.2.3.4.5.6.7';

const fatal = (code: 'not-found' | 'business-rule' | 'required', text: string): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  // medplum reads the HTTP status off this id; the others come in a Bundle with 200.
  ...(code === 'not-found' ? { id: 'not-found' } : {}),
  issue: [{ severity: 'fatal', code, details: { text } }],
});

/** IHE ITI.Scheduling's operations: ITI-115 `$find`, ITI-116 `$hold`, ITI-117 `$book`. */
export function addScheduling(router: FhirRouter, rules: SchedulingRules): void {
  const holds = new Map<string, number>();

  const free = async (repo: FhirRepository, slot: Slot): Promise<boolean> => {
    if (slot.status === 'free') return true;
    if (slot.status !== 'busy-tentative') return false;
    const held = await holderOf(repo, slot);
    return held !== undefined && (holds.get(held.id ?? '') ?? 0) <= rules.now();
  };

  async function find(req: FhirRequest, repo: FhirRepository): Promise<FhirResponse> {
    const asked = parametersOf(req);
    const start = Date.parse(asked('start')?.valueDateTime ?? '');
    const end = Date.parse(asked('end')?.valueDateTime ?? '');
    if (Number.isNaN(start) || Number.isNaN(end)) return [fatal('required', 'start and end are needed')];
    const actor = asked('location-reference')?.valueReference?.reference;
    const found: Appointment[] = [];
    const slots = await repo.searchResources<Slot>({
      resourceType: 'Slot',
      count: 1000,
      sortRules: [{ code: 'start' }],
    });
    for (const slot of slots) {
      const starts = Date.parse(slot.start);
      if (starts < start || starts >= end || !(await free(repo, slot))) continue;
      const schedule = await repo.readReference<Schedule>(slot.schedule);
      if (schedule.actor.some(({ reference }) => reference === actor))
        found.push(proposal(slot, schedule, { start, end }));
    }
    const count = Number(req.query._count ?? found.length);
    return [OK, bundleOf(found.slice(0, count), found.length)];
  }

  async function hold(req: FhirRequest, repo: FhirRepository): Promise<FhirResponse> {
    const reference = parametersOf(req)('appointment-reference')?.valueReference?.reference ?? '';
    const slot = await slotOf(repo, reference.replace('Appointment/', ''));
    if (slot === null || !(await free(repo, slot))) return [fatal('not-found', 'not available')];
    const held = await repo.createResource<Appointment>(await pending(repo, slot));
    holds.set(held.id, rules.now() + rules.holdMinutes * 60_000);
    await repo.updateResource({ ...slot, status: 'busy-tentative' });
    return [OK, bundleOf([held], 1)];
  }

  async function book(req: FhirRequest, repo: FhirRepository): Promise<FhirResponse> {
    const asked = parametersOf(req);
    const wanted = asked('appointment-resource')?.resource as Appointment | undefined;
    if (wanted === undefined) return [fatal('required', 'appointment-resource is needed')];
    if (wanted.status === 'cancelled') return cancel(repo, wanted);
    const held = await repo.readResource<Appointment>('Appointment', wanted.id ?? '').catch(() => null);
    const slot = await slotOf(repo, wanted.id ?? '');
    const live = held !== null && held.status === 'pending' && (holds.get(held.id ?? '') ?? 0) > rules.now();
    if (slot === null || !(live || (held === null && (await free(repo, slot)))))
      return [OK, bundleOf([fatal('not-found', 'not available')], 0)];
    if (asked('comment')?.valueString?.includes('拒绝'))
      return [OK, bundleOf([fatal('business-rule', '本院不接受此预约')], 0)];
    const patient = asked('patient-resource')?.resource as Patient;
    const comment = asked('comment')?.valueString;
    const { id: _proposed, ...rest } = wanted;
    const booked: Appointment = {
      ...rest,
      status: 'booked',
      slot: [{ reference: `Slot/${slot.id}` }],
      contained: [{ ...patient, id: 'patient' }],
      participant: [...wanted.participant, { actor: { reference: '#patient' }, status: 'accepted' }],
      identifier: [...(wanted.identifier ?? []), { system: QUEUE, value: '12' }],
      ...(comment === undefined ? {} : { comment }),
    };
    const kept =
      held === null
        ? await repo.createResource<Appointment>(booked)
        : await repo.updateResource<Appointment>({ ...booked, id: held.id ?? wanted.id ?? '' });
    await repo.updateResource({ ...slot, status: 'busy' });
    return [OK, bundleOf([kept], 1)];
  }

  async function cancel(repo: FhirRepository, wanted: Appointment): Promise<FhirResponse> {
    const kept = await repo.readResource<Appointment>('Appointment', wanted.id ?? '').catch(() => null);
    if (kept === null) return [fatal('not-found', 'no such appointment')];
    const until = Date.parse(kept.start ?? '') - (rules.cancelUntilMinutes ?? 0) * 60_000;
    if (kept.status === 'booked' && rules.cancelUntilMinutes !== null && rules.now() > until)
      return [OK, bundleOf([fatal('business-rule', '已过退号时间')], 0)];
    const slot = await slotOf(repo, kept.id ?? '');
    const cancelled = await repo.updateResource<Appointment>({ ...kept, status: 'cancelled' });
    if (slot !== null && kept.status !== 'cancelled') await repo.updateResource({ ...slot, status: 'free' });
    return [OK, bundleOf([cancelled], 1)];
  }

  router.add('POST', 'Appointment/$find', find);
  router.add('POST', 'Appointment/$hold', hold);
  router.add('POST', 'Appointment/$book', book);
}

/** The appointment that the slot was given to last. */
async function holderOf(repo: FhirRepository, slot: Slot): Promise<Appointment | undefined> {
  const given = await repo.searchResources<Appointment>({
    resourceType: 'Appointment',
    filters: [{ code: 'slot', operator: 'eq', value: `Slot/${slot.id}` }],
    count: 1000,
  });
  return given.filter(({ status }) => status === 'pending').at(-1);
}

/** Of a proposal (`p-` and the slot's id) or of an appointment. */
async function slotOf(repo: FhirRepository, id: string): Promise<Slot | null> {
  const appointment = await repo.readResource<Appointment>('Appointment', id).catch(() => null);
  const slotId = appointment?.slot?.[0]?.reference?.replace('Slot/', '') ?? id.replace(/^p-/, '');
  return repo.readResource<Slot>('Slot', slotId).catch(() => null);
}

function proposal(slot: Slot, schedule: Schedule, asked: { start: number; end: number }): Appointment {
  return {
    resourceType: 'Appointment',
    id: `p-${slot.id}`,
    status: 'proposed',
    start: slot.start,
    end: slot.end,
    participant: schedule.actor.map((actor) => ({ actor, required: 'required', status: 'needs-action' })),
    requestedPeriod: [{ start: new Date(asked.start).toISOString(), end: new Date(asked.end).toISOString() }],
  };
}

async function pending(repo: FhirRepository, slot: Slot): Promise<Appointment> {
  const schedule = await repo.readReference<Schedule>(slot.schedule);
  const asked = { start: Date.parse(slot.start), end: Date.parse(slot.end) };
  const { id: _id, ...appointment } = proposal(slot, schedule, asked);
  return { ...appointment, status: 'pending', slot: [{ reference: `Slot/${slot.id}` }] };
}

const bundleOf = (resources: Resource[], total: number): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total,
  entry: resources.map((resource) => ({
    resource,
    search: { mode: resource.resourceType === 'OperationOutcome' ? 'outcome' : 'match' },
  })),
});

function parametersOf(req: FhirRequest): (name: string) => ParametersParameter | undefined {
  const body = req.body as Parameters;
  if (body?.resourceType !== 'Parameters')
    throw new OperationOutcomeError(fatal('required', 'Parameters are needed'));
  return (name) => body.parameter?.find((parameter) => parameter.name === name);
}
