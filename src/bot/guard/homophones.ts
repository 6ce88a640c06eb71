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

/** A number for each sound, from 1, and the number of the sound of each character by its code; 0: not asked for so far. */
const sounds = new Map<string, number>();
const soundsOf = new Uint16Array(0x10000);

function soundAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = soundsOf[code] ?? 0;
  if (known !== 0) return known;
  const character = text.charAt(at);
  const sound = /\p{Script=Han}/u.test(character) ? fold(pinyin(character, { toneType: 'none' })) : character;
  const number = sounds.get(sound) ?? sounds.size + 1;
  sounds.set(sound, number);
  soundsOf[code] = number;
  return number;
}

interface Spelling {
  word: string;
  sounds: number[];
}

/** Danger words by their first sound. */
const byFirst = new Map<number, Spelling[]>();
for (const word of dangerWords) {
  const spelling = { word, sounds: Array.from(word, (_, i) => soundAt(word, i)) };
  const first = spelling.sounds[0] ?? 0;
  byFirst.set(first, [...(byFirst.get(first) ?? []), spelling]);
}

function soundsLike(text: string, at: number, { sounds }: Spelling): boolean {
  if (at + sounds.length > text.length) return false;
  for (let i = 0; i < sounds.length; i++) if (soundAt(text, at + i) !== sounds[i]) return false;
  return true;
}

const NONE: readonly Spelling[] = [];

function heardAt(text: string, at: number): string | undefined {
  for (const spelling of byFirst.get(soundAt(text, at)) ?? NONE)
    if (soundsLike(text, at, spelling)) return spelling.word;
  return undefined;
}

/** `text` with every stretch that sounds like a danger word written as that word; the length does not change. */
export function mendHomophones(text: string): string {
  let mended = '';
  let done = 0;
  for (let at = 0; at < text.length; ) {
    const word = heardAt(text, at);
    if (word !== undefined) {
      mended += text.slice(done, at) + word;
      done = at + word.length;
    }
    at += word?.length ?? 1;
  }
  return mended + text.slice(done);
}
