import { pinyin } from 'pinyin-pro';
import { soundClasses } from './syllables.js';

/** What a character may sound like: its readings without tone, and their classes. */
export interface Sound {
  readings: readonly string[];
  classes: readonly string[];
}

const SILENT: Sound = { readings: [], classes: [] };
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/;
const known = new Map<string, Sound>();

/** Kept for every character once asked: at most the 27,000 of the two blocks. */
export function soundOf(char: string): Sound {
  const cached = known.get(char);
  if (cached) return cached;
  if (!HAN.test(char)) return SILENT;
  const readings = [...new Set(pinyin(char, { multiple: true, toneType: 'none', type: 'array', v: true }))];
  const sound = { readings, classes: [...new Set(readings.flatMap(soundClasses))] };
  known.set(char, sound);
  return sound;
}
