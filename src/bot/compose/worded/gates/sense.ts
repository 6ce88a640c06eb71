import { anyOf } from '../../../../language/any-of.js';
import { STOP_WORDS } from '../../../../language/stop-words.js';
import { type Gist, gistOf, likeness } from '../gist.js';
import type { Ground, Sentence } from '../ground.js';
import type { Piece } from '../pieces.js';
import { DONE, HEDGES, QUALIFIERS, SILENCE, SPEAKS, WIDENS, WISHES } from '../words.zh.js';
import { ALIKE, type Gate } from './gate.js';

/** What the clause leaves open is not told as said. */
export const silence: Gate = ({ text, pieces, grounds }) => {
  if (!SPEAKS.test(text)) return null;
  if (!grounds.some((g) => SPEAKS.test(g.text))) return 'negation';
  const nearest = nearestTo(union(pieces), grounds);
  return nearest !== null && SILENCE.test(nearest.text) && !SILENCE.test(text) ? 'negation' : null;
};

/** The sentence of the sources that is most like it; null where none is alike. */
function nearestTo(gist: Gist, grounds: readonly Ground[]): Sentence | null {
  let best: Sentence | null = null;
  let most = ALIKE;
  for (const sentence of grounds.flatMap((g) => g.sentences)) {
    const like = likeness(gist, sentence.gist);
    if (like < most) continue;
    best = sentence;
    most = like;
  }
  return best;
}

/** A wish, an aim or a trial is told as one; nothing is done or sure that the clause does not call so. */
export const force: Gate = (claim) => {
  const held = claim.grounds.map((g) => g.text).join('');
  if (DONE.test(claim.text) && !DONE.test(held) && !FINISHED.test(held)) return 'force';
  const nearest = nearestTo(union(claim.pieces), claim.grounds);
  if (nearest === null || !WISHES.test(nearest.text)) return null;
  return HEDGES.test(claim.text) || SILENCE.test(claim.text) ? null : 'force';
};

/** 已建成, 给了保障. */
const FINISHED = /(?<!没有?说|没说)已(?!经)|[\u4e00-\u9fff]了[^，。；]{1,8}的/u;

const union = (pieces: readonly Piece[]): Gist => new Map(pieces.flatMap((p) => [...p.gist]));

/** What is open yet is not told as settled (按您说的，可能可以享受). */
export const outcome: Gate = (claim) => {
  if (MAYBE.test(claim.text) || !GETS.test(claim.text)) return null;
  const nearest = nearestTo(union(claim.pieces), claim.grounds);
  return nearest !== null && MAYBE.test(nearest.text) ? 'outcome' : null;
};

const GETS = /享受|能领|可以领|领到|有份|给您|拿到|拿得到|有资格|够格|够条件|符合条件/u;
const MAYBE = /可能|也许|或许|还要看|要看|还得看|得看|看看|不一定|说不准|未必|有希望|有机会|大概|还差|没定/u;

/** A rule for some is not made one for all, nor one for others. */
export const reach: Gate = (claim, { heard }) => {
  const { text, grounds } = claim;
  const held = grounds.map((g) => g.text).join('');
  if (WIDENS.test(text) && !WIDENS.test(held)) return 'widened';
  const gist = union(claim.pieces);
  // Kinds that the clause names elsewhere are not those of this sentence.
  const near = grounds
    .flatMap((g) => [...g.sentences, ...g.quotes])
    .filter((s) => likeness(gist, s.gist) >= RELATED);
  const own = near.length > 0 ? near.map((s) => s.text).join('') : held;
  const strange = QUALIFIERS.some(
    ({ kind, says }) => kind === 'class' && says.test(text) && !says.test(own) && !says.test(heard.text),
  );
  return strange ? 'class' : null;
};

const RELATED = 0.4;

/** Words that any answer may use, and that promise nothing. */
const EVERYDAY = new RegExp(
  anyOf(
    '您|你|我|咱|简单说|是这样|帮|查|说法|跟|这份|这个|这些|开始|里头|里边|一样|老人家|老人',
    '大爷|大妈|阿姨|叔叔|可以|能|领|拿|给|发|钱|补贴|享受|政府|公家|国家|文件|规定|写|说|问',
    '打听|打电话|找|去|到|办|当地|这里|那里|地方|情况|条件|符合|就是|也就是说|具体|部门|单位',
    '机构|每|一|个|月|年|放心|清楚|明白|简单|总之|另外|还|如果|要是|的话|家里|自己|人|老|您家',
    '事|要|得|有|是|在|由|管|负责|前提|注意|不过|但是',
  ),
  'gu',
);

/** Of the words that say something, those that no clause and nobody said. */
const MOST_STRANGE = 0.6;

/** Most of what a sentence says stands in its clauses or was said by the person. */
export const support: Gate = ({ text, grounds }, { lexicon, heard }) => {
  const rest = gistOf(text.replace(EVERYDAY, '，'), lexicon);
  const held = [...grounds.map((g) => g.gist), ...heard.pieces.map((p) => p.gist)];
  let strange = 0;
  let all = 0;
  for (const feature of rest.keys()) {
    if (!feature.startsWith('=')) continue;
    all++;
    const word = feature.slice(1);
    const known = held.some((g) => g.has(feature)) || grounds.some((g) => g.text.includes(word));
    if (!known && !STOP_WORDS.has(word)) strange++;
  }
  if (SILENCE.test(text) && grounds.some((g) => SILENCE.test(g.item.plain))) return null;
  return strange === all
    ? all > 0
      ? 'invented'
      : null
    : strange > 1 && strange > MOST_STRANGE * all
      ? 'invented'
      : null;
};
