import type { LocalDateTime } from '../../language/calendar.js';
import type { House } from '../house.js';
import type { Ending, Work } from '../work.js';
import { hearAssent } from './hear/assent.js';
import { words } from './replies.zh.js';
import { replyOf } from './say.js';
import type { BookingParts, Scene } from './scene.js';
import { begin, goOn } from './step.js';
import { taskIn } from './task.js';

export type { Booking } from './draft.js';
export { newBooking } from './draft.js';
export type { BookingParts } from './scene.js';

/** Takes the turn where something is being booked, or is to be; else leaves the work as it is. */
export function bookTurn(parts: BookingParts | undefined) {
  return async (work: Work, house: House, now: LocalDateTime): Promise<Work | Ending> => {
    const { booking, pending } = work.conversation;
    if (work.answered !== null && work.answered.heard !== 'unclear' && pending?.kind === 'fact') return work;
    const task = taskIn(work.text, work.told, booking.known.length > 0);
    if (parts === undefined) return task === null ? work : { ending: 'cannot_book' };
    const scene: Scene = { ...parts, work, house, now, booking, caller: work.caller };
    if (booking.draft !== null) {
      const outcome = await goOn(scene, booking.draft);
      return outcome === null ? work : { ending: 'booking', ...outcome };
    }
    if (pending?.kind === 'booking' && hearAssent(work.text) === 'yes')
      return { ending: 'booking', reply: replyOf(words.already, []), booking, place: null };
    if (task === null) return work;
    return { ending: 'booking', ...(await begin(scene, task)) };
  };
}
