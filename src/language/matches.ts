const NONE: readonly RegExpExecArray[] = [];

/** Every match of a global `pattern`. `matchAll` makes a pattern of its own each time, and most are not in the text. */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const all: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    all.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return all;
}
