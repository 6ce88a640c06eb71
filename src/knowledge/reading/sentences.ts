/** A stretch of a text, `start`/`end` in UTF-16 units, `end` exclusive, without white space at its ends. */
export interface Stretch {
  text: string;
  start: number;
  end: number;
}

const ENDERS = '。；！？!?;';
const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〔': '〕',
  '【': '】',
  '[': ']',
};
const CLOSERS = new Set(Object.values(PAIRS));
/** 一是…；二是… and （1）… ②… within a paragraph are items of a list, each a stretch of its own. */
const ITEM =
  /(?:[一二三四五六七八九十]+(?:是|要)|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.．、](?!\d))/y;
const BEFORE_ITEM = '：:；;。，,';

/**
 * Sentences and list items of a clause, in order; together they hold every character but white space.
 * 。；！？ and line ends part them, not inside brackets, quotes or 《》 that close in the same paragraph.
 * A list opened by a colon (一是…。二是…) parts into its lead and its items.
 */
export function sentences(text: string): Stretch[] {
  const depth = bracketDepth(text);
  const stretches: Stretch[] = [];
  let from = 0;
  const cut = (to: number) => {
    const stretch = trimmed(text, from, to);
    if (stretch !== null) stretches.push(stretch);
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n') cut(i + 1);
    else if (depth[i] === 0 && endsSentence(text, i)) cut(i + 1);
    else if (
      i > from &&
      depth[i - 1] === 0 &&
      BEFORE_ITEM.includes(text.charAt(i - 1)) &&
      startsItem(text, i)
    )
      cut(i);
  }
  cut(text.length);
  return stretches;
}

function startsItem(text: string, at: number): boolean {
  ITEM.lastIndex = at;
  return ITEM.test(text);
}

/** An ender, or the closing quote of a whole quoted sentence (“…。”) that no further punctuation follows. */
function endsSentence(text: string, at: number): boolean {
  const c = text.charAt(at);
  const next = text.charAt(at + 1);
  if (ENDERS.includes(c)) return next === '' || !ENDERS.includes(next);
  return (
    CLOSERS.has(c) &&
    '。！？'.includes(text.charAt(at - 1) || ' ') &&
    next !== '' &&
    !'。；，、！？）的'.includes(next)
  );
}

/** For each unit: how many pairs that close in the same paragraph enclose it; an opener counts as inside, a closer not. */
function bracketDepth(text: string): Uint16Array {
  const change = new Int16Array(text.length + 1);
  const open: { at: number; closer: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    const closer = PAIRS[c];
    if (c === '\n') open.length = 0;
    else if (closer !== undefined) open.push({ at: i, closer });
    else if (CLOSERS.has(c)) close(open, c, i, change);
  }
  const depth = new Uint16Array(text.length);
  let now = 0;
  for (let i = 0; i < text.length; i++) {
    now += change[i] ?? 0;
    depth[i] = now;
  }
  return depth;
}

/** How many unclosed openers are looked back over for a closer's partner: deeper nesting is no prose. */
const MAX_NESTING = 8;

function close(open: { at: number; closer: string }[], closer: string, at: number, change: Int16Array): void {
  for (let back = 1; back <= Math.min(MAX_NESTING, open.length); back++) {
    const opener = open[open.length - back];
    if (opener?.closer !== closer) continue;
    change[opener.at] = (change[opener.at] ?? 0) + 1;
    change[at] = (change[at] ?? 0) - 1;
    open.length -= back;
    return;
  }
}

function trimmed(text: string, from: number, to: number): Stretch | null {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const body = raw.trim();
  return body === '' ? null : { text: body, start, end: start + body.length };
}
