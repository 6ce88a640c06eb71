import { load } from 'js-yaml';
import { z } from 'zod';
import { type Benefit, benefitFile } from './schema.js';

/** The benefits of one file of `corpus/benefits`, from its text. Throws with every fault and where it is. */
export function parseBenefits(text: string): Benefit[] {
  const result = benefitFile.safeParse(load(text));
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const { region, document, benefits } = result.data;
  const ids = benefits.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new Error(`${twice} is defined twice`);
  return benefits.map((benefit) => ({ ...benefit, region, documentId: document }));
}
