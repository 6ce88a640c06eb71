import type {
  ConnectAttributes,
  ConversationRelayAttributes,
  DialAttributes,
  GatherAttributes,
  RecordAttributes,
  SayAttributes,
} from 'twilio/lib/twiml/VoiceResponse.js';
import type { Act, Call, Pace } from './call.js';
import { element, type Markup, xmlDocument } from './xml.js';

/** Attributes that ask for two more tries of a webhook that could not be reached or failed; never sent, never signed. */
const RETRIES = '#rc=2&rp=ct,rt,5xx';

const VOICE: SayAttributes = { voice: 'Polly.Zhiyu-Neural', language: 'cmn-CN' };
/** Of the voice's own pace, which is about that of a quick adult (215 characters a minute). */
const RATE: Record<Pace, string> = { slow: '75%', slower: '58%' };

/** Seconds: between pieces just long enough to be spoken into, at the end long enough to think. */
const BETWEEN = 1;
const AT_THE_END = 6;
const FOR_THE_PATIENT = 10;
/** Silence that ends a sentence, in seconds: old people pause in the middle of one. */
const END_OF_SPEECH = '3';

const turnUrl = (base: string, turn: number, heard?: number): string =>
  `${base}/voice/turn/${turn}${heard === undefined ? '' : `?heard=${heard}`}${RETRIES}`;

const say = (text: string, pace: Pace): Markup =>
  element('Say', { ...VOICE }, element('prosody', { rate: RATE[pace] }, text));

export interface Line {
  /** `https://…`, without a slash at the end. */
  base: string;
  /** Words that callers are likely to say, with commas between them. */
  hints: string;
}

/** The document that does `act`; whatever the caller does next is posted to turn `call.turn`. */
export function twimlOf(call: Call, act: Act, { base, hints }: Line): string {
  switch (act.do) {
    case 'ask':
      return xmlDocument(gathers(call, act, base, hints));
    case 'wait':
      return xmlDocument([
        gather(call, turnUrl(base, call.turn), act.pieces, { timeout: BETWEEN, input: ['dtmf'] }),
        element('Redirect', { method: 'POST' }, turnUrl(base, call.turn)),
      ]);
    case 'transfer': {
      const dial: DialAttributes = { action: turnUrl(base, call.turn), timeout: 25, answerOnBridge: true };
      return xmlDocument([
        ...act.pieces.map((p) => say(p, call.pace)),
        element('Dial', { ...dial }, act.number),
      ]);
    }
    case 'record': {
      const record: RecordAttributes = {
        action: turnUrl(base, call.turn),
        maxLength: 120,
        timeout: 5,
        finishOnKey: '0#',
        playBeep: true,
      };
      return xmlDocument([
        ...act.pieces.map((p) => say(p, call.pace)),
        element('Record', { ...record }),
        element('Redirect', { method: 'POST' }, turnUrl(base, call.turn)),
      ]);
    }
    case 'hangUp':
      return xmlDocument([
        gather(call, turnUrl(base, call.turn), act.pieces, { timeout: AT_THE_END, hints }),
        element('Hangup'),
      ]);
  }
}

/** One gather a piece, so that the caller has the floor between them; only the last reports that nothing was heard. */
function gathers(
  call: Call,
  { pieces, patient }: Extract<Act, { do: 'ask' }>,
  base: string,
  hints: string,
): Markup[] {
  return pieces.map((piece, i) =>
    i < pieces.length - 1
      ? gather(call, turnUrl(base, call.turn, i), [piece], { timeout: BETWEEN, hints })
      : gather(call, turnUrl(base, call.turn), [piece], {
          timeout: patient ? FOR_THE_PATIENT : AT_THE_END,
          actionOnEmptyResult: true,
          hints,
        }),
  );
}

function gather(
  call: Call,
  action: string,
  pieces: readonly string[],
  own: Partial<GatherAttributes>,
): Markup {
  const wholeNumber = call.awaiting.kind === 'number' || (call.awaiting.kind === 'caller' && call.digits);
  const attributes: GatherAttributes = {
    input: ['dtmf', 'speech'],
    action,
    method: 'POST',
    language: 'cmn-Hans-CN',
    speechTimeout: END_OF_SPEECH,
    // One key is a command; # is one too, unless a number is pressed, which it ends.
    ...(wholeNumber ? { finishOnKey: '#' } : { numDigits: 1, finishOnKey: '' }),
    ...own,
  };
  if (!attributes.input?.includes('speech')) {
    delete attributes.speechTimeout;
    delete attributes.language;
    delete attributes.hints;
  }
  return element('Gather', { ...attributes }, ...pieces.map((p) => say(p, call.pace)));
}

/** Names of the relay's attributes that the package types in lower case; Twilio reads them in camel case. */
interface RelayAttributes extends Omit<ConversationRelayAttributes, 'speechtimeout' | 'ignorebackchannel'> {
  speechTimeout: string;
  ignoreBackchannel: string;
}

/** Hands the call to the relay. What binds the socket to this call goes as a parameter: a query would get lost. */
export function connectTwiml(call: Call, nonce: string, { base, hints }: Line): string {
  const relay: RelayAttributes = {
    url: `${base.replace(/^http/u, 'ws')}/voice/relay`,
    language: 'zh-CN',
    ttsProvider: 'Amazon',
    voice: 'Zhiyu-Neural',
    transcriptionProvider: 'Deepgram',
    speechModel: 'nova-2-general',
    speechTimeout: '1500',
    interruptible: 'any',
    ignoreBackchannel: 'true',
    dtmfDetection: true,
    hints,
  };
  const connect: ConnectAttributes = { action: turnUrl(base, call.turn) };
  return xmlDocument([
    element(
      'Connect',
      { ...connect },
      element('ConversationRelay', { ...relay }, element('Parameter', { name: 'nonce', value: nonce })),
    ),
  ]);
}

/** For when nothing else can be said, not even from the store: back to the beginning, or to the desk. */
export function helplessTwiml(pieces: readonly string[], base: string, desk: string | null): string {
  const said = pieces.map((p) => say(p, 'slow'));
  if (desk !== null) return xmlDocument([...said, element('Dial', { timeout: 25 }, desk)]);
  return xmlDocument([
    ...said,
    element('Pause', { length: 3 }),
    element('Redirect', { method: 'POST' }, `${base}/voice/fallback${RETRIES}`),
  ]);
}
