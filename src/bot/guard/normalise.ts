import { despace } from '../../language/pauses.js';
import { general } from '../../language/traditional.js';
import { mendHomophones } from './homophones.js';

/** The longest piece of broken speech, in characters. */
const LONGEST_GASP = 3;

/** Pauses of somebody short of breath part no clauses: 我……左边……麻……. */
function joinBroken(text: string): string {
  const pieces = text.split('，').filter((piece) => piece !== '');
  const broken = pieces.length > 2 && pieces.every((piece) => piece.length <= LONGEST_GASP);
  return broken ? pieces.join('') : text;
}

/**
 * The line in the one spelling that the patterns are written in: simplified, half width, lower case, without
 * fillers and stutter; a pause is `，`, the end of a sentence `。`, members of a list are parted by `、`, and
 * nothing else that is neither letter nor digit is left. Homophones of danger words are mended.
 */
export function normalise(text: string): string {
  const plain = despace(general(text.normalize('NFKC')).toLowerCase())
    .replace(/[。！!？?\n]/gu, '。')
    .replace(/(\d)[.:：](?=\d)/gu, '$1点')
    .replace(/\.+/gu, '，')
    .replace(/(?<![a-z]) | (?![a-z])|[^\p{L}\p{N}。、 ]/gu, '，')
    .replace(/[呃啊呀哎哟唉诶]/gu, '')
    .replace(/(\p{Script=Han})\1{2,}/gu, '$1')
    .replace(/([不没上下得我他她])\1/gu, '$1')
    .replace(/[，。]{2,}/gu, (pauses) => (pauses.includes('。') ? '。' : '，'));
  return mendHomophones(joinBroken(plain));
}
