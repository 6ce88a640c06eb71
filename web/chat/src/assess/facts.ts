import type { Told } from '../state/types.js';

/** What `POST /api/benefits/assess` takes, from what the form was told. Lists of one fact are put together. */
export function factsOf(told: readonly Told[]): { person: Record<string, unknown>; declined: string[] } {
  const person: Record<string, unknown> = {};
  for (const { facts } of told)
    for (const [name, value] of Object.entries(facts ?? {})) {
      const before = person[name];
      person[name] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
    }
  return { person, declined: told.filter(({ facts }) => facts === null).map(({ fact }) => fact) };
}
