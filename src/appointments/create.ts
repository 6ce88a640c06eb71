import { getDraft, putDraft, removeDraft } from '../store/drafts.js';
import { book } from './booking/book.js';
import { cancel } from './booking/cancel.js';
import { byId, byPhone, find, prove } from './booking/find.js';
import { hold, release } from './booking/hold.js';
import { phoneHashes } from './booking/person.js';
import { reschedule } from './booking/reschedule.js';
import { freeSlots } from './booking/slots.js';
import { tellAlso } from './booking/tell-also.js';
import { undo } from './booking/undo.js';
import { acceptOffer, joinWaiting, leaveWaiting, offers, waiting } from './booking/waiting.js';
import { check } from './check.js';
import { phoneOf } from './identity.js';
import { plusMinutes } from './instants.js';
import type { Parts } from './parts.js';
import type { Appointments } from './service.js';
import { servicesIn } from './services.js';
import type { ServiceId } from './types.js';

/** Booking over the adapters it is given. */
export function createAppointments(parts: Parts): Appointments {
  const { db, seal, hasher, catalogue } = parts;

  return {
    async services(adcode) {
      const providers = await catalogue.providersOf(adcode);
      const departments = await Promise.all(providers.map(({ id }) => catalogue.departments(id)));
      const bookable = new Set<ServiceId>(departments.flat().flatMap(({ services }) => services));
      return servicesIn([...parts.services.values()], adcode, bookable);
    },
    providers: ({ adcode, serviceId }) => catalogue.providersOf(adcode, serviceId),
    provider: (id) => catalogue.provider(id),
    departments: (providerId, serviceId) => catalogue.departments(providerId, serviceId),
    slots: (query) => freeSlots(parts, query),

    hold: (request) => hold(parts, request),
    release: (holdId) => release(parts, holdId),
    check: (request) => check(parts, request),
    book: (request, key) => book(parts, request, key),

    find: (asked) => find(parts, asked),
    prove: (asked) => prove(parts, asked),
    byPhone: (phone) => byPhone(parts, phone),
    byId: (id, phone) => byId(parts, id, phone),

    cancel: (id) => cancel(parts, id, 'person'),
    reschedule: (id, to, key) => reschedule(parts, id, to, key),
    undo: (id) => undo(parts, id),
    tellAlso: (id, member) => tellAlso(parts, id, member),

    joinWaiting: (request, key) => joinWaiting(parts, request, key),
    waiting: (id) => waiting(parts, id),
    offers: (phone) => offers(parts, phone),
    acceptOffer: (entryId) => acceptOffer(parts, entryId),
    leaveWaiting: (entryId) => leaveWaiting(parts, entryId),

    async saveDraft(phone, draft, minutes) {
      const number = phoneOf(phone);
      if (number === null) return;
      const [key = '', ...older] = phoneHashes(hasher, number);
      if (older.length > 0) await removeDraft(db, older);
      const until = plusMinutes(parts.now(), minutes);
      await putDraft(db, { phone_key: key, draft: seal.close(draft), until });
    },
    async draft(phone) {
      const number = phoneOf(phone);
      const sealed = number && (await getDraft(db, phoneHashes(hasher, number), parts.now()));
      return sealed ? seal.open(sealed) : null;
    },
    async dropDraft(phone) {
      const number = phoneOf(phone);
      if (number !== null) await removeDraft(db, phoneHashes(hasher, number));
    },
  };
}
