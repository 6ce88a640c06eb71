import type { BookingResult } from '../../../appointments/service.js';
import type { Draft } from '../draft.js';
import { askAgain, end, nothingTold, type Outcome, type Scene, telling } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { bookedInWords } from '../words/tell.js';
import { arrange } from './arrange.js';
import { requestOf } from './confirm.js';
import { refused } from './refused.js';

/** Books what was read back and agreed to. The key is the draft's: the same yes again has no second effect. */
export async function finish(scene: Scene, draft: Draft): Promise<Outcome> {
  const request = requestOf(scene, draft);
  if (request === null) return arrange(scene, draft, nothingTold);
  let result: BookingResult;
  try {
    result = await scene.appointments.book(request, keyOf(draft));
  } catch {
    // Whether it was booked is not known: the same key will tell.
    return askAgain(scene, draft, words.unsettled);
  }
  if (result.outcome === 'booked') {
    const { appointment } = result;
    return end(scene, telling(nothingTold, bookedInWords(appointment, scene.sendsMessages)), {
      appointment,
      suggestions: ['我约的是几点', '撤销'],
    });
  }
  const next = refused(scene, draft, nothingTold, result.refusal);
  return 'reply' in next ? next : arrange(scene, next.draft, next.told);
}

/** One for each thing that was agreed to; nothing came of those before. */
export const keyOf = ({ key, attempt }: Draft): string => `${key}.${attempt}`;
