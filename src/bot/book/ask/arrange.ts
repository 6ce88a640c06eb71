import type { Draft } from '../draft.js';
import { ofAppointment, readBackChange } from '../known/change.js';
import type { Need, Outcome, Scene, Told } from '../scene.js';
import { needId, needName, needPhone, needSpelling, readBackBooking } from './confirm.js';
import { chooseSlot } from './offer.js';
import { needComplaint, needPlace, needService, needWho, tellGrant } from './opening.js';
import { chooseDepartment, chooseProvider } from './place.js';

/** What must be known before a booking is read back, in the order it is asked for. */
const OF_BOOKING: readonly Need[] = [
  needService,
  needPlace,
  tellGrant, // what the policy says, and whether anybody can be booked
  needWho,
  needComplaint,
  chooseProvider,
  chooseDepartment,
  chooseSlot,
  needName,
  needSpelling, // a character that no name has was misheard
  needPhone,
  needId,
  readBackBooking,
];

const OF_CHANGE: readonly Need[] = [chooseSlot, readBackChange];

/** A refusal may send the arrangement back to an earlier step. */
const MOST_ROUNDS = 4;

/** Goes on with an arrangement to the next question, or to its end. */
export async function arrange(scene: Scene, begun: Draft, told: Told): Promise<Outcome> {
  const needs = begun.task === 'reschedule' ? OF_CHANGE : OF_BOOKING;
  // What is moved keeps its hospital and its department, whatever was heard beside the new time.
  const draft =
    begun.task === 'reschedule' && begun.appointment !== null
      ? ofAppointment(begun, begun.appointment)
      : begun;
  let at = { draft, told };
  for (let round = 0; round < MOST_ROUNDS; round++)
    for (const need of needs) {
      const next = await need(scene, at.draft, at.told);
      if ('reply' in next) return next;
      at = next;
    }
  throw new Error('a booking went round and round');
}
