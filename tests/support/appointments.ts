import { makeCode } from '../../src/appointments/code.js';
import type { DepartmentsGuide } from '../../src/appointments/departments-guide.js';
import { checkPatient } from '../../src/appointments/identity.js';
import { ageOn, at, instant, plusMinutes } from '../../src/appointments/instants.js';
import { type Refusal, type Refused, refuse } from '../../src/appointments/refusals.js';
import type { Appointments, BookingRequest } from '../../src/appointments/service.js';
import type {
  Appointment,
  Department,
  Hold,
  Provider,
  ProviderRules,
  ServiceHere,
  ServiceId,
  Slot,
  Status,
} from '../../src/appointments/types.js';

const RULES: ProviderRules = {
  daysAhead: 14,
  bookUntilMinutes: 30,
  cancelUntilMinutes: 120,
  mostAtOnce: 3,
  noShows: null,
  fetchMinutes: null,
  greenShare: 0.5,
  greenAge: 60,
  needsId: false,
};

const REGION = { name: '怀化市鹤城区', adcode: '431202' };

export const provider = (
  id: string,
  name: string,
  rules: Partial<ProviderRules> = {},
  region = REGION,
): Provider => ({
  id,
  name,
  region,
  address: `${region.name}人民路1号`,
  phone: '07452233445',
  adapter: 'local',
  sample: false,
  rules: { ...RULES, ...rules },
});

export const PROVIDERS: readonly Provider[] = [
  provider('people', '鹤城区人民医院'),
  provider('tcm', '怀化市中医医院'),
  provider('community', '城中社区卫生服务中心'),
  provider('jx', '嘉祥县人民医院', { needsId: true }, { name: '济宁市嘉祥县', adcode: '370829' }),
];

const CLINICS = ['骨科', '心血管内科', '神经内科', '老年医学科', '全科', '眼科'];
const OTHERS: readonly (readonly [string, ServiceId])[] = [
  ['体检中心', 'health-check'],
  ['家庭医生工作室', 'family-doctor'],
];

const departmentsOf = (providerId: string): Department[] => [
  ...CLINICS.map((name) => ({
    id: `${providerId}-${name}`,
    providerId,
    name,
    services: ['green-channel' as const],
  })),
  ...OTHERS.map(([name, service]) => ({
    id: `${providerId}-${name}`,
    providerId,
    name,
    services: [service],
  })),
];

export const SERVICES: readonly ServiceHere[] = (
  [
    ['green-channel', '老年人就医绿色通道挂号', ['绿色通道'], true],
    ['family-doctor', '家庭医生签约', ['家庭医生'], false],
    ['health-check', '老年人免费体检', ['体检'], false],
    ['home-visit', '上门巡诊', ['上门看病'], false],
  ] as const
).map(([id, name, aliases, byDepartment]) => ({
  id,
  name,
  about: name,
  aliases,
  byDepartment,
  grants: [],
  note: `您那里的文件没有写${name}。`,
  leastAge: null,
  bookable: id !== 'home-visit',
}));

export const GUIDE: DepartmentsGuide = {
  caution: '我不是医生，只告诉您先去哪个窗口。',
  unsure: ['老年医学科', '全科'],
  complaints: [
    { words: ['腰疼', '腿疼', '关节', '腰', '颈椎', '膝盖'], departments: ['骨科'] },
    { words: ['头晕', '手麻', '头疼'], departments: ['神经内科'] },
    { words: ['血压', '心慌', '心脏'], departments: ['心血管内科'] },
    { words: ['眼睛', '看不清', '白内障'], departments: ['眼科'] },
  ],
};

/** Mornings 8:00, 8:30, 9:30 and afternoons 14:30, 15:30 of the working days. */
const STARTS = ['08:00', '08:30', '09:30', '14:30', '15:30'];

/**
 * Booking in memory, by the interface: one place a slot unless `places` says otherwise. What was asked of `book` is
 * kept in `asked`; `fail` makes the next calls of a method refuse or throw.
 */
