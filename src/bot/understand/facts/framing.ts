import type { Piece } from './pieces.js';

const REACH = 10;

/** The words of the piece right before `start`, and those right after `end`. */
export function around(piece: Piece, start: number, end: number): { before: string; after: string } {
  return {
    before: piece.text.slice(Math.max(0, start - REACH), start),
    after: piece.text.slice(end, end + REACH),
  };
}

/** What is asked, wished, feared, heard of or over is not so. */
const NOT_SO_BEFORE =
  /(?:是不是|是否|算不算|有没有|能不能|可不可以|会不会|要不要|以前|原来|从前|过去|怕|担心|万一|哪天|(?:^|[我他她])(?:将来|以后)|想|打算|准备|考虑|愿意?|申请|听说|怎么|如何|咋|能|可以|别|得不得|等到|快要)(?:是|要|去|到|再|也|就|把|他|她|老人|送|进|他们)*$/u;
const DENIED = /(?:没有?|不|不是|冇得?|未|并非|不算|不会|不用|不要|甭|莫)(?:完全|太|全|很|是|算|再|人)?$/u;
const ONE_OF_A_CLASS =
  /^[了着]?(?:的)?(?:老人|老年人|老头|老太|人(?![事喂管来伺照扶搀])|病人|家庭|群体|对象|家属|户)|^[了着]?的(?:话|能|可以|都|有|咋|怎么|$)/u;
const A_PERSON = /[个位名]|是/u;
const YES_OR_NO = /^[了着的]?(?:户|老人)?(?:吗|么|不|没有?|啵|嘛|没得)[?？]?$/u;

/** Whether the words of `piece` from `start` to `end` are said of a person as being so. */
export function isAsserted(piece: Piece, start: number, end: number, denies = false): boolean {
  const { before, after } = around(piece, start, end);
  if (piece.supposes || NOT_SO_BEFORE.test(before) || YES_OR_NO.test(after)) return false;
  if (!denies && DENIED.test(before)) return false;
  if (ONE_OF_A_CLASS.test(after) && !A_PERSON.test(piece.text.slice(0, Math.min(start, 16)))) return false;
  return !(piece.asks && piece.namedUntil === null && piece.person === null);
}
