import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './bot/house.js';
import { recentOf } from './bot/recent.js';
import type { Mended } from './channels/phone/index.js';
import { parseDomainWords } from './language/homophones/domain.js';
import { everydayWords } from './language/homophones/everyday.js';
import { createNormalize, type Normalize } from './language/normalize.js';

const MOST_KEPT = 1000;

/**
 * Puts back what the telephone's recogniser wrote otherwise: the words of these matters, everyday words, and the turns
 * of phrase in which the provisions held are asked for. Made anew when the corpus is swapped.
 */
export async function openEar(corpus: string, house: () => House): Promise<(text: string) => Mended> {
  const domain = parseDomainWords(await readFile(join(corpus, 'domain-words.yaml'), 'utf8'));
  const made = new WeakMap<House, Normalize>();
  const earOf = (held: House): Normalize => {
    const known = made.get(held) ?? createNormalize(domain, everydayWords(asked(held)));
    made.set(held, known);
    return known;
  };
  earOf(house());
  const recent = recentOf<Mended>(MOST_KEPT);
  return (heard) =>
    recent(house()).get(heard, () => {
      const { normalized, changes } = earOf(house())(heard);
      return { text: normalized, doubtful: changes.some((change) => change.doubtful) };
    });
}

const asked = ({ provisions }: House): string[] =>
  [...provisions.documentIds].flatMap((id) =>
    provisions.of(id).flatMap(({ asks, short, plain }) => [...asks, short, plain]),
  );
