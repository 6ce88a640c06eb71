import { words as booking } from '../../bot/book/words/replies.zh.js';
import { replies } from '../../bot/replies.zh.js';
import type { Reply } from '../../bot/reply.js';
import type { Awaiting, Step } from './call.js';
import { toPerson } from './hand-off.js';
import { bye, worthSending } from './messages.js';
import { closing, pieces, sourcesOf, spoken } from './saying.js';
import { prompt, sayAgain, type Turn } from './turn.js';
import { words } from './words.zh.js';

type Work = Extract<Awaiting, { kind: 'work' }>;

const MOST_FILLERS = 4;
/** While the first filler is said an answer may be worked on; a model's words that come later are not waited for. */
const WITHIN_MS = 4000;
const MOST_MISSES = 2;

/** +8613800138000 as people here write it. */
const localNumber = (from: string | null): string | undefined => /^\+86(1\d{10})$/.exec(from ?? '')?.[1];

/** The bot's answer where it is there in time; else a few words, and the caller comes back for it. */
export async function answerCaller(turn: Turn, work: Work): Promise<Step> {
  const { call, parts } = turn;
  const begins = call.sessionId === null ? (work.begins ?? parts.newNonce()) : null;
  const answering = parts.answer({
    sessionId: call.sessionId ?? begins ?? undefined,
    begins: begins !== null,
    text: work.text,
    region: call.sessionId === null ? (call.region ?? undefined) : undefined,
    messageId: work.messageId,
    caller: localNumber(call.from),
    within: WITHIN_MS,
    paced: true,
  });
  const answered = await within(parts.patienceMs, answering);
  if (answered === null) {
    answering.catch(() => {});
    if (work.fillers >= MOST_FILLERS) return toPerson(turn, 'failed');
    return {
      call: { ...call, awaiting: { ...work, begins, fillers: work.fillers + 1 } },
      act: { do: 'wait', pieces: [...(work.fillers === 0 ? words.wait : words.stillWaiting)] },
    };
  }
  const { sessionId, reply } = answered;
  return relate(
    {
      ...turn,
      call: {
        ...call,
        sessionId,
        awaiting: { kind: 'caller' },
      },
    },
    reply,
    work,
  );
}

/** A reply of the bot's, as the telephone says it. */
function relate(turn: Turn, reply: Reply, work: Work): Promise<Step> | Step {
  const { call } = turn;
  if (reply.kind === 'handoff')
    return toPerson(turn, reply.text === booking.handedOver ? 'not-understood' : 'asked');
  if (reply.kind === 'repeat') return prompt(call, call.said);
  if (reply.kind === 'clarify' && reply.text === replies.notUnderstood) return missed(turn);
  if (NOTHING.has(reply.kind) && call.misheard !== '') return sayAgain(call, call.misheard);
  if (reply.kind === 'smalltalk' && reply.text === replies.bye) return bye(turn);
  const { first, rest, asks } = spoken(reply, call.pace);
  const heardAs =
    work.doubtful && !DANGERS.has(reply.kind) ? pieces(words.heardAs(work.text), call.pace) : [];
  const said = [...heardAs, ...first];
  const explained = call.helped || DANGERS.has(reply.kind);
  const after =
    asks || DANGERS.has(reply.kind)
      ? []
      : rest.length > 0
        ? words.more
        : explained
          ? words.anythingElse
          : words.keys;
  return prompt(
    {
      ...call,
      said,
      rest,
      asked: asks,
      digits: reply.digits === true,
      cutShort: false,
      quotes: reply.citations.map(({ quote }) => quote),
      source: sourcesOf(reply.citations, call.pace),
      lastKind: reply.kind,
      misses: 0,
      helped: call.helped || (after as readonly string[]) === words.keys,
      worthKeeping: worthSending(call.worthKeeping, reply),
    },
    closing(said, after, call.pace),
  );
}

const DANGERS: ReadonlySet<string> = new Set(['emergency', 'crisis', 'scam']);
/** Nothing was found: it may be that nothing was heard. */
const NOTHING: ReadonlySet<string> = new Set(['not_found', 'out_of_scope']);

/** Said differently, then more simply, then by a person. */
function missed(turn: Turn): Promise<Step> | Step {
  const { call } = turn;
  const stage = words.missed[call.misses];
  if (stage === undefined || call.misses >= MOST_MISSES) return toPerson(turn, 'not-understood');
  const awaiting: Awaiting = call.misheard === '' ? call.awaiting : { kind: 'again', written: call.misheard };
  return prompt({ ...call, awaiting, misheard: '', misses: call.misses + 1, asked: true }, stage, true);
}

/** What the promise gives within the time; null when it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
