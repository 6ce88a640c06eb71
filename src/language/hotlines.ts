import { load } from 'js-yaml';
import { z } from 'zod';

const schema = z.array(
  z.strictObject({
    number: z.string().regex(/^\d{3,5}$/),
    name: z.string().min(1),
    for: z.array(z.string().min(1)).min(1),
    urgent: z.boolean(),
  }),
);

/** A number to ring. `for`: what for, in people's words; `urgent`: danger to life or money. */
type Hotline = z.infer<typeof schema>[number];

/**
 * Reads `corpus/hotlines.yaml`, by number.
 * @throws when the text is not YAML, breaks the schema, or lists a number twice.
 */
export function parseHotlines(text: string): ReadonlyMap<string, Hotline> {
  const lines = schema.parse(load(text));
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  if (byNumber.size !== lines.length) throw new Error('hotlines: a number is listed twice');
  return byNumber;
}
