import { ageOn } from '../../../language/ages/index.js';
import { spokenAges } from '../../../language/ages/spoken.js';
import type { LocalDate } from '../../../language/calendar.js';
import { fold } from '../../../language/fold.js';
import { decodeId } from '../../../language/ids.js';
import type { AgeReading, Readings } from '../../../language/types.js';
import { around } from './framing.js';
import type { Piece } from './pieces.js';

/** An age that bounds a class: 六十五岁以上老人, 满七十就能领. */
const BOUND_AFTER =
  /^(?:周岁|岁)?(?:以上|以下|及以上|之上|往上|以内|以后|之后|才|起|开始|(?:就|即)?(?:能|可以|可)(?=领|享|免|办|坐))/u;
const BOUND_BEFORE = /(?:满|到了?|等|年满|超过|大于|不到|过|要|得)$/u;
const CLASS_AFTER =
  /^(?:周岁|岁)?的?(?:老人|老年人|老太|老头|老同志|老汉|人(?![，,。!了]|$)|居民|群众|对象)/u;
/** An age of the past or the years to come, and a difference of ages. */
const OTHER_TIME_BEFORE =
  /(?:明年|后年|去年|前年|再过.{0,3}|过.{0,2}年|等到|将来|以后|下个?月|当年|那年|从|打|不是|没有|哪有|大我?|小我?|差|活到|比.{0,3}[大小])(?:就|就是|都|是|满|到|才)?$/u;
const OTHER_TIME = /^(?:明年|后年|再过|过)/u;
const OTHER_TIME_AFTER =
  /^(?:周岁|岁)?(?:那年|那会|那时|的时候|时|上|就(?!是|算)|起|退休|得的|守寡|退的|生的|走的|没的|离|结婚|参加)/u;
const WRONG = /^[^，,。]{0,2}[，,。]?(?:不对|其实|说错|记错|搞错|错了|哦不|噢不)/u;
const LEAD = /^(?:年满|刚满|满|不到|年过|过了|超过)/u;

export type Age = Pick<AgeReading, 'years' | 'basis'>;

/** The ages that a piece gives its person, those taken back left out. */
export function agesOf(piece: Piece, line: string, readings: Readings, today: LocalDate): Age[] {
  if (piece.supposes || piece.aside) return [];
  const from = piece.start;
  const to = piece.start + piece.text.length;
  const inside = <S extends { start: number }>(spans: readonly S[]): S[] =>
    spans.filter(({ start }) => start >= from && start < to);
  const read = inside(readings.ages);
  const told = (read.length > 0 ? read : bareAges(piece))
    .filter((age) => isOwn(piece, line, age))
    .map(({ years, basis }): Age => ({ years, basis }));
  const ids = inside(readings.digits).flatMap(({ kind, digits }) =>
    kind === 'id' ? [decodeId(digits)] : [],
  );
  for (const id of ids) {
    const [year, month, day] = (id?.birthDate ?? '').split('-').map(Number);
    if (year && month && day) told.push({ years: ageOn({ year, month, day }, today), basis: '周岁' });
  }
  return told;
}

/** Units before an age that may bend it. */
const BEFORE = 10;
const LONGEST_BARE = 12;
/** A number beside nobody's name is taken for an age from here on. */
const LEAST_BARE = 50;

/** No grown age is shorter. */
const FIGURE = /[廿卅]|[\d零〇一二三四五六七八九十百]{2}/u;

/** 我娭毑八十二一个人住: what follows the name is an age. */
const NEXT_TO_NAME = /^(?=[五六七八九]十|[5-9]\d)/u;
/** 上礼拜刚满六十 */
const JUST =
  /^(?:今年)?(?:上个?(?:月|礼拜|星期|周)|前几天|前两天|昨天|今天|这个月)?(?:刚刚?|整整|正好|才)满?(?=[\d零〇一二三四五六七八九十])/u;

/** 吃低保六十八了: what a telling ends with. */
const LAST =
  /(?<![\d零一二三四五六七八九十百千万花交给掏收涨到第])(?:[五六七八九]十[一二三四五六七八九]?|[5-9]\d)多?[了啦咧哒]$/u;

/** An age that is all its piece says (我妈瘫在床上，八十三), or its end, which the line as a whole leaves a bare number. */
function bareAges({ text, start, namedUntil }: Piece): AgeReading[] {
  const from = Math.max(namedUntil ?? 0, text.search(LAST));
  if (text.length - from > LONGEST_BARE) return [];
  const rest = text
    .slice(from)
    .replace(/[哒咯咧哩]$/u, '了')
    .replace(/^(?:现在|如今|眼下)/u, '今年')
    .replace(JUST, '今年')
    .replace(namedUntil === from ? NEXT_TO_NAME : /$^/u, '今年');
  const folded = fold(rest);
  if (!FIGURE.test(folded)) return [];
  return spokenAges(rest, folded)
    .filter(({ years }) => [years].flat().every((year) => namedUntil !== null || year >= LEAST_BARE))
    .map((age) => ({ ...age, start: age.start + start + from, end: age.end + start + from }));
}

function isOwn(piece: Piece, line: string, age: AgeReading): boolean {
  const start = age.start - piece.start;
  const end = age.end - piece.start;
  const { after } = around(piece, start, end);
  const name = piece.namedUntil ?? 0;
  const before = piece.text.slice(Math.max(start - BEFORE, start < name ? 0 : name), start);
  if (
    /[到至~-]/u.test(age.text) &&
    /岁/u.test(age.text) &&
    typeof age.years !== 'number' &&
    !/不到/u.test(age.text)
  )
    return false;
  if (OTHER_TIME_BEFORE.test(before) || OTHER_TIME.test(age.text) || OTHER_TIME_AFTER.test(after))
    return false;
  if (WRONG.test(line.slice(age.end, age.end + 8))) return false;
  const named = piece.namedUntil !== null;
  if (CLASS_AFTER.test(after)) return named || (!piece.asks && end + 4 >= piece.text.length);
  if (BOUND_AFTER.test(after) && !(named && /^(?:周岁|岁)?(?:能|可以|可)/u.test(after))) return false;
  const bound = BOUND_BEFORE.test(before) || LEAD.test(age.text);
  if (bound && (piece.asks || !named) && !/^(?:岁)?[了啦咧]/u.test(after)) return false;
  return named || !piece.asks || piece.person !== null;
}

const width = ({ years }: Age): number => (typeof years === 'number' ? 0 : years[1] - years[0]);

/** Of ages told of one person the most exact: 虚岁八十一，周岁八十 is 80, 属龙的，八十六 is 86. */
export function mostExact(ages: readonly Age[]): Age | undefined {
  return ages.reduce<Age | undefined>(
    (best, age) => (best === undefined || width(age) < width(best) ? age : best),
    undefined,
  );
}
