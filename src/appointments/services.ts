import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { z } from 'zod';
import { covers, customaryName, findRegion } from '../knowledge/regions.js';
import type { PolicyDocument } from '../knowledge/types.js';
import { type Grant, SERVICE_IDS, type Service, type ServiceHere, type ServiceId } from './types.js';

const words = z.string().min(1);

const grant = z.strictObject({
  document: words,
  /** Path of the clause: 三、（二）. */
  clause: words,
  quote: words,
  who: words,
  force: z.enum(['entitlement', 'duty', 'target', 'encouragement']),
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

/**
 * What can be booked, and what policies say of it (`corpus/services.yaml`). Throws where a service is absent, or a quote
 * is not in the clause that it names. A grant of a document that is not held is left out: it cannot be shown.
 */
export function parseServices(text: string, documents: readonly PolicyDocument[]): readonly ServiceEntry[] {
  const entries = servicesFile.parse(load(text));
  for (const id of SERVICE_IDS)
    if (entries.filter((entry) => entry.id === id).length !== 1)
      throw new Error(`services: ${id} is there once`);
  return entries.map(({ grants, ...service }) => ({
    ...service,
    grants: grants.flatMap((entry) => {
      const document = documents.find(({ meta }) => meta.id === entry.document);
      return document ? [grantOf(entry, document, service.id)] : [];
    }),
  }));
}

function grantOf(entry: z.infer<typeof grant>, document: PolicyDocument, id: ServiceId): Grant {
  const clause = document.clauses.find(
    ({ path, text }) => bare(path) === bare(entry.clause) && bare(text).includes(bare(entry.quote)),
  );
  if (!clause) throw new Error(`services: ${id}: not in ${entry.document} ${entry.clause}: ${entry.quote}`);
  const { name, adcode } = document.meta.region;
  const { quote, who, force } = entry;
  return {
    region: { name, adcode },
    documentId: document.meta.id,
    clause: clause.path,
    clauseId: clause.id,
    quote,
    who,
    force,
    status: document.meta.status,
  };
}

/** Quotes are compared without white space: documents break lines where they please. */
const bare = (text: string): string => text.replace(/\s+/g, '');

export async function loadServices(
  file: string,
  documents: readonly PolicyDocument[],
): Promise<readonly ServiceEntry[]> {
  return parseServices(await readFile(file, 'utf8'), documents);
}

/** Each service as a place has it: with the policies that reach the place, the nearest first; null: every place. */
export function servicesIn(
  entries: readonly ServiceEntry[],
  adcode: string | null,
  bookable: ReadonlySet<ServiceId>,
): ServiceHere[] {
  const place = adcode === null ? null : findRegion(adcode);
  return entries.map(({ grants, ...service }) => {
    const reaching = grants.filter(({ region }) => {
      const theirs = findRegion(region.adcode);
      return adcode === null || (place !== null && theirs !== null && covers(theirs, place));
    });
    // A county's code has fewer zeros at its end than its city's, and that fewer than its province's.
    reaching.sort((a, b) => zeros(a.region.adcode) - zeros(b.region.adcode));
    const here = place === null ? '这里' : customaryName(place);
    return {
      ...service,
      grants: reaching,
      note: adcode === null ? null : noteOn(service.name, here, reaching),
      bookable: bookable.has(service.id),
    };
  });
}

const zeros = (adcode: string): number => /0*$/.exec(adcode)?.[0].length ?? 0;

function noteOn(name: string, here: string, reaching: readonly Grant[]): string | null {
  if (reaching.length === 0) return `收录的政策里，没有适用于${here}的文件写到${name}；能不能办，请问当地。`;
  if (reaching.some(({ force }) => force === 'entitlement' || force === 'duty')) return null;
  return `适用于${here}的文件里，${name}是鼓励或者目标，没有写明人人都有；能不能办，请问当地。`;
}
