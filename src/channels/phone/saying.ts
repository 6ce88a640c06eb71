import { breaths, digitsApart, speakable, spokenLength } from '../../bot/compose/speech.js';
import type { Citation, Reply } from '../../bot/reply.js';
import type { Pace } from './call.js';

/** Characters a minute: adults talk at 200 and more, an old listener follows 160, and 125 where she asks for it. */
const PACE_PER_MINUTE: Record<Pace, number> = { slow: 160, slower: 125 };
/** No prompt is longer, in seconds. */
const LONGEST_PROMPT = 12;
/** A listener holds so many pieces; what comes after them is offered. */
const MOST_AT_ONCE = 3;
const MOST_CHOICES = 3;

/** So many characters may be said before the caller has the floor. */
const longestPiece = (pace: Pace): number => Math.floor((PACE_PER_MINUTE[pace] * LONGEST_PROMPT) / 60);

/** Words as the telephone says them, each piece a breath long. */
export const pieces = (speech: string, pace: Pace): string[] =>
  breaths(speakable(speech), longestPiece(pace)).map(digitsApart);

/** What a voice says without a pause: what is streamed, and what counts as heard or not. */
export const clausesOf = (text: string): string[] =>
  text.match(/[^，。！？；、：]*[，。！？；、：]+|[^，。！？；、：]+$/gu) ?? [];

/** The same words in pieces that fit another pace. */
export const recut = (said: readonly string[], pace: Pace): string[] =>
  breaths(said.join(''), longestPiece(pace));

export interface Spoken {
  /** Said at once. */
  first: string[];
  /** Said when the caller wants to hear on. */
  rest: string[];
  /** Whether the reply asks something. */
  asks: boolean;
}

/** Kinds of which nothing may be put off. */
const WHOLE: ReadonlySet<Reply['kind']> = new Set([
  'emergency',
  'crisis',
  'scam',
  'clarify',
  'booking',
  'handoff',
]);

/** Kinds that wait for something: a request may stand without a question mark, and a hint may follow it. */
const WAITING: ReadonlySet<Reply['kind']> = new Set(['clarify', 'assessment', 'booking']);
const REQUEST = /[？?]$|请(?:您|再|从头|慢慢|直接)*(?:说|讲|念|告诉)|就说|直接说/u;
const MOST_HINTS = 2;

/** A reply for a listener: what answers first, what is asked last, and what is between them on demand. */
export function spoken(reply: Reply, pace: Pace): Spoken {
  const sentences = sentencesOf(fewChoices(reply));
  const from = requestIn(sentences, reply.kind);
  const asks = from < sentences.length;
  const all = pieces(sentences.join(''), pace);
  if (WHOLE.has(reply.kind) || all.length <= MOST_AT_ONCE) return { first: all, rest: [], asks };
  const telling = pieces(sentences.slice(0, from).join(''), pace);
  const asking = pieces(sentences.slice(from).join(''), pace);
  const room = Math.max(1, MOST_AT_ONCE - asking.length);
  return { first: [...telling.slice(0, room), ...asking], rest: telling.slice(room), asks };
}

/** Where the asking begins: at the last question, with the hints that follow it; the number of sentences where there is none. */
function requestIn(sentences: readonly string[], kind: Reply['kind']): number {
  const last = sentences.length - 1;
  if (!WAITING.has(kind)) return /[？?]$/u.test(sentences[last] ?? '') ? last : sentences.length;
  const ending = Math.max(0, last - MOST_HINTS);
  const question = sentences.findLastIndex((s, i) => i >= ending && /[？?]$/u.test(s));
  const request = sentences.findIndex((s, i) => i >= ending && REQUEST.test(s));
  if (question >= 0) return question;
  return request >= 0 ? request : sentences.length;
}

const sentencesOf = (speech: string): string[] => speech.match(/[^。！？?]*[。！？?]|[^。！？?]+$/gu) ?? [];

/** A sentence that lists more choices than can be held is left out where another asks the same. */
function fewChoices({ speech, suggestions }: Reply): string {
  const sentences = sentencesOf(speech);
  const fits = (s: string): boolean =>
    suggestions.filter((choice) => s.includes(choice)).length <= MOST_CHOICES;
  const asks = (s: string): boolean => /[？?]$/u.test(s);
  const kept = sentences.filter(fits);
  return kept.length > 0 && (kept.some(asks) || !sentences.some(asks)) ? kept.join('') : speech;
}

/** The clauses themselves, for who asks for it in detail. */
export const inDetail = (quotes: readonly string[], pace: Pace): string[] =>
  unique(quotes).flatMap((quote, i) => pieces(`${i === 0 ? '文件原话是：' : '还有：'}${ended(quote)}`, pace));

/** Where they stand, with the 文号 as it is read out. */
export const sourcesOf = (citations: readonly Citation[], pace: Pace): string[] =>
  unique(
    citations.map(({ document, clause }) => `出自${readOut(document)}，${clausePath(clause)}。`),
  ).flatMap((line) => breaths(line, longestPiece(pace)));

/** 鹤政发〔2021〕3号 -> 鹤政发，2021年，3号. */
const readOut = (document: string): string =>
  document.replace(/[〔[（(](\d{4})[〕\])）]/gu, '，$1年，').replace(/[《》]/gu, '');

/** 二、（五）2 -> 第二部分，第五条，第2点. */
function clausePath(path: string): string {
  const steps = path.match(/附件[一二三四五六七八九十\d]*|[一二三四五六七八九十百]+|\d+/gu) ?? [];
  const ranks = ['部分', '条', '点'];
  const named = steps.filter((step) => !step.startsWith('附件'));
  return [
    ...steps.filter((step) => step.startsWith('附件')),
    ...named.map((step, i) => `第${step}${ranks[Math.min(i, ranks.length - 1)]}`),
  ].join('，');
}

const ended = (text: string): string => (/[。！？；]$/u.test(text) ? text : `${text}。`);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Adds a short sentence to the last piece where both fit a breath, else as a piece of its own. */
export function closing(before: readonly string[], after: readonly string[], pace: Pace): string[] {
  const last = before.at(-1);
  const [next] = after;
  if (last === undefined || next === undefined) return [...before, ...after];
  if (spokenLength(last + next) > longestPiece(pace)) return [...before, ...after];
  return [...before.slice(0, -1), last + next, ...after.slice(1)];
}
