import { hourOf } from '../ask/slots.js';
import { type Draft, newDraft } from '../draft.js';
import { askAgain, type Outcome, type Scene } from '../scene.js';
import type { Turn } from '../take/listen.js';
import { words } from '../words/replies.zh.js';
import { appointmentsOf } from './appointments-of.js';
import { manage } from './manage.js';

/** 对，礼拜五，改吧, 对，改成礼拜三, to the read-back of a booking: it is a move that was not heard as one. */
const AGREES_TO_MOVE =
  /^(?:对|是|好|行|中|嗯|要得|可以|没错|管|能行)[^，,。\s]{0,3}[，,\s](?:[^，,。\s]{1,10}[，,\s])?(?:就|那|给我|给俺|都)*[改该挪换移](?:吧|巴|过去|到[那这]|[到成](?=礼拜|星期|周|[那这下]|\d|[一二三四五六七八九十]+[号月]))/u;

/** 改号, 改原来那个, 把那个改到这个时间: what the read-back says to say where it is no new one that is wanted. */
const MOVES_BEFORE =
  /^(?:[嗯哦啊对是那就我俺额咱要想，,\s]|不是|不对)*(?:改号|(?:给我|给俺|帮我)?改(?:原来|约过|那个|上回|先前|之前)|把(?:原来|那个|约过|上回|先前|之前)[^，。]{0,8}[改挪])/u;

/** Whether it answers the read-back of a new appointment with one that stands, to be moved. */
export const meansToMove = (text: string): boolean => AGREES_TO_MOVE.test(text) || MOVES_BEFORE.test(text);

/** An appointment that stands is moved to the time that was read back; null where there is none. */
export async function moveInstead(scene: Scene, draft: Draft, turn: Turn): Promise<Outcome | null> {
  const { slot, hold, place } = draft;
  if (slot === null) return null;
  // None is known: it is asked once which of the two is meant, for a booking that is agreed to would stand beside the old one.
  if ((await appointmentsOf(scene, draft)).length === 0 && draft.tries === 0)
    return askAgain(scene, { ...draft, tries: 1 }, words.newNotMoved);
  if (hold !== null) await scene.appointments.release(hold.id);
  const moving = { ...newDraft('reschedule', place), when: hourOf(slot) };
  return manage({ ...scene, booking: { ...scene.booking, draft: null } }, moving, turn);
}
