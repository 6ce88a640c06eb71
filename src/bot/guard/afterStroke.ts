import type { Frame } from './cues.js';
import { found } from './pattern.js';
import type { Segment } from './segments.js';
import { signs } from './tables/signs.js';

const strokeSigns = signs.filter(({ type }) => type === 'stroke');

/** Whether a stroke is told of that is over, and nothing new: what it left is no sign of another. */
export const isAfterStroke = ({ cues }: Frame): boolean => cues.has('strokeBefore') && !cues.has('anew');

/** What is said beside a stroke that is over and what it left; all of it where there is none. */
export function besideStroke(said: string, segments: readonly Segment[], frames: readonly Frame[]): string {
  if (!frames.some(isAfterStroke)) return said;
  return segments
    .filter((_, i) => !frames[i]?.own.has('strokeBefore'))
    .map(({ text }) => text)
    .filter((text) => !strokeSigns.some(({ pattern }) => found(text, pattern)))
    .join('，');
}
