import { pinyin } from 'pinyin-pro';
import { dangerWords } from './tables/homophones.js';

/** Sounds that recognisers and speakers of these provinces do not keep apart, written alike. */
function fold(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n(?=[aeiouü])/u, 'l')
    .replace(/^hu(?=[aeio])/u, 'f')
    .replace(/(?<=[aei])ng$/u, 'n');
}

/** A number for each sound, and the number of the sound of each character. */
const sounds = new Map<string, number>();
const soundsOf = new Map<string, number>();

function soundOf(character: string): number {
  const known = soundsOf.get(character);
  if (known !== undefined) return known;
  const sound = /\p{Script=Han}/u.test(character) ? fold(pinyin(character, { toneType: 'none' })) : character;
  const number = sounds.get(sound) ?? sounds.size;
  sounds.set(sound, number);
  soundsOf.set(character, number);
  return number;
}

interface Spelling {
  word: string;
  sounds: number[];
}

/** Danger words by their first sound. */
const byFirst = new Map<number, Spelling[]>();
for (const word of dangerWords) {
  const spelling = { word, sounds: Array.from(word, soundOf) };
  const first = spelling.sounds[0] ?? 0;
  byFirst.set(first, [...(byFirst.get(first) ?? []), spelling]);
}

/** `text` with every stretch that sounds like a danger word written as that word; the length does not change. */
export function mendHomophones(text: string): string {
  const heard = text.split('').map(soundOf);
  let mended = '';
  let at = 0;
  while (at < text.length) {
    const candidates = byFirst.get(heard[at] ?? -1);
    const found = candidates?.find(({ sounds }) => sounds.every((sound, i) => heard[at + i] === sound));
    mended += found?.word ?? text.charAt(at);
    at += found?.word.length ?? 1;
  }
  return mended;
}
