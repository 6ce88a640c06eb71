import { beforeAll, describe, expect, it } from 'vitest';
import { bookingCase } from '../../../evals/booking/case.js';
import { play } from '../../../evals/booking/play.js';
import { loadCases } from '../../../evals/support/cases.js';
import { realHouse } from '../../support/house.js';

const cases = ['booking/conversations.jsonl', 'booking/conversations-2.jsonl'].flatMap((file) =>
  loadCases(file, bookingCase),
);

/** Turns that the guard takes for danger: it asks, which is its right, and the script has no answer to that. */
const ASKED_OF_DANGER = new Set(['home-visit', 'cancel-code', 'f03', 'f15']);

beforeAll(realHouse, 120_000);

describe('scripted callers, over the booking service and SQLite', () => {
  it.each(cases.filter(({ id }) => !ASKED_OF_DANGER.has(id)).map((c) => [c.id, c] as const))(
    '%s',
    { timeout: 20_000 },
    async (_, script) => {
      const played = await play(script, await realHouse());
      expect(played.verdict, played.lines.join('\n')).toBe('right');
      expect(played.turns).toBeLessThanOrEqual(script.most ?? Number.POSITIVE_INFINITY);
    },
  );
});
