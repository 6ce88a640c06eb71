import { describe, expect, it } from 'vitest';
import { callsByNumber } from '../../../src/channels/phone/numbers-on-line.js';

describe('calls from one number', () => {
  it('are held to so many at once, and count until their end', () => {
    const calls = callsByNumber(2, 1000);
    expect(calls.admits('+861', 'a', 0)).toBe(true);
    expect(calls.admits('+861', 'b', 0)).toBe(true);
    expect(calls.admits('+861', 'c', 0)).toBe(false);
    expect(calls.admits('+861', 'b', 0)).toBe(true);
    expect(calls.admits('+862', 'd', 0)).toBe(true);
    calls.ended('a');
    expect(calls.admits('+861', 'c', 0)).toBe(true);
  });

  it('are forgotten when nobody tells their end', () => {
    const calls = callsByNumber(1, 1000);
    expect(calls.admits('+861', 'a', 0)).toBe(true);
    expect(calls.admits('+861', 'b', 1000)).toBe(false);
    expect(calls.admits('+861', 'b', 1001)).toBe(true);
  });

  it('are not held where the number is withheld', () => {
    const calls = callsByNumber(1, 1000);
    expect(['a', 'b', 'c'].map((sid) => calls.admits(null, sid, 0))).toEqual([true, true, true]);
  });
});
