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

/** The only characters at which anything is decided. */
const SPECIAL = /[\n。；！？!?;：:，,（(）)“”‘’「」『』《》〔〕【】[\]]/g;

/**
 * Sentences and list items of a clause, in order; together they hold every character but white space.
 * 。；！？ and line ends part them, not inside brackets, quotes or 《》 that close in the same paragraph.
 * A list opened by a colon (一是…。二是…) parts into its lead and its items.
 */
export function sentences(text: string): Stretch[] {
  const specials = [...text.matchAll(SPECIAL)].map(({ 0: char, index }) => ({ char, at: index }));
  const change = bracketChanges(specials);
  const stretches: Stretch[] = [];
  let from = 0;
  let depth = 0;
  const cut = (to: number) => {
    const stretch = trimmed(text, from, to);
    if (stretch !== null) stretches.push(stretch);
    from = to;
  };
  specials.forEach(({ char, at }, i) => {
    depth += change[i] ?? 0;
    if (char === '\n' || (depth === 0 && (endsSentence(text, at) || leadsToItem(text, at)))) cut(at + 1);
  });
  cut(text.length);
  return stretches;
}

function leadsToItem(text: string, at: number): boolean {
  if (!BEFORE_ITEM.includes(text.charAt(at))) return false;
  ITEM.lastIndex = at + 1;
  return ITEM.test(text);
}

/** An ender, or the closing quote of a whole quoted sentence (“…。”) that no further punctuation follows. */
function endsSentence(text: string, at: number): boolean {
  const c = text.charAt(at);
  const next = text.charAt(at + 1);
  if (ENDERS.includes(c)) return next === '' || !ENDERS.includes(next);
  const closesSentence = CLOSERS.has(c) && '。！？'.includes(text.charAt(at - 1) || ' ');
  return closesSentence && next !== '' && !'。；，、！？）的'.includes(next);
}

interface Special {
  char: string;
  at: number;
}

/** How many unclosed openers are looked back over for a closer's partner: deeper nesting is no prose. */
const MAX_NESTING = 8;

/** +1 at each opener and -1 at its closer, for the pairs that close in the same paragraph; 0 elsewhere. */
function bracketChanges(specials: readonly Special[]): Int8Array {
  const change = new Int8Array(specials.length);
  const open: { closer: string; index: number }[] = [];
  specials.forEach(({ char }, index) => {
    const closer = PAIRS[char];
    if (char === '\n') open.length = 0;
    else if (closer !== undefined) open.push({ closer, index });
    else if (CLOSERS.has(char)) {
      const back = open.slice(-MAX_NESTING).findLastIndex((opener) => opener.closer === char);
      const partner = back < 0 ? undefined : open[Math.max(0, open.length - MAX_NESTING) + back];
      if (partner === undefined) return;
      change[partner.index] = 1;
      change[index] = -1;
      open.length = Math.max(0, open.length - MAX_NESTING) + back;
    }
  });
  return change;
}

function trimmed(text: string, from: number, to: number): Stretch | null {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const body = raw.trim();
  return body === '' ? null : { text: body, start, end: start + body.length };
}
