import { covers, type RegionMention, regionsNamedIn } from '../../../knowledge/regions.js';
import type { Region } from '../../../knowledge/types.js';
import { matchesOf } from '../../../language/matches.js';
import type { Piece } from './pieces.js';
import type { Facts } from './types.js';

/** A place right after one of these is where somebody is registered, or lives; the last of them counts. */
const CUES =
  /(?<hukou>户口|户籍|落户)|(?<home>(?:现|常|家|居|就|人)?住(?:在|着)?|居住|人在|家在|搬到|搬来|租房|[我俺额妈爸娘爹他她伴]在)/gu;
const BOTH = /户口.{0,2}[和跟、与](?:人|住|家)|户口人[都全也]|(?:人|住|家).{0,2}[和跟、与]户口/u;
const REACH = 14;
const BREAKS = /不在|没在|不住|没住|不是|没有?|从$|迁出|以前|原来|过去|想|打算|准备|要(?:搬|去|住)/u;
const HUKOU_AFTER = /^(?:的)?(?:本地|农村|城市|城镇|居民)?(?:户口|户籍)(?!在|不|迁)/u;
const HOME_AFTER = /^(?:这边|那边|这里|那里)?(?:居住|住(?!院|进|养)|生活|长住|常住|跟|和.{1,6}住)/u;
const CLASS_AFTER = /^的?(?:户口的?|户籍的?)?(?:老人|老年人|人(?!$|，))/u;
const AT = /(?:在|住)$/u;

type Home = Pick<Facts, 'hukou' | 'residence'>;

/** The one place that is meant: the only one of that name, or the only one in a place that policies are held for. */
function soleRegion({ region, candidates }: RegionMention, held: readonly Region[]): Region | null {
  if (region !== null) return region;
  const known = candidates.filter((c) => held.some((h) => covers(h, c)));
  return known.length === 1 ? (known[0] ?? null) : null;
}

/** Where the piece says that the person is registered or lives. 我是三门峡人 says neither. */
export function homesOf(piece: Piece, held: readonly Region[]): Home[] {
  if (piece.supposes || piece.aside || !/[户住家在籍落]/u.test(piece.text)) return [];
  const homes: Home[] = [];
  let from = 0;
  for (const mention of regionsNamedIn(piece.text)) {
    const region = soleRegion(mention, held);
    const lead = piece.text.slice(Math.max(from, mention.start - REACH), mention.start);
    const after = piece.text.slice(mention.end, mention.end + REACH);
    from = mention.end;
    if (region === null || BREAKS.test(lead) || (piece.namedUntil === null && CLASS_AFTER.test(after)))
      continue;
    if (piece.asks && piece.namedUntil === null && piece.person === null) continue;
    const { adcode } = region;
    if (BOTH.test(lead)) homes.push({ hukou: adcode, residence: adcode });
    else {
      const fact = factTold(lead, after);
      if (fact !== null) homes.push({ [fact]: adcode });
    }
  }
  return homes;
}

function factTold(lead: string, after: string): keyof Home | null {
  const cue = matchesOf(lead, CUES).at(-1)?.groups;
  if (cue?.hukou !== undefined) return 'hukou';
  if (HUKOU_AFTER.test(after)) return 'hukou';
  if (AT.test(lead) && HOME_AFTER.test(after)) return 'residence';
  return cue?.home !== undefined && AT.test(lead.replace(/[着到来]$/u, '在')) ? 'residence' : null;
}
