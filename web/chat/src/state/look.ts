import type { Look } from './types.js';

/** Text sizes in CSS pixels: 18 at the least, and more than 30 (适老化通用设计规范, 2021). */
export const SIZES = [18, 20, 24, 28, 32, 36] as const;
const PLAIN_SIZE = 18;
const ELDERLY_SIZE = 24;
/** From here on the words take the room of ornaments. */
const LARGE = 28;

export const DEFAULT_LOOK: Look = { elderly: false, size: PLAIN_SIZE, theme: 'auto', rate: 0.9 };

/** The next size up (`by` 1) or down (-1); the same at either end. */
export function resized(look: Look, by: 1 | -1): Look {
  const at = SIZES.findIndex((size) => size >= look.size);
  return { ...look, size: SIZES[at + by] ?? look.size };
}

export const elderly = (look: Look, on: boolean): Look => ({
  ...look,
  elderly: on,
  size: on ? Math.max(look.size, ELDERLY_SIZE) : PLAIN_SIZE,
});

/** Shows the page so. */
export function wear({ elderly, size, theme }: Look): void {
  const root = document.documentElement;
  root.style.setProperty('--size', `${size}px`);
  root.dataset.theme = theme;
  root.dataset.large = String(size >= LARGE);
  root.dataset.elderly = String(elderly);
}
