import type { Refusal } from '../../../appointments/refusals.js';
import type { Draft } from '../draft.js';
import { end, type Onward, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { showSlots } from './offer.js';
import { spread } from './slots.js';

/** What a refusal makes void, to be asked again; null: nothing that could be said would help. */
function after(draft: Draft, { code }: Refusal): Draft | null {
  switch (code) {
    case 'invalid-name':
      return { ...draft, name: null };
    case 'invalid-phone':
      return { ...draft, phone: null, digits: '' };
    case 'invalid-id':
    case 'invalid-birth-date':
      return { ...draft, idNumber: null, needsId: true };
    case 'id-required':
      return { ...draft, idNumber: null, needsId: true };
    case 'invalid-booker':
      return { ...draft, booker: { name: null, phone: null, relation: null } };
    case 'unknown-provider':
      return { ...draft, provider: null, department: null, slot: null };
    case 'unknown-department':
    case 'service-not-offered':
      return { ...draft, department: null, wanted: null, slot: null };
    case 'unknown-slot':
    case 'past':
    case 'too-late-to-book':
    case 'too-far-ahead':
    case 'slot-taken':
    case 'hold-expired':
    case 'session-withdrawn':
    case 'patient-busy':
      return {
        ...draft,
        slot: null,
        when: null,
        passed: draft.slot ? [...draft.passed, draft.slot.id] : draft.passed,
      };
    case 'unknown-hold':
      return { ...draft, hold: null };
    default:
      return null;
  }
}

/** Says why not, and goes on from what must be asked again; ends where nothing would help. */
export function refused(scene: Scene, draft: Draft, told: Told, refusal: Refusal): Outcome | Onward {
  const said = telling(told, refusalInWords(refusal));
  const next = after({ ...draft, attempt: draft.attempt + 1 }, refusal);
  if (next === null) {
    const call = 'providerPhone' in refusal ? refusal.providerPhone : draft.provider?.phone;
    return end(scene, said, call === undefined ? {} : { call });
  }
  if ('alternatives' in refusal && refusal.alternatives.length > 0)
    return showSlots(scene, { ...next, hold: null }, said, spread(refusal.alternatives));
  return { draft: next, told: said };
}
