/** Of the time between two turns, the share that the last one counts for. */
const RECENT = 0.1;

/** Lets turns begin one after the other, each in a pass of the event loop of its own. */
export interface Pace {
  /** Resolves when the turn may begin; `first`: before all that wait. */
  next(first?: boolean): Promise<void>;
  /** Milliseconds that a turn which comes now will wait. */
  wait(): number;
}

/**
 * Between two turns whatever else has come in is read and answered: who can be told at once that it takes a moment is
 * not kept behind those who cannot.
 */
export function createPace(now: () => number = () => performance.now()): Pace {
  const waiting: (() => void)[] = [];
  let each = 0;
  let began = 0;
  let begins = false;

  function begin(): void {
    const start = waiting.shift();
    const at = now();
    // Only of turns that waited for one another is it known how long one takes.
    if (begins) each += RECENT * (at - began - each);
    began = at;
    begins = waiting.length > 0;
    if (begins) setImmediate(begin);
    start?.();
  }

  return {
    next: (first = false) =>
      new Promise((start) => {
        if (first) waiting.unshift(start);
        else waiting.push(start);
        if (waiting.length === 1 && !begins) setImmediate(begin);
      }),
    wait: () => waiting.length * each,
  };
}
