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

const sounds = new Map<string, string>();

function soundOf(character: string): string {
  const known = sounds.get(character);
  if (known !== undefined) return known;
  const sound = /\p{Script=Han}/u.test(character) ? fold(pinyin(character, { toneType: 'none' })) : character;
  sounds.set(character, sound);
  return sound;
}

interface Spelling {
  word: string;
  sounds: string[];
}

const byFirstTwo = new Map<string, Spelling[]>();
for (const word of dangerWords) {
  const spelling = { word, sounds: Array.from(word, soundOf) };
  const key = spelling.sounds.slice(0, 2).join(' ');
  byFirstTwo.set(key, [...(byFirstTwo.get(key) ?? []), spelling]);
}

/** `text` with every stretch that sounds like a danger word written as that word; the length does not change. */
export function mendHomophones(text: string): string {
  const heard = text.split('').map(soundOf);
  let mended = '';
  let at = 0;
  while (at < text.length) {
    const candidates = byFirstTwo.get(`${heard[at]} ${heard[at + 1]}`);
    const found = candidates?.find(({ sounds }) => sounds.every((sound, i) => heard[at + i] === sound));
    mended += found?.word ?? text.charAt(at);
    at += found?.word.length ?? 1;
  }
  return mended;
}
