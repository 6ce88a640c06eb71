import { sentences } from './reading/sentences.js';
import type { Clause } from './types.js';

/** The least text that can be an answer: a sentence, or an item of a list within one. */
export interface Segment {
  /** Word for word, without white space at its ends. */
  text: string;
  /** In UTF-16 units of the clause's text. */
  start: number;
  end: number;
  /** Number of the sentence it belongs to; items of one sentence share it. */
  sentence: number;
}

/** Sentences longer than this are parted at their semicolons. */
const LONG_SENTENCE = 60;

export function segmentsOf(clause: Clause): Segment[] {
  return sentences(clause.text).flatMap(({ text, start }, sentence) => {
    const parts = text.length > LONG_SENTENCE ? splitOutsideBrackets(text) : [text];
    let at = start;
    return parts.flatMap((part) => {
      const lead = part.length - part.trimStart().length;
      const trimmed = part.trim();
      const segment = { text: trimmed, start: at + lead, end: at + lead + trimmed.length, sentence };
      at += part.length;
      return trimmed === '' ? [] : [segment];
    });
  });
}

/** Parts of a sentence that end in a semicolon; one inside brackets or quotes does not part. */
function splitOutsideBrackets(sentence: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < sentence.length; i++) {
    const c = sentence.charAt(i);
    if ('（(“《〔'.includes(c)) depth++;
    else if ('）)”》〕'.includes(c)) depth = Math.max(0, depth - 1);
    else if (c === '；' && depth === 0) {
      parts.push(sentence.slice(from, i + 1));
      from = i + 1;
    }
  }
  if (from < sentence.length) parts.push(sentence.slice(from));
  return parts;
}
