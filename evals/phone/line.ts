import { newConversation } from '../../src/bot/conversation.js';
import type { Answered, Incoming } from '../../src/bot/desk.js';
import { guard } from '../../src/bot/guard/index.js';
import { createPace } from '../../src/bot/pace.js';
import type { Reply } from '../../src/bot/reply.js';
import type { Mend } from '../../src/channels/phone/index.js';
import { SimulatedCall } from '../../src/channels/phone/simulator/simulated-call.js';
import type { Answer, Request } from '../../src/channels/phone/simulator/webhooks.js';
import { type CallBook, createSwitchboard } from '../../src/channels/phone/switchboard.js';
import { webhook } from '../../src/channels/phone/webhook.js';
import { botIn, type World } from '../booking/world.js';
import type { Subject } from '../support/subject.js';

const BASE = 'https://phone.example.org';
const REGIONS = new Map([
  ['+863980000001', '三门峡市'],
  ['+865370000001', '济宁市嘉祥县'],
  ['+863710000001', '郑州市'],
]);
const DANGERS: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);

/**
 * A call to the telephone over the real bot, everything kept in memory, and the bot's replies as they came; at the
 * time of the world that it books in.
 */
export function openLine(
  subject: Subject,
  dialled: string | undefined,
  world: World,
  mend: Mend,
): { call: SimulatedCall; replies: Reply[] } {
  const replies: Reply[] = [];
  const switchboard = createSwitchboard({
    answer: memoryDesk(subject, replies, world),
    pace: createPace(),
    mend,
    isDanger: (text) => DANGERS.has(guard(subject.house.normalize(text)).kind),
    office: { deskNow: () => '+8637100000000', callBack: null, addRecording: async () => {}, sms: null },
    now: world.now,
    patienceMs: 60_000,
    book: memoryBook(),
    line: { base: BASE, hints: '' },
    mode: 'gather',
    regions: REGIONS,
    limits: { calls: 1000, turns: 200, perNumber: 5 },
    onError: (error) => {
      throw error;
    },
    newNonce: () => 'nonce',
  });
  async function transport({ url, params, headers }: Request): Promise<Answer> {
    const { pathname, searchParams } = new URL(url);
    const hook = { params: webhook.parse(params), token: headers['I-Twilio-Idempotency-Token'] ?? null };
    const n = Number(/\/voice\/turn\/(\d+)$/u.exec(pathname)?.[1] ?? 0);
    const heard = searchParams.get('heard');
    const outcome =
      pathname === '/voice/incoming'
        ? await switchboard.incoming(hook)
        : await switchboard.turn(n, heard === null ? null : Number(heard), hook);
    if (typeof outcome === 'string') return { status: 403, type: '', body: outcome, ms: 0 };
    return { status: 200, type: 'text/xml', body: outcome.twiml, ms: 0 };
  }
  const call = new SimulatedCall({
    transport,
    token: 'not checked here',
    from: '+8613800138000',
    to: dialled ?? '+8610000000',
    incoming: `${BASE}/voice/incoming`,
    desk: () => ({ status: 'completed', ms: 30_000 }),
  });
  return { call, replies };
}

function memoryDesk(
  subject: Subject,
  replies: Reply[],
  world: World,
): (incoming: Incoming) => Promise<Answered> {
  const bot = botIn(world, subject);
  let conversation = newConversation();
  return async ({ text, region, caller, messageId }) => {
    const settled = await bot.handle({ text, region: region ?? null, caller, conversation });
    conversation = settled.conversation;
    replies.push(settled.reply);
    return { sessionId: 's', messageId: messageId ?? '', reply: settled.reply };
  };
}

function memoryBook(): CallBook {
  const calls = new Map<string, { version: number; state: string }>();
  const turns = new Map<string, { token: string | null; twiml: string }>();
  return {
    find: async (sid) => calls.get(sid) ?? null,
    turn: async (sid, turn) => turns.get(`${sid}/${turn}`) ?? null,
    record: async ({ callSid, version, state, answered }) => {
      calls.set(callSid, { version: version + 1, state });
      if (answered) turns.set(`${callSid}/${answered.turn}`, answered);
      return 'recorded';
    },
    ongoing: async () => 0,
    ongoingFrom: async () => 0,
    pace: async () => null,
    keepPace: async () => {},
  };
}
