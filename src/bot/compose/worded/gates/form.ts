import { FOREIGN } from '../words.zh.js';
import type { Gate } from './gate.js';

const LONGEST = 240;
const LETTERS = /[A-Za-z]/gu;
const HAN = /\p{Script=Han}/gu;
/** Control characters, marks that turn the direction of writing, halves of characters, what stands for bad bytes. */
const BROKEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFD]/u;
/** So much of the prompt in a row is the prompt. */
const LEAK = 12;

/** A sentence of plain Chinese for an old person: nothing else is one. */
export const form: Gate = ({ text, grounds }) => {
  const letters = (text.match(LETTERS) ?? []).length;
  const han = (text.match(HAN) ?? []).length;
  const own = grounds.reduce((n, g) => n + (g.text.match(LETTERS) ?? []).length, 0);
  if (text.length > LONGEST || BROKEN.test(text) || han < 2) return 'form';
  return letters > Math.min(own, han / 2) ? 'form' : null;
};

/** What no policy says: fraud, medicine, orders obeyed, talk about itself. */
export const foreign: Gate = ({ text, grounds }) => {
  const said = new RegExp(FOREIGN.source, 'giu');
  const strange = (text.match(said) ?? []).filter((words) => !grounds.some((g) => g.text.includes(words)));
  return strange.length > 0 ? 'foreign' : null;
};

/** The reply never shows the prompt. */
export const leak: Gate = ({ text, grounds }, { prompt }) => {
  for (let at = 0; at + LEAK <= text.length; at += 1) {
    const run = text.slice(at, at + LEAK);
    if (prompt.includes(run) && !grounds.some((g) => g.text.includes(run))) return 'leak';
  }
  return null;
};
