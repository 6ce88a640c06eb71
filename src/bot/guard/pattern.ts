import { lexicon } from './tables/lexicon.js';

/** Several alternatives in one group; classes named in them are written out. */
function written(source: string): string {
  return source.replace(/\{([a-z][A-Za-z]*)\}/gu, (_, name: string) => {
    const members = lexicon[name];
    if (members === undefined) throw new Error(`guard: no class of words is called ${name}`);
    return `(?:${written(members.trim().split(/\s+/u).join('|'))})`;
  });
}

/**
 * Patterns over normalised text. `{name}` stands for any word of that class of the lexicon; `~` for up to four
 * characters of the same clause, `~n` for up to n, from ten on across pauses too; gaps are bounded, so every
 * pattern is linear in the text.
 */
export function words(source: string): RegExp {
  const gaps = written(source).replace(
    /~(\d*)/gu,
    (_, n: string) => `${Number(n) >= 10 ? '[^。]' : '[^，。]'}{0,${n === '' ? 4 : n}}?`,
  );
  return new RegExp(gaps, 'gu');
}

/** One alternation of several lines: a table reads better a line a thing. */
export function anyOf(...sources: string[]): RegExp {
  return words(sources.join('|'));
}

/** Whether `pattern`, which is global, occurs in `text`. */
export function found(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
