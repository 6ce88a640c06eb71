import { dict } from '@node-rs/jieba/dict.js';
import { expect, it } from 'vitest';
import { tagWords, usualWords } from '../../src/language/words.js';

const lines = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString().trim().split('\n');

it('keeps the words of the dictionary that are short or often said, line for line', () => {
  const all = lines(dict);
  const kept = lines(usualWords(dict));
  const isUsual = (line: string): boolean => {
    const [word = '', count = ''] = line.split(' ');
    return Buffer.byteLength(word) <= 6 || Number(count) >= 4;
  };
  expect(kept).toEqual(all.filter(isUsual));
  expect(kept.length).toBeLessThan(0.6 * all.length);
});

it('reads a dictionary that ends without a line break', () => {
  expect(lines(usualWords(Buffer.from('老人 9 n\n老年大学 3 n\n养老院 12 n')))).toEqual([
    '老人 9 n',
    '养老院 12 n',
  ]);
});

it('cuts a text into words that are together the whole of it', () => {
  const text = '我妈今年七十九，家庭医生能上门吗？';
  expect(
    tagWords(text)
      .map((word) => word.text)
      .join(''),
  ).toBe(text);
  expect(tagWords(text).map((word) => word.text)).toContain('家庭');
});
