import { soundOf } from '../../../language/homophones/sounds.js';

/** Longer turns are not gone through by ear. */
const LONGEST = 80;

const soundsIn = (text: string): string =>
  ` ${[...text].map((char) => soundOf(char).syllables[0] ?? char).join(' ')} `;

/** How the phrases of a list sound. */
const spelt = new WeakMap<readonly string[], string[]>();

/** Whether one of the phrases is heard in the text, whatever characters the recogniser wrote for it. */
export function soundsLike(text: string, phrases: readonly string[]): boolean {
  const heard = soundsIn(text.slice(0, LONGEST));
  const meant = spelt.get(phrases) ?? phrases.map(soundsIn);
  spelt.set(phrases, meant);
  return meant.some((sounds) => heard.includes(sounds));
}
