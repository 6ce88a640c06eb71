import type { WaitingRequest, WaitingResult } from '../../../appointments/service.js';
import type { Draft } from '../draft.js';
import { askAgain, end, nothingTold, type Outcome, type Scene, telling } from '../scene.js';
import { words } from '../words/replies.zh.js';
import { arrange } from './arrange.js';
import { patientOf } from './confirm.js';
import { keyOf } from './finish.js';
import { refused } from './refused.js';
import { howTold } from './wait.js';

/** Puts the person on the list. The key is the draft's: the same yes again has no second effect. */
export async function finishWaiting(scene: Scene, draft: Draft): Promise<Outcome> {
  const request = waitingRequestOf(scene, draft);
  if (request === null) return arrange(scene, draft, nothingTold);
  let result: WaitingResult;
  try {
    result = await scene.appointments.joinWaiting(request, keyOf(draft));
  } catch {
    return askAgain(scene, draft, words.unsettled);
  }
  if (result.outcome === 'waiting') return end(scene, telling(nothingTold, words.waiting(howTold(scene))));
  const next = refused(scene, draft, nothingTold, result.refusal);
  return 'reply' in next ? next : arrange(scene, next.draft, next.told);
}

function waitingRequestOf(scene: Scene, draft: Draft): WaitingRequest | null {
  const { service, provider, department, full } = draft;
  const patient = patientOf(scene, draft);
  if (service === null || provider === null || department === null || full === null || patient === null)
    return null;
  return {
    ...patient,
    serviceId: service.id,
    providerId: provider.id,
    departmentId: department.id,
    from: full.from,
    to: full.to,
  };
}