export class MemoryAppointments implements Appointments {
  readonly made = new Map<string, Appointment>();
  readonly asked: { request: BookingRequest; key: string }[] = [];
  readonly #byKey = new Map<string, { body: string; appointment: Appointment }>();
  readonly #holds = new Map<string, Hold>();
  readonly #drafts = new Map<string, string>();
  readonly #refusals = new Map<
    'hold' | 'check' | 'book' | 'cancel' | 'reschedule' | 'undo' | 'slots',
    (Refusal | 'throw')[]
  >();
  readonly #taken = new Map<string, number>();
  nextStatus: Status = 'booked';
  #count = 0;

  constructor(
    readonly clock: () => Date,
    readonly providersHeld: readonly Provider[] = PROVIDERS,
    readonly servicesHeld: readonly ServiceHere[] = SERVICES,
  ) {}

  /** The next call of `method` is refused so, or throws after it was done. */
  fail(
    method: 'hold' | 'check' | 'book' | 'cancel' | 'reschedule' | 'undo' | 'slots',
    ...with_: (Refusal | 'throw')[]
  ): void {
    this.#refusals.set(method, [...(this.#refusals.get(method) ?? []), ...with_]);
  }

  /** Somebody else takes the slot. */
  take(slotId: string): void {
    this.#taken.set(slotId, 1);
  }

