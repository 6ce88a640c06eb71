import { departmentsFor } from '../../../appointments/departments-guide.js';
import type { Provider } from '../../../appointments/types.js';
import type { Draft } from '../draft.js';
import { departmentCalled } from '../hear/complaint.js';
import { hearHospital, namesHospital } from '../hear/hospital.js';
import {
  ask,
  end,
  nothingTold,
  type Onward,
  type Outcome,
  type Scene,
  type Told,
  telling,
} from '../scene.js';
import { words } from '../words/replies.zh.js';
import { numbered } from '../words/say.js';
import { MOST_CHOICES, wishOf } from './slots.js';

/** So many other hospitals are looked through for a department. */
const MOST_ASKED = 8;

/** The hospitals of the place that give the service: those with the department that is asked for, the nearest first. */
export async function providersFor(scene: Scene, draft: Draft): Promise<Provider[]> {
  const { place, service, wanted } = draft;
  const adcode = place ?? '';
  const all = await scene.appointments.providers({ adcode, serviceId: service?.id });
  const inside = adcode.replace(/(?:00){1,2}$/u, '');
  const far = ({ region }: Provider): number =>
    region.adcode === adcode ? 0 : region.adcode.startsWith(inside) ? 1 : 2;
  const sorted = [...all].sort((a, b) => far(a) - far(b));
  if (wanted === null) return sorted;
  const having = await havingDepartment(scene, draft, sorted, wanted);
  return [...having, ...sorted.filter((one) => !having.includes(one))];
}

async function havingDepartment(
  { appointments }: Scene,
  { service }: Draft,
  providers: readonly Provider[],
  wanted: string,
): Promise<Provider[]> {
  const having = await Promise.all(
    providers.slice(0, MOST_ASKED).map(async (provider) => {
      const departments = await appointments.departments(provider.id, service?.id);
      const names = departments.map(({ name }) => name);
      return departmentCalled(wanted, names) === null ? [] : [provider];
    }),
  );
  return having.flat();
}

/** The hospital that was named, or the only one, which is said; else at most three to choose from. */
export async function chooseProvider(scene: Scene, draft: Draft, told: Told): Promise<Outcome | Onward> {
  const { provider, named } = draft;
  if (provider !== null && named === null) return { draft, told };
  const all = await providersFor(scene, draft);
  const meant = named === null ? null : hearHospital(named, all, []);
  const open: Draft = { ...draft, named: null };
  if (meant !== null) return { draft: meant.id === provider?.id ? open : withProvider(open, meant), told };
  if (provider !== null) return { draft: open, told: await toldOfNamed(scene, draft, told) };
  const [only, ...others] = all;
  if (only === undefined)
    return end(scene, telling(told, words.noProvider(draft.service?.name ?? '')), { call: '12345' });
  const before = named === null || namesHospital(named, all) ? told : telling(told, words.unknownProvider);
  return others.length > 0
    ? askProvider(scene, open, before, all)
    : { draft: withProvider(open, only), told: telling(before, words.oneProvider(only.name)) };
}

/** Of a hospital that was named and does not give this service, or is not known here. */
export async function toldOfNamed(
  scene: Scene,
  { named, place, service, provider }: Draft,
  told: Told,
): Promise<Told> {
  const all = await scene.appointments.providers({ adcode: place ?? '' });
  const other = named === null ? null : hearHospital(named, all, []);
  if (other === null)
    return provider === null && named !== null && !namesHospital(named, all)
      ? telling(told, words.unknownProvider)
      : told;
  return telling(told, words.notThere(other.name, service?.name ?? ''));
}

/** Where somebody wants to go who was not heard aright: the services that are given there are asked about. */
export async function askServiceThere(scene: Scene, draft: Draft, said: string): Promise<Outcome | null> {
  const { appointments } = scene;
  const adcode = draft.place ?? '';
  const all = await appointments.providers({ adcode });
  const meant = hearHospital(said, all, []);
  if (meant === null || draft.service === null) return null;
  const services = (await appointments.services(adcode)).filter(({ bookable }) => bookable);
  const given = await Promise.all(
    services.map(async (service) => {
      const providers = await appointments.providers({ adcode, serviceId: service.id });
      return providers.some(({ id }) => id === meant.id) ? [service] : [];
    }),
  );
  const here = given.flat();
  if (here.length === 0 || here.some(({ id }) => id === draft.service?.id)) return null;
  const told = telling(nothingTold, words.notThere(meant.name, draft.service.name));
  const names = here.map(({ name }) => name);
  return ask(
    scene,
    { ...draft, named: said },
    told,
    { about: 'service' },
    words.askServiceThere(names),
    names,
  );
}

