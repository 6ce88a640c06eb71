const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const BESIDE = '[\\p{Script=Han}，。；：！？、（）()《》〔〕“”"％%]';
/** 1:10, 3,500 and https: keep theirs. */
const NARROW_MARK = new RegExp(`(?<=${BESIDE})[,;:?!]|[,;?!](?=${BESIDE})`, 'gu');
const HOLDS_HAN = /\p{Script=Han}/u;
const NARROW_BRACKETS = /\([^()]*\)/gu;

const widened = (bracket: string): string =>
  HOLDS_HAN.test(bracket) ? `（${bracket.slice(1, -1)}）` : bracket;

/**
 * The text with the marks of Chinese sentences in full width, as what reads it expects them, whichever width it is set in;
 * of the same length in UTF-16 units, so that places in the one are places in the other.
 */
export const withWideMarks = (text: string): string =>
  text
    .replace(NARROW_BRACKETS, widened)
    .replace(NARROW_BRACKETS, widened)
    .replace(NARROW_MARK, (mark) => WIDE[mark] ?? mark);
