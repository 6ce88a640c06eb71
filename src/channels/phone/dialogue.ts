import { answerCaller } from './answering.js';
import type { Call, Heard, Step } from './call.js';
import { agrees, type Command, commandOf, isUnfinished, join } from './commands.js';
import { hearDesk, hearMessageChoice, hearRecording, toPerson } from './hand-off.js';
import { bye, hearSmsConsent, offerSms } from './messages.js';
import { hearNumber, hearReadBack } from './numbers.js';
import { closing, inDetail, recut } from './saying.js';
import { type Mended, prompt, sayAgain, type Turn, tell } from './turn.js';
import { words } from './words.zh.js';

const DOUBTFUL = 0.5;
/** Fewer keys are commands. */
const LEAST_NUMBER = 3;

/** One thing that happens on the line, and what the call does next. */
export async function hear(turn: Turn, heard: Heard): Promise<Step> {
  const { call } = turn;
  switch (heard.kind) {
    case 'begun':
      return tell(call, words.opening);
    case 'resumed':
      return resume(turn);
    case 'handed':
      return call.handOver === null
        ? resume(turn)
        : { call: { ...call, handOver: null }, act: call.handOver };
    case 'silence':
      return silence(turn);
    case 'key':
      return key({ ...turn, call: { ...call, silences: 0 } }, heard.digits);
    case 'speech':
      return speechInTurn({ ...turn, call: { ...call, silences: 0 } }, heard.text, heard.confidence);
    case 'back':
      return resume(turn);
    case 'dialled':
      return hearDesk(turn, heard.answered);
    case 'recorded':
      return hearRecording(turn, heard.url, heard.digits);
  }
}

/** Goes on with what the caller was asked to wait for; where the line was lost, what was said last, once more. */
function resume(turn: Turn): Promise<Step> | Step {
  const { call } = turn;
  return comeBack(turn) ?? prompt(call, [...words.resumed, ...call.said]);
}

/** What the caller was asked to wait for; null where that was nothing. */
function comeBack(turn: Turn): Promise<Step> | null {
  const { call } = turn;
  const { awaiting } = call;
  if (awaiting.kind === 'work') return answerCaller(turn, awaiting);
  if (awaiting.kind !== 'held') return null;
  const before = { ...turn, call: { ...call, awaiting: awaiting.was } };
  return turn.parts.pace.next().then(() => speech(before, awaiting.text, awaiting.confidence));
}

/** Who would wait longer than this for others is told at once that it takes a moment, in milliseconds. */
const CROWDED_MS = 50;

/** What is said is heard in its turn; danger before all that waits. */
async function speechInTurn(turn: Turn, text: string, confidence: number | null): Promise<Step> {
  const { call, parts } = turn;
  const crowded = parts.pace.wait() > CROWDED_MS;
  const urgent = crowded && parts.isDanger(text);
  if (crowded && !urgent) {
    const awaiting = { kind: 'held' as const, text, confidence, was: call.awaiting };
    return { call: { ...call, awaiting }, act: { do: 'wait', pieces: [...words.wait] } };
  }
  await parts.pace.next(urgent);
  return speech(turn, text, confidence);
}

const DANGERS: readonly (string | null)[] = ['emergency', 'crisis', 'scam'];

/** A sentence begun is answered as it is; else the caller is encouraged, three times, and then a person is called. */
function silence(turn: Turn): Promise<Step> | Step {
  const { call } = turn;
  if (call.fragment !== '') return say(turn, call.fragment, false);
  const stages = DANGERS.includes(call.lastKind)
    ? words.silenceInDanger
    : call.lastKind === null || call.asked
      ? words.silence
      : words.silenceAfterAnswer;
  const stage = stages[call.silences];
  if (stage === undefined) return toPerson(turn, 'silence');
  return prompt({ ...call, silences: call.silences + 1 }, stage, true);
}

function key(turn: Turn, digits: string): Promise<Step> | Step {
  const { call } = turn;
  if (digits === '0') return toPerson(turn, 'asked');
  if (call.awaiting.kind === 'number') return hearNumber(turn, call.awaiting, digits);
  if (call.digits && digits.length >= LEAST_NUMBER) return say(turn, digits, false);
  switch (digits) {
    case '1':
      return command(turn, 'again');
    case '2':
      return command(turn, 'slower');
    case '#':
    case '':
      return call.fragment === '' ? command(turn, 'again') : say(turn, call.fragment, false);
    default:
      return prompt(call, words.whichKey);
  }
}

