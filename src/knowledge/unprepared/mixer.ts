import type { Features } from '../provisions/vocabulary.js';
import type { Kin, Prepared } from './kin.js';

/** A feature's share of texts taken together, in (0, 1]; `own` where the document itself has it there. */
export interface Share {
  feature: string;
  part: number;
  own: boolean;
}

type Mix = (own: readonly { features: Features; part: number }[], kin: readonly Kin[]) => Share[];

/**
 * Mixes texts, each by its part, and kin, each by its likeness; what only kin have, and that no more than anything
 * has, is left out. Sums stand in one array for all: kin have many features.
 */
export function mixer({ vocabulary: { numbers, share }, names }: Prepared): Mix {
  const sums = new Float64Array(names.length);
  return (own, kin) => {
    const texts = own
      .map(({ features, part }) => ({ features, part, length: lengthOf(features) }))
      .filter(({ length }) => length > 0);
    const whole = [...texts.map(({ part }) => part), ...kin.map(({ likeness }) => likeness)].reduce(
      (sum, part) => sum + part,
      0,
    );
    const said = new Map<string, number>();
    for (const { features, part, length } of texts)
      for (const [feature, weight] of features)
        said.set(feature, (said.get(feature) ?? 0) + (part * weight) / length / whole);
    const touched: number[] = [];
    for (const { text, likeness } of kin) {
      const scale = likeness / text.length / whole;
      for (let i = 0; i < text.numbers.length; i++) {
        const number = text.numbers[i] ?? 0;
        if (sums[number] === 0) touched.push(number);
        sums[number] = (sums[number] ?? 0) + scale * (text.weights[i] ?? 0);
      }
    }
    const shares: Share[] = [...said].map(([feature, part]) => ({
      feature,
      part: part + (sums[numbers.get(feature) ?? -1] ?? 0),
      own: true,
    }));
    for (const number of touched) {
      const part = sums[number] ?? 0;
      sums[number] = 0;
      if (part <= (share[number] ?? 0)) continue;
      const feature = names[number] ?? '';
      if (!said.has(feature)) shares.push({ feature, part, own: false });
    }
    return shares;
  };
}

function lengthOf(features: Features): number {
  let length = 0;
  for (const weight of features.values()) length += weight;
  return length;
}