  #refusalOf(method: Parameters<MemoryAppointments['fail']>[0]): Refused | null {
    const next = this.#refusals.get(method)?.[0];
    if (next === undefined || next === 'throw') return null;
    this.#refusals.get(method)?.shift();
    return refuse(next);
  }

  #throws(method: Parameters<MemoryAppointments['fail']>[0]): void {
    if (this.#refusals.get(method)?.[0] !== 'throw') return;
    this.#refusals.get(method)?.shift();
    throw new Error('the connection broke');
  }

  get #now(): string {
    return instant(this.clock());
  }

  services = async () => this.servicesHeld;
  providers = async ({ adcode, serviceId }: { adcode: string; serviceId?: ServiceId | undefined }) =>
    this.providersHeld.filter(
      (p) =>
        (p.region.adcode === adcode || p.region.adcode.startsWith(adcode.replace(/(?:00){1,2}$/, ''))) &&
        (serviceId === undefined || departmentsOf(p.id).some((d) => d.services.includes(serviceId))),
    );
  provider = async (id: string) => this.providersHeld.find((p) => p.id === id) ?? null;
  departments = async (providerId: string, serviceId?: ServiceId) =>
    this.providersHeld.some((p) => p.id === providerId)
      ? departmentsOf(providerId).filter((d) => serviceId === undefined || d.services.includes(serviceId))
      : [];

  #all(providerId: string, departmentId: string): Slot[] {
    const days = Array.from({ length: 15 }, (_, i) =>
      instant(this.clock().getTime() + i * 86_400_000).slice(0, 10),
    );
    return days
      .filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      .flatMap((day) => STARTS.map((clock) => at(day, clock)))
      .filter((start) => start > plusMinutes(this.#now, 30))
      .map((start) => ({
        id: `${providerId}:${departmentId}@${start}`,
        providerId,
        departmentId,
        start,
        end: plusMinutes(start, 30),
        remaining: 1,
      }));
  }

  #free = (slot: Slot): boolean =>
    !this.#taken.has(slot.id) &&
    ![...this.#holds.values()].some((h) => h.slot.id === slot.id && h.until > this.#now) &&
    ![...this.made.values()].some((a) => a.slotId === slot.id && a.status !== 'cancelled');

  slots: Appointments['slots'] = async ({ providerId, departmentId, from, to, limit }) => {
    const no = this.#refusalOf('slots');
    if (no) return no;
    const ids = departmentId === undefined ? departmentsOf(providerId).map((d) => d.id) : [departmentId];
    const slots = ids
      .flatMap((id) => this.#all(providerId, id))
      .filter(
        (s) => this.#free(s) && (from === undefined || s.start >= from) && (to === undefined || s.start < to),
      )
      .slice(0, limit ?? 200);
    return { outcome: 'found', slots };
  };

  #slot(id: string): Slot | undefined {
    const [providerId = '', rest = ''] = id.split(':');
    const departmentId = rest.split('@')[0] ?? '';
    return this.#all(providerId, departmentId).find((s) => s.id === id);
  }

  #alternatives = (slot: Slot): Slot[] =>
    this.#all(slot.providerId, slot.departmentId)
      .filter((s) => s.id !== slot.id && this.#free(s))
      .slice(0, 3);

  hold: Appointments['hold'] = async ({ slotId }) => {
    const no = this.#refusalOf('hold');
    if (no) return no;
    const slot = this.#slot(slotId);
    if (!slot) return refuse({ code: 'unknown-slot' });
    if (!this.#free(slot)) return refuse({ code: 'slot-taken', alternatives: this.#alternatives(slot) });
    const hold = { id: `hold-${++this.#count}`, slot, until: plusMinutes(this.#now, 5) };
    this.#holds.set(hold.id, hold);
    return { outcome: 'held', hold };
  };

  release: Appointments['release'] = async (id) => {
    this.#holds.delete(id);
  };

  check: Appointments['check'] = async (request) => this.#refusalOf('check') ?? this.#wrong(request);

  #wrong({ patient }: Partial<BookingRequest>): Refused | null {
    if (patient === undefined) return null;
    const today = this.#now.slice(0, 10);
    const checked = checkPatient(patient, today);
    if ('refusal' in checked) return refuse(checked.refusal);
    const { birthDate } = checked.value;
    if (birthDate !== undefined && ageOn(birthDate, today) < 60)
      return refuse({ code: 'too-young', leastAge: 60 });
    return null;
  }

  book: Appointments['book'] = async (request, key) => {
    this.asked.push({ request, key });
    const body = JSON.stringify(request);
    const before = this.#byKey.get(key);
    if (before)
      return before.body === body
        ? { outcome: 'booked', appointment: before.appointment }
        : refuse({ code: 'key-reused' });
    const no = this.#refusalOf('book') ?? this.#wrong(request);
    if (no) return no;
    const slot = this.#slot(request.slotId);
    if (!slot) return refuse({ code: 'unknown-slot' });
    const hold = request.holdId === undefined ? undefined : this.#holds.get(request.holdId);
    if (hold) this.#holds.delete(hold.id);
    if (!this.#free(slot)) {
      const code = hold && hold.until <= this.#now ? 'hold-expired' : 'slot-taken';
      return refuse({ code, alternatives: this.#alternatives(slot) });
    }
    const appointment = this.#make(request, slot);
    this.#byKey.set(key, { body, appointment });
    this.#throws('book');
    return { outcome: 'booked', appointment };
  };

  #make(request: BookingRequest, slot: Slot, replaces: string | null = null): Appointment {
    const p = this.providersHeld.find((x) => x.id === slot.providerId) ?? provider('', '');
    const department = departmentsOf(p.id).find((d) => d.id === slot.departmentId);
    const service = this.servicesHeld.find((s) => s.id === request.serviceId);
    const random = (below: number): number => (this.#count++ * 7 + 3) % below;
    const appointment: Appointment = {
      id: `appointment-${++this.#count}`,
      code: makeCode(random),
      status: this.nextStatus,
      cancelReason: null,
      service: { id: request.serviceId, name: service?.name ?? '' },
      provider: p,
      department: { id: slot.departmentId, name: department?.name ?? '' },
      slotId: slot.id,
      start: slot.start,
      end: slot.end,
      number: null,
      fetch: { by: null, place: null },
      patient: request.patient,
      bookedBy: request.bookedBy ?? null,
      family: [],
      needs: request.needs ?? [],
      note: request.note ?? null,
      cancelUntil: plusMinutes(slot.start, -120),
      undoUntil: plusMinutes(this.#now, 10),
      answerDue: this.nextStatus === 'booked' ? null : plusMinutes(this.#now, 120),
      replaces,
    };
    this.made.set(appointment.id, appointment);
    return appointment;
  }

  find: Appointments['find'] = async ({ code, phone }) => {
    const found = [...this.made.values()].find(
      (a) => a.code === code && [a.patient.phone, a.bookedBy?.phone].includes(phone),
    );
    return found ? { outcome: 'found', appointment: found } : refuse({ code: 'not-found' });
  };
  prove: Appointments['prove'] = async ({ id, tail, phone }) => {
    const found = this.made.get(id);
    const theirs = found !== undefined && [found.patient.phone, found.bookedBy?.phone].includes(phone);
    return theirs && found.code.endsWith(tail)
      ? { outcome: 'found', appointment: found }
      : refuse({ code: 'not-found' });
  };
  tellAlso: Appointments['tellAlso'] = async (id, member) => {
    const found = this.made.get(id);
    if (!found) return refuse({ code: 'not-found' });
    return { outcome: 'told', appointment: this.#set({ ...found, family: [...found.family, member] }) };
  };
  byPhone: Appointments['byPhone'] = async (phone) =>
    [...this.made.values()].filter(
      (a) =>
        a.status !== 'cancelled' &&
        a.start > this.#now &&
        [a.patient.phone, a.bookedBy?.phone].includes(phone),
    );
  byId: Appointments['byId'] = async (id) => this.made.get(id) ?? null;

  #set(appointment: Appointment): Appointment {
    this.made.set(appointment.id, appointment);
    return appointment;
  }

  cancel: Appointments['cancel'] = async (id) => {
    const no = this.#refusalOf('cancel');
    if (no) return no;
    const found = this.made.get(id);
    if (!found) return refuse({ code: 'not-found' });
    const undoUntil = plusMinutes(this.#now, 10);
    return {
      outcome: 'cancelled',
      appointment: this.#set({ ...found, status: 'cancelled', cancelReason: 'person', undoUntil }),
    };
  };

  reschedule: Appointments['reschedule'] = async (id, { slotId, holdId }, key) => {
    const before = this.#byKey.get(key);
    if (before) return { outcome: 'rescheduled', appointment: before.appointment };
    const no = this.#refusalOf('reschedule');
    if (no) return no;
    const old = this.made.get(id);
    const slot = this.#slot(slotId);
    if (!old || !slot) return refuse({ code: 'not-found' });
    if (holdId !== undefined) this.#holds.delete(holdId);
    if (!this.#free(slot)) return refuse({ code: 'slot-taken', alternatives: this.#alternatives(slot) });
    const { patient, needs } = old;
    const appointment = this.#make({ serviceId: old.service.id, slotId, patient, needs }, slot, id);
    this.#set({ ...old, status: 'cancelled', cancelReason: 'rescheduled' });
    this.#byKey.set(key, { body: slotId, appointment });
    this.#throws('reschedule');
    return { outcome: 'rescheduled', appointment };
  };

  undo: Appointments['undo'] = async (id) => {
    const found = this.made.get(id);
    const no = this.#refusalOf('undo');
    if (no) return no;
    if (!found || found.undoUntil === null || found.undoUntil <= this.#now)
      return refuse({ code: 'undo-over' });
    const what = found.status === 'cancelled' ? 'cancelling' : 'booking';
    const status: Status = what === 'cancelling' ? 'booked' : 'cancelled';
    return { outcome: 'undone', what, appointment: this.#set({ ...found, status, undoUntil: null }) };
  };

  joinWaiting: Appointments['joinWaiting'] = async () => refuse({ code: 'unknown-service' });
  waiting: Appointments['waiting'] = async () => null;
  offers: Appointments['offers'] = async () => [];
  acceptOffer: Appointments['acceptOffer'] = async () => refuse({ code: 'offer-over' });
  leaveWaiting: Appointments['leaveWaiting'] = async () => refuse({ code: 'not-found' });

  saveDraft: Appointments['saveDraft'] = async (phone, draft) => {
    this.#drafts.set(phone, draft);
  };
  draft: Appointments['draft'] = async (phone) => this.#drafts.get(phone) ?? null;
  dropDraft: Appointments['dropDraft'] = async (phone) => {
    this.#drafts.delete(phone);
  };
}