export function askProvider(scene: Scene, draft: Draft, told: Told, all: readonly Provider[]): Outcome {
  const fresh = all.filter((p) => !draft.passed.includes(p.id));
  const rest = fresh.length > 0 ? fresh : all;
  const shown = rest.slice(0, MOST_CHOICES);
  const names = shown.map((p) => p.name);
  const text = words.askProvider(numbered(names), rest.length > shown.length);
  return ask(
    scene,
    { ...draft, passed: fresh.length > 0 ? draft.passed : [] },
    fresh.length > 0 ? told : telling(told, words.noMoreProviders),
    { about: 'provider', shown: shown.map((p) => p.id) },
    text,
    names,
  );
}

export const withProvider = (draft: Draft, { id, name, phone, address, rules }: Provider): Draft => ({
  ...draft,
  when: draft.when ?? (draft.slot === null ? null : wishOf(draft.slot)),
  provider: { id, name, phone, address },
  needsId: rules.needsId,
  department: null,
  slot: null,
  passed: [],
});

/** That the hospital has no such department, and which of the others of the place has. */
async function lackingIn(scene: Scene, draft: Draft, wanted: string): Promise<string> {
  const others = (await providersFor(scene, draft)).filter(({ id }) => id !== draft.provider?.id);
  const having = await havingDepartment(scene, draft, others, wanted);
  const names = having.map(({ name }) => name);
  return words.noSuchDepartment(wanted, names.slice(0, 2));
}

/** The department asked for, else the one that the guide names for the complaint, which is said; else a choice. */
export async function chooseDepartment(scene: Scene, draft: Draft, told: Told): Promise<Outcome | Onward> {
  const { provider, department, service, wanted, complaint } = draft;
  if (provider === null || service === null || department !== null) return { draft, told };
  const departments = await scene.appointments.departments(provider.id, service.id);
  const names = departments.map(({ name }) => name);
  const take = (name: string, ...texts: string[]): Onward => {
    const found = departments.find((d) => d.name === name);
    const chosen = found === undefined ? null : { id: found.id, name: found.name };
    return { draft: { ...draft, department: chosen, slot: null }, told: telling(told, ...texts) };
  };
  const [only, ...others] = names;
  if (only === undefined)
    return end(scene, telling(told, words.noDepartment(provider.name, service.name)), {
      call: provider.phone,
    });
  if (!service.byDepartment && others.length === 0) return take(only);
  const called = wanted === null ? null : departmentCalled(wanted, names);
  if (called !== null) return take(called, words.chosenDepartment(called));
  const missing = wanted === null ? '' : await lackingIn(scene, draft, wanted);
  if (service.byDepartment) {
    const guided = departmentsFor(scene.guide, `${complaint ?? ''}${wanted ?? ''}`);
    const suggested = guided.departments
      .map((name) => departmentCalled(name, names))
      .find((name) => name !== null);
    const [fitting = ''] = guided.departments;
    const lacking = guided.sure && missing === '' && suggested !== departmentCalled(fitting, names);
    const none = lacking ? await lackingIn(scene, draft, fitting) : missing;
    if (suggested != null) return take(suggested, none, words.suggested(suggested, guided.caution));
  }
  if (others.length === 0) return take(only, missing, words.chosenDepartment(only));
  const shown = departments.slice(0, MOST_CHOICES);
  const shownNames = shown.map((d) => d.name);
  const question = { about: 'department' as const, shown: shown.map((d) => d.id) };
  return ask(
    scene,
    draft,
    telling(told, missing),
    question,
    words.askDepartment(numbered(shownNames)),
    shownNames,
  );
}
