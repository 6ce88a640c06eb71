import { pinyin } from 'pinyin-pro';

/** The 3,755 everyday characters of GB 2312, level 1: what a recogniser writes. */
const EVERYDAY: readonly string[] = (() => {
  const decoder = new TextDecoder('gb2312');
  const chars: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/.test(char)) chars.push(char);
    }
  return chars;
})();

const bare = (char: string) => pinyin(char, { toneType: 'none' });

const homophones = new Map<string, string[]>();
for (const char of EVERYDAY) homophones.set(bare(char), [...(homophones.get(bare(char)) ?? []), char]);

/** Regional mishearings, one at a time, both ways. */
const MISHEARINGS: readonly (readonly [RegExp, string])[] = [
  [/^n(?=[aeiou])/, 'l'],
  [/^l(?=[aeiou])/, 'n'],
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/^z(?!h)/, 'zh'],
  [/^c(?!h)/, 'ch'],
  [/^s(?!h)/, 'sh'],
  [/^f/, 'h'],
  [/^hu$/, 'fu'],
  [/([aei])ng$/, '$1n'],
  [/([aei])n$/, '$1ng'],
];

export type Random = () => number;

/** Mulberry32: the same seed, the same recogniser. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('pick: the list is empty');
  return item;
}

/** Another character of the same sound, one time in three of a sound taken for it; undefined if there is none. */
function mishear(random: Random, char: string): string | undefined {
  const said = bare(char);
  const near = MISHEARINGS.filter(([from]) => from.test(said)).map(([from, to]) => said.replace(from, to));
  const sound = near.length > 0 && random() < 1 / 3 ? pick(random, near) : said;
  const others = (homophones.get(sound) ?? []).filter((other) => other !== char);
  return others.length > 0 ? pick(random, others) : undefined;
}

/** `word` with one character written wrong; with two of them, one time in four, when it has three or more. */
export function miswrite(random: Random, word: string): string {
  const chars = [...word];
  const errors = chars.length > 2 && random() < 0.25 ? 2 : 1;
  const order = chars.map((_, i) => i).sort(() => random() - 0.5);
  let done = 0;
  for (const i of order) {
    const wrong = done < errors ? mishear(random, chars[i] ?? '') : undefined;
    if (wrong === undefined) continue;
    chars[i] = wrong;
    done++;
  }
  return chars.join('');
}

/** As often a word is written wrong. */
const ONE_IN = 8;

/** The line with words written wrong as a recogniser does. */
export function misheard(text: string, random: Random): string {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  return words
    .map(({ segment, isWordLike }) =>
      isWordLike === true && /\p{Script=Han}/u.test(segment) && random() < 1 / ONE_IN
        ? miswrite(random, segment)
        : segment,
    )
    .join('');
}
