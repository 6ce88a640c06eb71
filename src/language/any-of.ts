/** A long alternation a line a few: `|` stands between the sources. */
export const anyOf = (...sources: readonly string[]): RegExp => new RegExp(sources.join('|'), 'u');