async function speech(turn: Turn, written: string, confidence: number | null): Promise<Step> {
  const { call, parts } = turn;
  const made = mended(turn, written);
  const heard = made.text;
  const unsure = made.doubtful || (confidence !== null && confidence < DOUBTFUL);
  const hearing: Hearing = { ...made, doubtful: unsure, written };
  const text = join(call.fragment, heard.trim());
  // The bot looks for danger itself; before words are taken for anything else it is looked for here.
  if (!goesToBot(call, heard, text) && parts.isDanger(text)) return say(turn, text, false);
  switch (call.awaiting.kind) {
    case 'number':
      return hearNumber(turn, call.awaiting, heard);
    case 'number-read-back':
      return hearReadBack(turn, call.awaiting, heard);
    case 'sms':
      return hearSmsConsent(turn, heard, () => otherwise(turn, hearing));
    case 'message':
      return hearMessageChoice(turn, heard, () => otherwise(turn, hearing));
    default:
      return otherwise(turn, hearing);
  }
}

/**
 * The words as they were said. Names, numbers and choices are heard by those who asked for them; what tells of danger as
 * it was written is left so.
 */
function mended({ call, parts }: Turn, written: string): Mended {
  const asIs: Mended = { text: written, doubtful: false, lost: false };
  if (ASKED_HERE.has(call.awaiting.kind) || call.lastKind === 'booking' || commandOf(written) !== null)
    return asIs;
  const made = parts.mend(written, call.awaiting.kind === 'again' ? call.awaiting.written : undefined);
  return made.text !== written && parts.isDanger(written) && !parts.isDanger(made.text) ? asIs : made;
}

const ASKED_HERE: ReadonlySet<string> = new Set(['number', 'number-read-back', 'sms', 'message']);

const goesToBot = (call: Call, heard: string, text: string): boolean =>
  !ASKED_HERE.has(call.awaiting.kind) && commandOf(heard) === null && !isFragment(call, text);

/** For whom it is may be asked by whoever books: 我, 我妈 is all of the answer. */
const isFragment = ({ asked, lastKind }: Call, text: string): boolean =>
  isUnfinished(text, asked && lastKind === 'booking');

interface Hearing extends Mended {
  written: string;
}

/** Words that answer nothing the telephone itself asked. */
function otherwise(turn: Turn, hearing: Hearing): Promise<Step> | Step {
  const { call, parts } = turn;
  const { text: heard, doubtful, lost } = hearing;
  const asCommand = commandOf(heard);
  // 嗯 and 对 answer a question of the bot's; beside one they only show that somebody listens.
  if (asCommand !== null && !(asCommand === 'backchannel' && (call.asked || call.fragment !== '')))
    return command(turn, asCommand);
  // What was not heard is not said: nobody agrees to a read-back before its end.
  if (call.cutShort && call.lastKind === 'booking' && agrees(heard)) return goOn(call, call.rest);
  const text = join(call.fragment, heard.trim());
  if (isFragment(call, text)) return prompt({ ...call, fragment: text }, words.goOn, true);
  if (call.asked) return say(turn, text, doubtful);
  const written = join(call.fragment, hearing.written.trim());
  const once = call.awaiting.kind !== 'again';
  if (once && lost && !parts.isDanger(text)) return sayAgain({ ...call, fragment: '' }, written);
  const misheard = once && written !== text ? written : '';
  return say({ ...turn, call: { ...call, misheard } }, text, doubtful);
}

/** Hands the words to the bot. */
const say = (turn: Turn, text: string, doubtful: boolean): Promise<Step> =>
  answerCaller(
    { ...turn, call: { ...turn.call, fragment: '' } },
    { kind: 'work', text, messageId: turn.key, doubtful, fillers: 0, begins: null },
  );

function command(turn: Turn, wanted: Command): Promise<Step> | Step {
  const { call } = turn;
  switch (wanted) {
    case 'person':
      return toPerson(turn, 'asked');
    case 'slower':
      return slower(call);
    case 'again':
      return prompt(call, call.said);
    case 'detail':
      return goOn({ ...call, quotes: [] }, [...call.rest, ...inDetail(call.quotes, call.pace)]);
    case 'source':
      return prompt(
        call,
        call.source.length === 0 ? words.noSource : closing(call.source, words.anythingElse, call.pace),
      );
    case 'bye':
      return bye(turn);
    case 'sms':
      return offerSms(turn);
    case 'message':
      return toPerson(turn, 'message');
    case 'continue':
    case 'backchannel':
      if (call.rest.length > 0) return goOn(call, call.rest);
      return prompt(call, wanted === 'continue' ? words.noMore : words.anythingElse);
  }
}

function slower(call: Call): Step {
  const said = recut(call.said, 'slower');
  return prompt({ ...call, pace: 'slower', said }, [...words.slower, ...said]);
}

const MOST_ON = 3;

/** What was left over, some pieces at a time. */
function goOn(call: Call, left: readonly string[]): Step {
  if (left.length === 0) return prompt(call, words.noMore);
  const said = left.slice(0, MOST_ON);
  const rest = left.slice(MOST_ON);
  const asked = rest.length === 0 && (call.cutShort || /[？?]$/u.test(said.at(-1) ?? ''));
  const after = rest.length > 0 ? words.more : asked ? [] : words.anythingElse;
  const cutShort = call.cutShort && rest.length > 0;
  return prompt({ ...call, said, rest, asked, cutShort }, closing(said, after, call.pace));
}
