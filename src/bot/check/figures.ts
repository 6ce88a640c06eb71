import { scanNumerals } from '../../language/numerals.js';
import { Recent } from '../recent.js';
import type { Citation } from '../reply.js';

/** The quotes of the corpus come again and again, and so do most replies. */
const LONGEST_QUOTE = 2000;
const recentFigures = new Recent<readonly number[]>(1000, LONGEST_QUOTE);

/**
 * Values of the figures of a text, 汉字 and 阿拉伯 forms alike. 半 by itself (减半, 一半) is a word here, not a figure:
 * whether it is read as a number depends on its neighbours, which a plain rendering changes.
 */
export function figuresIn(text: string): readonly number[] {
  return recentFigures.get(text, () =>
    scanNumerals(text.normalize('NFKC'))
      .filter((numeral) => numeral.counts && numeral.form !== 'half')
      .flatMap((numeral) => (numeral.high === undefined ? [numeral.value] : [numeral.value, numeral.high])),
  );
}

/** Where a reply's figures may come from, beside its citations. */
interface FigureSources {
  /** The person's own words, of this turn and the one it carries on. */
  words: readonly string[];
  hotlines: ReadonlySet<number>;
}

/** Promise 1: figures of the reply that stand in no citation, hotline or word of the person. */
export function unsupportedFigures(
  text: string,
  citations: readonly Citation[],
  sources: FigureSources,
): number[] {
  const backing = [
    ...citations.map((c) => `${c.quote} ${c.title} ${c.document} ${c.clause}`),
    ...sources.words,
  ];
  const known = new Set(backing.flatMap(figuresIn));
  const halved = /半/u.test(text) && !backing.some((words) => /半|50|5:5/u.test(words.normalize('NFKC')));
  return [...figuresIn(text), ...(halved ? [0.5] : [])].filter(
    (figure) => !known.has(figure) && !sources.hotlines.has(figure),
  );
}
