import { pinyin } from 'pinyin-pro';
import { soundClasses } from './syllables.js';

/** What a character may sound like: its readings (`yuan2`), the same without tone, and the classes of those. */
export interface Sound {
  readings: readonly string[];
  syllables: readonly string[];
  classes: readonly string[];
  /** A number for each of the classes. */
  keys: readonly number[];
}

const SILENT: Sound = { readings: [], syllables: [], classes: [], keys: [] };
/** By code; kept for every character once asked: at most the 27,000 of the two blocks. */
const known = new Map<number, Sound>();
const keys = new Map<string, number>();

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);

export const soundOf = (char: string): Sound => (char.length === 1 ? soundAt(char, 0) : SILENT);

/** The sound of the character at `at`: as `soundOf`, without a string for each character of a line. */
export function soundAt(text: string, at: number): Sound {
  const code = text.charCodeAt(at);
  const cached = known.get(code);
  if (cached) return cached;
  if (!isHan(code)) return SILENT;
  const readings = pinyin(text.charAt(at), { multiple: true, toneType: 'num', type: 'array', v: true });
  const syllables = [...new Set(readings.map((reading) => reading.slice(0, -1)))];
  const classes = [...new Set(syllables.flatMap(soundClasses))];
  const sound = { readings, syllables, classes, keys: classes.map(keyOf) };
  known.set(code, sound);
  return sound;
}

function keyOf(soundClass: string): number {
  const key = keys.get(soundClass) ?? keys.size;
  keys.set(soundClass, key);
  return key;
}
