import { customaryName } from '../../../knowledge/regions.js';
import { cite } from '../../compose/cite.js';
import type { Draft } from '../draft.js';
import { ask, end, type Onward, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { formally } from '../words/read-back.js';
import { words } from '../words/replies.zh.js';

export function needService(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (draft.service !== null) return { draft, told };
  const suggestions = ['挂号看病', '老人体检', '请家庭医生'];
  return ask(scene, draft, told, { about: 'service' }, words.askService, suggestions);
}

export function needPlace(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (draft.place !== null) return { draft, told };
  const names = scene.house.held.map(customaryName);
  return ask(scene, draft, told, { about: 'place' }, words.askPlace, names);
}

/** Says once what the policy of the place says of the service, with its clause; ends where nobody gives it. */
export async function tellGrant(scene: Scene, draft: Draft, told: Told): Promise<Outcome | Onward> {
  if (draft.toldGrant || draft.service === null) return { draft, told };
  const { id, name } = draft.service;
  const here = (await scene.appointments.services(draft.place)).find((service) => service.id === id);
  if (here === undefined || !here.bookable) {
    const text = words.notBookable(here?.note ?? null, name);
    return { ...end(scene, telling(told, text), { call: '12345' }), place: draft.place };
  }
  const [grant] = here.grants;
  const document = grant && scene.house.library.document(grant.documentId);
  const known = { ...draft, toldGrant: true };
  if (scene.booking.known.length > 0) return { draft: known, told };
  if (!grant || !document) return { draft: known, told: telling(told, words.noGrant(name)) };
  const text = words.granted(document.meta.title, grant.clause, grant.force);
  const citation = cite(document, { id: grant.clauseId, path: grant.clause }, grant.quote);
  return { draft: known, told: telling({ ...told, citations: [...told.citations, citation] }, text) };
}

export function needWho(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  if (draft.who !== null) return { draft, told };
  return ask(scene, draft, told, { about: 'who' }, words.askWho, ['我自己', '我老伴', '我妈', '我爸']);
}

export function needComplaint(scene: Scene, draft: Draft, told: Told): Outcome | Onward {
  const { service, complaint, wanted, who } = draft;
  if (!service?.byDepartment || complaint !== null || wanted !== null) return { draft, told };
  const text = words.askComplaint(who?.relation === 'self', who === null ? '' : formally(who));
  return ask(scene, draft, told, { about: 'complaint' }, text, ['腰腿疼', '血压高', '说不准']);
}
