import { areFilled, hear, NEEDS, register } from '../../language/letters.js';
import { branchesOf, type Need, needsOf } from '../../language/needs.js';
import { lexicon } from './tables/lexicon.js';

/** Alternatives, each of which is looked for by itself. */
export interface Pattern {
  regexes: readonly RegExp[];
  /**
   * Of each in turn, `NEEDS` numbers: without these characters in the text it is not tried, so that most of a table is
   * out of the question at once.
   */
  needs: readonly number[];
}

/** Runs of numerals end here, or every one of them would be read to its end from each of its characters. */
const LONGEST_RUN = 8;

const CLASS = /\{([a-z][A-Za-z]*)\}/gu;

/** Gaps and runs as bounded quantifiers. */
const bounded = (source: string): string =>
  source
    .replace(/~(\d*)/gu, (_, n: string) => `${Number(n) >= 10 ? '[^。]' : '[^，。]'}{0,${n === '' ? 4 : n}}?`)
    .replaceAll('+', `{1,${LONGEST_RUN}}`);

/** The words of a class, as alternatives, which may name other classes. */
function alternativesOf(name: string): string {
  const members = lexicon[name];
  if (members === undefined) throw new Error(`guard: no class of words is called ${name}`);
  return bounded(members.trim().split(/\s+/u).join('|'));
}

/** What `make` makes of a class; many patterns name the same one. */
function once<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Several alternatives in one group; classes named in them are written out. */
const written = (source: string): string => source.replace(CLASS, (_, name: string) => writtenClass(name));
const writtenClass = once((name) => `(?:${written(alternativesOf(name))})`);
const needsOfClass = once((name): readonly Need[] => needsOf(alternativesOf(name), needsOfClass));

/** Groups that keep nothing are matched faster; `\1` says again what the first of its branch keeps. */
function keepingNothing(branch: string): string {
  if (branch.includes('\\1')) return branch;
  return branch.replace(/\\.|\[[^\]]*\]|\((?!\?)/gu, (part) => (part === '(' ? '(?:' : part));
}

/**
 * Patterns over normalised text. `{name}` stands for any word of that class of the lexicon; `~` for up to four
 * characters of the same clause, `~n` for up to n, from ten on across pauses too; `+` for up to eight. Every gap
 * and run is bounded, so every pattern is linear in the text.
 */
export function words(source: string): Pattern {
  const branches = branchesOf(bounded(source));
  return {
    regexes: branches.map((branch) => new RegExp(keepingNothing(written(branch)), 'g')),
    needs: branches.flatMap((branch) => register(needsOf(branch, needsOfClass))),
  };
}

/** One alternation of several lines: a table reads better a line a thing. */
export function anyOf(...sources: string[]): Pattern {
  return words(sources.join('|'));
}

/** The alternatives of `pattern` that may occur in `text`, or in a part of it: it has their characters. */
export function possible(text: string, { regexes, needs }: Pattern): Pattern {
  hear(text);
  const left: { regexes: RegExp[]; needs: number[] } = { regexes: [], needs: [] };
  for (let i = 0; i < regexes.length; i++) {
    const regex = areFilled(needs, i) ? regexes[i] : undefined;
    if (regex === undefined) continue;
    left.regexes.push(regex);
    for (let at = i * NEEDS; at < (i + 1) * NEEDS; at++) left.needs.push(needs[at] ?? 0);
  }
  return left;
}

/** Whether `pattern` occurs in `text`. */
export function found(text: string, { regexes, needs }: Pattern): boolean {
  hear(text);
  for (let i = 0; i < regexes.length; i++) {
    const regex = areFilled(needs, i) ? regexes[i] : undefined;
    if (regex === undefined) continue;
    regex.lastIndex = 0;
    if (regex.test(text)) return true;
  }
  return false;
}

export interface Match {
  start: number;
  end: number;
}

/** Where each alternative of `pattern` occurs in `text`, in no order. */
export function matches(text: string, { regexes, needs }: Pattern): Match[] {
  hear(text);
  const all: Match[] = [];
  for (let i = 0; i < regexes.length; i++) {
    const regex = areFilled(needs, i) ? regexes[i] : undefined;
    if (regex === undefined) continue;
    regex.lastIndex = 0;
    for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
      all.push({ start: match.index, end: regex.lastIndex });
      if (match[0] === '') regex.lastIndex += 1;
    }
  }
  return all;
}

/** `text` with every match of `pattern` blanked out, position for position. */
export function blank(text: string, pattern: Pattern): string {
  const all = matches(text, pattern);
  if (all.length === 0) return text;
  const letters = text.split('');
  for (const { start, end } of all) letters.fill('〇', start, end);
  return letters.join('');
}
