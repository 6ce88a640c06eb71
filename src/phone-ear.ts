import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './bot/house.js';
import { recentOf } from './bot/recent.js';
import type { Mend, Mended } from './channels/phone/index.js';
import { heardAgain } from './language/homophones/again.js';
import { parseDomainWords } from './language/homophones/domain.js';
import { everydayWords } from './language/homophones/everyday.js';
import { soundOf } from './language/homophones/sounds.js';
import { createNormalize, type Normalize } from './language/normalize.js';

const MOST_KEPT = 1000;

/**
 * Puts back what the telephone's recogniser wrote otherwise: the words of these matters, everyday words, and the turns
 * of phrase in which the provisions held are asked for. Made anew when the corpus is swapped.
 */
export async function openEar(corpus: string, house: () => House): Promise<Mend> {
  const domain = parseDomainWords(await readFile(join(corpus, 'domain-words.yaml'), 'utf8'));
  const made = new WeakMap<House, Normalize>();
  const earOf = (held: House): Normalize => {
    const repair = [...domain.repair, ...benefitsOf(held)];
    const known = made.get(held) ?? createNormalize({ ...domain, repair }, everydayWords(asked(held)));
    made.set(held, known);
    return known;
  };
  earOf(house());
  const recent = recentOf<Mended>(MOST_KEPT);
  return (heard, before = '') =>
    recent(house()).get(`${before}\n${heard}`, () => {
      const ear = earOf(house());
      const both = heardAgain(before, heard, (text) => ear(text).cost);
      const counted = withTens(both);
      const { normalized, changes, odd } = ear(counted);
      const doubtful = counted !== heard || changes.some((change) => change.doubtful);
      return { text: normalized, doubtful, lost: odd > 0 };
    });
}

/** 六士二, 六思岁: between two numerals, or before what is counted, nothing else sounds like 十. */
const TEN =
  /(?<![零〇一二三四五六七八九十百千万幺])([一二三四五六七八九])([\p{Script=Han}])(?=[一二三四五六七八九](?![零〇一二三四五六七八九十百千万幺])|[多几来]?(?:岁|周岁|块|元|张床))/gu;
const LIKE_TEN: ReadonlySet<string> = new Set(['shi', 'si']);

const withTens = (text: string): string =>
  text.replace(TEN, (said, tens: string, char: string) =>
    !NO_TEN.has(char) && soundOf(char).syllables.some((sound) => LIKE_TEN.has(sound)) ? `${tens}十` : said,
  );

/** A numeral, and what stands between numerals of itself: 一是二, 一时. */
const NO_TEN: ReadonlySet<string> = new Set('十四是事时');

/** A shorter name is met by chance. */
const LEAST_NAME = 3;

/** Benefits by their names, of here and elsewhere: one that is heard as no word at all would be taken for another. */
const benefitsOf = ({ benefitNames }: House): string[] =>
  benefitNames.names.flat().filter((name) => name.length >= LEAST_NAME);

const asked = ({ provisions }: House): string[] =>
  [...provisions.documentIds].flatMap((id) =>
    provisions.of(id).flatMap(({ asks, short, plain }) => [...asks, short, plain]),
  );
