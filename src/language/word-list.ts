import { z } from 'zod';

/** Words separated by white space: a YAML list of 2,000 scalars takes ten times as long to read. */
export const wordList = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .pipe(z.array(z.string()).min(1));
