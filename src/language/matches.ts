const NONE: readonly RegExpExecArray[] = [];

/** Every match of a global `pattern`. `matchAll` makes a pattern of its own each time, and most are not in the text. */
export const matchesOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? NONE : [...text.matchAll(pattern)];
