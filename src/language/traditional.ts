import { Converter } from 'opencc-js/t2cn';

type Convert = (text: string) => string;

/** Built when first used. The last text is kept: the guard and the readers ask for the same one in turn. */
function lazily(from: 't' | 'tw'): Convert {
  let convert: Convert | undefined;
  let last = '';
  let converted = '';
  return (text) => {
    if (text === last) return converted;
    const built: Convert = convert ?? Converter({ from, to: 'cn' });
    convert = built;
    last = text;
    converted = built(text);
    return converted;
  };
}

/** Traditional characters made simplified by the general tables of OpenCC; the length may change. */
export const general = lazily('t');
const taiwan = lazily('tw');

/** 著 is 着 but in 著名, 顯著 and their like: only the Taiwan tables of OpenCC tell them apart. */
function withZhe(text: string, simplified: string): string {
  if (!text.includes('著')) return simplified;
  const told = taiwan(text.replaceAll('显著', '顯著'));
  if (told.length !== text.length) return simplified;
  return simplified.replaceAll('著', (char, at: number) => (told[at] === '着' ? '着' : char));
}

/**
 * Traditional characters made simplified by OpenCC's words and characters (乾淨 but 乾隆, 頭髮 but 出發); every
 * other character stays. The length stays too, so that spans hold: a character that would take two UTF-16 units
 * for one is left as it is.
 */
export function simplify(text: string): string {
  let simplified = general(text);
  if (simplified.length !== text.length)
    simplified = Array.from(text, (char) => {
      const single = general(char);
      return single.length === char.length ? single : char;
    }).join('');
  return withZhe(text, simplified).replaceAll('甚么', '什么');
}
