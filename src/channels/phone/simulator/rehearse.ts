import type { PrivateLine } from './private-line.js';
import { RelayPeer } from './relay-peer.js';
import { SimulatedCall } from './simulated-call.js';

/** Who calls, with what stands before the first words, and says `turns`: words, a key ([1]), or nothing ([]). */
interface Rehearsed {
  from: string;
  opening: string;
  turns: readonly string[];
}

/** A whole call, turn by turn, until all is said or the line ends it. Throws where a webhook fails. */
export async function* rehearseCall(
  { base, token, post, upgrade }: PrivateLine,
  { from, opening, turns }: Rehearsed,
): AsyncGenerator<void> {
  const call = new SimulatedCall({
    token,
    transport: async (request) => ({ ...(await post(request)), ms: 0 }),
    from,
    to: '+8610000000',
    incoming: `${base}/voice/incoming`,
    status: `${base}/voice/status`,
    relay: (noun, on) => RelayPeer.open(noun, on, { token, open: upgrade }),
  });
  try {
    await call.dial();
    for (const [i, turn] of turns.entries()) {
      if (call.ended) break;
      const [, key] = /^\[(.?)\]$/u.exec(turn) ?? [];
      if (key === undefined) await call.say(i === 0 ? opening + turn : turn);
      else if (key === '') await call.silence();
      else await call.press(key);
      // A nod over what is being said is no answer.
      await call.listen();
      yield;
    }
  } finally {
    await call.hangUp();
  }
  const failed = call.events.find((event) => event.kind === 'error');
  if (failed) throw new Error(`a rehearsed call failed with ${failed.code} at ${failed.url}`);
}
