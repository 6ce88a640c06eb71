import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { covers, customaryName, findRegion } from '../knowledge/regions.js';
import { type Grant, SERVICE_IDS, type Service, type ServiceHere, type ServiceId } from './types.js';

const words = z.string().min(1);

const grant = z.strictObject({
  region: z.strictObject({ name: words, adcode: z.string().regex(/^\d{6}$/) }),
  documentId: words,
  clause: words,
  clauseId: words,
  quote: words,
  who: words,
  force: z.enum(['entitlement', 'target', 'encouragement']),
  status: z.enum(['in_force', 'expired', 'draft', 'repealed', 'unknown']),
});

const servicesFile = z.array(
  z.strictObject({
    id: z.enum(SERVICE_IDS),
    name: words,
    about: words,
    aliases: z.array(words),
    byDepartment: z.boolean(),
    leastAge: z.number().int().min(0).max(120).nullable(),
    grants: z.array(grant),
  }),
);

export type ServiceEntry = Service & { grants: readonly Grant[] };

/** What can be booked, and what policies say of it (`corpus/services.yaml`). Throws where a service is absent. */
export function parseServices(text: string): readonly ServiceEntry[] {
  const entries = servicesFile.parse(parse(text));
  for (const id of SERVICE_IDS)
    if (entries.filter((entry) => entry.id === id).length !== 1) throw new Error(`services: ${id} once`);
  return entries;
}

export async function loadServices(file: string): Promise<readonly ServiceEntry[]> {
  return parseServices(await readFile(file, 'utf8'));
}

/** Each service as a place has it: with the policies that reach the place, the nearest first. */
export function servicesIn(
  entries: readonly ServiceEntry[],
  adcode: string,
  bookable: ReadonlySet<ServiceId>,
): ServiceHere[] {
  const place = findRegion(adcode);
  return entries.map(({ grants, ...service }) => {
    const reaching = grants.filter(({ region }) => {
      const theirs = findRegion(region.adcode);
      return place !== null && theirs !== null && covers(theirs, place);
    });
    // A county's code has fewer zeros at its end than its city's, and that fewer than its province's.
    reaching.sort((a, b) => zeros(a.region.adcode) - zeros(b.region.adcode));
    const here = place === null ? '这里' : customaryName(place);
    return {
      ...service,
      grants: reaching,
      note: noteOn(service.name, here, reaching),
      bookable: bookable.has(service.id),
    };
  });
}

const zeros = (adcode: string): number => /0*$/.exec(adcode)?.[0].length ?? 0;

function noteOn(name: string, here: string, reaching: readonly Grant[]): string | null {
  if (reaching.length === 0) return `收录的政策里，没有适用于${here}的文件写到${name}；能不能办，请问当地。`;
  if (reaching.some(({ force }) => force === 'entitlement')) return null;
  return `适用于${here}的文件里，${name}是鼓励或者目标，没有写明人人都有；能不能办，请问当地。`;
}
