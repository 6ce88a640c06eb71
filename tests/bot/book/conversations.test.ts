import { beforeAll, describe, expect, it } from 'vitest';
import { bookingCase } from '../../../evals/booking/case.js';
import { play } from '../../../evals/booking/play.js';
import { loadCases } from '../../../evals/support/cases.js';
import { misheard, seeded } from '../../../evals/support/recogniser.js';
import { realHouse } from '../../support/house.js';

const load = (...sets: string[]) =>
  sets.flatMap((set) => loadCases(`booking/conversations${set}.jsonl`, bookingCase));

beforeAll(realHouse, 120_000);

describe('callers over the booking service and SQLite', () => {
  it.each(load('', '-2', '-3', '-4', '-5', '-6').map((c) => [c.id, c] as const))(
    '%s',
    { timeout: 20_000 },
    async (_, call) => {
      const played = await play(call, { house: await realHouse() });
      expect(played.verdict, played.lines.join('\n')).toBe('right');
      expect(played.turns).toBeLessThanOrEqual(call.most ?? Number.POSITIVE_INFINITY);
    },
  );

  it.each(load('-4').map((c, i) => [c.id, c, i] as const))(
    '%s, misheard, never gets an appointment that was not wanted',
    { timeout: 20_000 },
    async (_, call, i) => {
      const random = seeded(7000 + i);
      const played = await play(call, { house: await realHouse() }, (text) => misheard(text, random));
      expect(played.verdict, played.lines.join('\n')).not.toBe('wrong');
    },
  );
});
