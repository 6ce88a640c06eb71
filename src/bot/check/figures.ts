import { scanNumerals } from '../../language/numerals.js';
import type { Citation } from '../reply.js';

/** Values of the figures of a text, 汉字 and 阿拉伯 forms alike. */
export function figuresIn(text: string): number[] {
  return scanNumerals(text.normalize('NFKC'))
    .filter((numeral) => numeral.counts)
    .flatMap((numeral) => (numeral.high === undefined ? [numeral.value] : [numeral.value, numeral.high]));
}

/** Where a reply's figures may come from, beside its citations. */
export interface FigureSources {
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
  ].join('\n');
  const known = new Set(figuresIn(backing));
  return figuresIn(text).filter((figure) => !known.has(figure) && !sources.hotlines.has(figure));
}
