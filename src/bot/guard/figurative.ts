import { blank } from './pattern.js';
import { harmless } from './tables/figurative.js';

/** `text` with figures of speech and names of things blanked out, position for position. */
export function blankFigures(text: string): string {
  return blank(text, harmless);
}
