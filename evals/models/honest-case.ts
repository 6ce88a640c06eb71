import { z } from 'zod';

/** A right plain answer in other words, written by hand; `of` is the plain answer word for word. */
export const honestCase = z.strictObject({
  id: z.string(),
  source: z.string(),
  of: z.string(),
  says: z.array(z.string()).min(1),
});
