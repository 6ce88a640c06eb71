import { load } from 'js-yaml';
import { z } from 'zod';
import { readYamlFolder } from '../yaml-folder.js';

/**
 * What a provision does. `right`: somebody gets or may claim it; `duty`: an institution must; `rule`: a condition,
 * limit or procedure; `target`: 到2022年…达到…; `intention`: 探索, 鼓励, 支持; `definition`; `fact`: background.
 */
export const FORCES = ['right', 'duty', 'rule', 'target', 'intention', 'definition', 'fact'] as const;

const sentence = z.string().min(1);

const provision = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Path of the clause, as a person quotes it. */
  clause: sentence,
  force: z.enum(FORCES),
  for: z.array(z.enum(['person', 'family', 'institution', 'community', 'staff', 'government'])).min(1),
  /** The answer in one breath. */
  short: sentence,
  /** The answer with the condition that limits it, in everyday words. */
  plain: sentence,
  /** Word for word; together they carry every figure, place and condition of `short` and `plain`. */
  quotes: z.array(sentence).min(1),
  /** Ways in which people ask for just this. */
  asks: z.array(sentence).min(1),
});

const file = z.strictObject({ document: z.string(), provisions: z.array(provision).min(1) });

/** One thing that a policy says, put plainly, with the words it rests on (`corpus/provisions/<id>.yaml`). */
export type Provision = z.infer<typeof provision> & { documentId: string };

/** Whether a person has put it plainly; the statements of a document that nobody has prepared are asked in no way. */
export const isPrepared = ({ asks }: Provision): boolean => asks.length > 0;

/** Throws with the file's name and the reason when one does not fit the schema. A folder that is absent holds none. */
export async function loadProvisions(folder: string): Promise<Provision[]> {
  const files = await readYamlFolder(folder);
  return files.flatMap(({ path, text }) => {
    const parsed = file.safeParse(load(text));
    if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
    return parsed.data.provisions.map((p) => ({ ...p, documentId: parsed.data.document }));
  });
}
