import type { PrivateLine } from './private-line.js';
import { SimulatedCall } from './simulated-call.js';

/** A whole call: a question is asked, what follows its answer is heard, the caller hangs up. Throws where a webhook fails. */
export async function rehearseCall({ base, token, post }: PrivateLine, question: string): Promise<void> {
  const call = new SimulatedCall({
    token,
    transport: async (request) => ({ ...(await post(request)), ms: 0 }),
    from: 'anonymous',
    to: '+8610000000',
    incoming: `${base}/voice/incoming`,
    status: `${base}/voice/status`,
  });
  await call.dial();
  await call.say(question);
  await call.say('详细');
  await call.hangUp();
  const failed = call.events.find((event) => event.kind === 'error');
  if (failed) throw new Error(`a rehearsed call failed with ${failed.code} at ${failed.url}`);
}
