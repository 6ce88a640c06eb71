export interface CallsByNumber {
  /** Whether the number may have one call more (or this one, again); then the call counts. `at`: epoch milliseconds. */
  admits(number: string | null, callSid: string, at: number): boolean;
  ended(callSid: string): void;
}

/**
 * Holds each number to `most` calls at once in this process, so that one telephone cannot take every line. Withheld
 * numbers are nobody's. A call counts until its end is told, or for `longest` milliseconds.
 */
export function callsByNumber(most: number, longest: number): CallsByNumber {
  const calls = new Map<string, { number: string; since: number }>();
  const forget = (at: number): void => {
    for (const [callSid, { since }] of calls) {
      // The oldest come first.
      if (at - since <= longest) return;
      calls.delete(callSid);
    }
  };
  return {
    admits(number, callSid, at) {
      forget(at);
      if (number === null || calls.has(callSid)) return true;
      const others = [...calls.values()].filter((call) => call.number === number).length;
      if (others >= most) return false;
      calls.set(callSid, { number, since: at });
      return true;
    },
    ended: (callSid) => void calls.delete(callSid),
  };
}
