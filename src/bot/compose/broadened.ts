import type { Concept } from '../../knowledge/coverage.js';
import { synonymsOf } from '../../language/thesaurus.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';

/** A word of the thesaurus that is no concept of the lexicon says this much of what is asked about. */
const WORD_WEIGHT = 0.5;
const LEAST_WORD = 3;
/** Says what is wanted, and nothing of what it is wanted of. */
const ASKS_ONLY =
  /^(?:多[长久少大]|时间|好久|得到|几[天年月]|[给报补领交拿发贴出要花](?:给|得)?(?:多少|几|好多)钱?|多少钱?|几块钱?|怎么办|咋办)$/u;

/**
 * The concepts with all that a document may write instead, of which no way of asking is known; a longer word of the
 * thesaurus (老人卡) stands for those within it.
 */
export function broadened({ focus, text }: Ask, { thesaurus }: House): Concept[] {
  const longer = thesaurus.trie
    .matches(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((word) => word.length >= LEAST_WORD && focus.every(({ surface }) => !surface.includes(word)));
  const asksOnly = (word: string): boolean =>
    ASKS_ONLY.test(word) && synonymsOf(word, thesaurus).length === 0;
  const own = focus.filter(
    ({ surface }) => !asksOnly(surface) && !longer.some((word) => word.includes(surface)),
  );
  const more = longer.map((surface) => ({
    surface,
    alternatives: [surface],
    weight: WORD_WEIGHT,
    essential: false,
    unheard: false,
  }));
  return [...own, ...more].map((concept) => ({
    ...concept,
    alternatives: [
      ...concept.alternatives,
      ...concept.alternatives.flatMap((word) => synonymsOf(word, thesaurus)),
    ],
  }));
}
