import { fold } from './tokens.js';

/**
 * The question's single characters in a passage. Pairs miss 签约费 in 签约服务费 and 老年科 in 老年医学科;
 * characters do not, and are weighed by rarity. Shares are in [0, 1].
 */
interface CharacterMatch {
  /** Share of the question's mass of characters that the passage has. */
  coverage: number;
  /** The most of it that stands within one window. */
  window: number;
}

/** Characters in a window: a sentence or two. */
const WINDOW = 60;
const UNITS = 0x10000;

/** idf of each UTF-16 unit among the texts; 0 for what is neither a letter, a digit nor a Han character. */
export function characterRarity(texts: readonly string[]): Float32Array {
  const rarity = new Float32Array(UNITS);
  const seen = new Int32Array(UNITS).fill(-1);
  for (const [i, text] of texts.entries()) {
    const folded = fold(text);
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      if (seen[unit] === i) continue;
      seen[unit] = i;
      rarity[unit] = (rarity[unit] ?? 0) + 1;
    }
  }
  for (let unit = 0; unit < UNITS; unit++) {
    const frequency = rarity[unit] ?? 0;
    const counts = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
    rarity[unit] = counts ? Math.log(1 + (texts.length - frequency + 0.5) / (frequency + 0.5)) : 0;
  }
  return rarity;
}

/** Matches the distinct characters of `content` (folded) against passages. */
export function characterMatcher(content: string, rarity: Float32Array): (passage: string) => CharacterMatch {
  const units = Uint16Array.from(
    new Set(Array.from({ length: content.length }, (_, i) => content.charCodeAt(i))),
  );
  const placeOf = new Int16Array(UNITS).fill(-1);
  const mass: number[] = [];
  let total = 0;
  for (const unit of units) {
    const worth = rarity[unit] ?? 0;
    if (worth === 0) continue;
    placeOf[unit] = mass.length;
    mass.push(worth);
    total += worth;
  }
  const scale = total === 0 ? 0 : 1 / total;
  return (passage) => {
    const held = new Uint16Array(mass.length);
    const seen = new Uint8Array(mass.length);
    const entered: number[] = [];
    const places: number[] = [];
    let coverage = 0;
    let sum = 0;
    let window = 0;
    let tail = 0;
    let position = 0;
    const folded = fold(passage);
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      if (unit <= 0x20) continue;
      position++;
      const place = placeOf[unit] ?? -1;
      if (place < 0) continue;
      const worth = mass[place] ?? 0;
      if (seen[place] === 0) coverage += worth;
      seen[place] = 1;
      if (held[place] === 0) sum += worth;
      held[place] = (held[place] ?? 0) + 1;
      entered.push(position);
      places.push(place);
      while (position - (entered[tail] ?? 0) >= WINDOW) {
        const gone = places[tail++] ?? 0;
        held[gone] = (held[gone] ?? 1) - 1;
        if (held[gone] === 0) sum -= mass[gone] ?? 0;
      }
      window = Math.max(window, sum);
    }
    return { coverage: coverage * scale, window: window * scale };
  };
}
