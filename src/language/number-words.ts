/** Words made with the characters of numerals that count nothing. */
const WORDS = [
  '一定',
  '一样',
  '一起',
  '一直',
  '一般',
  '一下',
  '一点',
  '三门峡',
  '万一',
  '五保',
  '三无',
  '十分',
];

/** False where the numeral at `start`–`end` of `text` is part of a word or name that counts nothing. */
export function standsAsNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2) return true;
  return !WORDS.some((word) => text.startsWith(word, start) && start + word.length >= end);
}
