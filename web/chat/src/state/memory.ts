import { newElder } from './elder.js';
import { DEFAULT_LOOK } from './look.js';
import type { Elder, Saved } from './types.js';

const KEY = 'yiwen-2';
/** Older turns are forgotten first. */
const LONGEST = 200;

function fresh(): Saved {
  const self = newElder('自己');
  return { elders: [self], current: self.id, look: DEFAULT_LOOK };
}

/** What the last visit left. What cannot be read is as though nothing had been left. */
export function recall(): Saved {
  const start = fresh();
  try {
    const held: Partial<Saved> = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const [first, ...rest] = (held.elders ?? []).map((elder): Elder => ({ ...newElder(''), ...elder }));
    if (first === undefined) return { ...start, look: { ...start.look, ...held.look } };
    return {
      elders: [first, ...rest],
      current: held.current ?? first.id,
      look: { ...start.look, ...held.look },
    };
  } catch {
    return start;
  }
}

export function remember(saved: Saved): void {
  const elders = saved.elders.map((elder) => ({ ...elder, turns: elder.turns.slice(-LONGEST) }));
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...saved, elders }));
  } catch {
    // A full or forbidden storage costs only the memory over a reload.
  }
}

export const forgetAll = (): void => localStorage.removeItem(KEY);

/** Calls `onChange` when another tab has remembered something. */
export function watchOtherTabs(onChange: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KEY) onChange();
  });
}
