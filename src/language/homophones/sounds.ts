import { pinyin } from 'pinyin-pro';
import { soundClasses } from './syllables.js';

/** What a character may sound like: its readings (`yuan2`), the same without tone, and the classes of those. */
export interface Sound {
  readings: readonly string[];
  syllables: readonly string[];
  classes: readonly string[];
}

const SILENT: Sound = { readings: [], syllables: [], classes: [] };
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/;
const known = new Map<string, Sound>();

/** Kept for every character once asked: at most the 27,000 of the two blocks. */
export function soundOf(char: string): Sound {
  const cached = known.get(char);
  if (cached) return cached;
  if (!HAN.test(char)) return SILENT;
  const readings = pinyin(char, { multiple: true, toneType: 'num', type: 'array', v: true });
  const syllables = [...new Set(readings.map((reading) => reading.slice(0, -1)))];
  const sound = { readings, syllables, classes: [...new Set(syllables.flatMap(soundClasses))] };
  known.set(char, sound);
  return sound;
}
