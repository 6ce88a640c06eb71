/** Of the time between two turns, the share that the last one counts for. */
const RECENT = 0.1;

/** So many turns begin in one pass of the event loop: they share a write to the disk, and none holds up the line for long. */
const TOGETHER = 16;

/** Lets turns begin in the order they came, a few in each pass of the event loop. */
export interface Pace {
  /** Resolves when the turn may begin; `first`: before all that wait. */
  next(first?: boolean): Promise<void>;
  /** Milliseconds that a turn which comes now will wait. */
  wait(): number;
}

/**
 * Between the passes whatever else has come in is read and answered: who can be told at once that it takes a moment is
 * not kept behind those who cannot.
 */
export function createPace(now: () => number = () => performance.now()): Pace {
  const waiting: (() => void)[] = [];
  let each = 0;
  let began = 0;
  let together = 1;
  let begins = false;

  function begin(): void {
    const at = now();
    // Only of turns that waited for one another is it known how long one takes.
    if (begins) each += (1 - (1 - RECENT) ** together) * ((at - began) / together - each);
    began = at;
    const starts = waiting.splice(0, TOGETHER);
    together = starts.length;
    begins = waiting.length > 0;
    if (begins) setImmediate(begin);
    for (const start of starts) start();
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
