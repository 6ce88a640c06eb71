import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/bot/pace.js';

describe('pace', () => {
  it('begins turns in the order they came, danger before all that wait', async () => {
    const pace = createPace();
    const began: string[] = [];
    const turn = (name: string, first = false) => pace.next(first).then(() => began.push(name));
    await Promise.all([turn('一'), turn('二'), turn('三'), turn('危险', true)]);
    expect(began).toEqual(['危险', '一', '二', '三']);
  });

  it('lets other work of the event loop be done between turns', async () => {
    const pace = createPace();
    const done: string[] = [];
    const turns = Array.from({ length: 40 }, async (_, i) => {
      await pace.next();
      done.push(`turn ${i}`);
    });
    setImmediate(() => done.push('other work'));
    await Promise.all(turns);
    expect(done.indexOf('other work')).toBeGreaterThan(0);
    expect(done.indexOf('other work')).toBeLessThan(20);
  });

  it('tells how long a turn waits that comes now, by how long the last ones took', async () => {
    let clock = 0;
    const pace = createPace(() => clock);
    expect(pace.wait()).toBe(0);
    const took = Array.from({ length: 40 }, async () => {
      await pace.next();
      clock += 10;
    });
    await Promise.all(took);
    const waiting = Array.from({ length: 5 }, () => pace.next());
    expect(pace.wait()).toBeGreaterThan(40);
    expect(pace.wait()).toBeLessThanOrEqual(50);
    await Promise.all(waiting);
    expect(pace.wait()).toBe(0);
  });
});
