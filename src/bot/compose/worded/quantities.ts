import { type Numeral, scanNumerals } from '../../../language/numerals.js';

/** What a figure measures. `bare`: its words do not say. Spans of time are in months where they are months or years. */
export type Measure =
  | 'money'
  | 'age'
  | 'share'
  | 'bed'
  | 'months'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'times'
  | 'area'
  | 'count'
  | 'year'
  | 'month'
  | 'day'
  | 'clause'
  | 'number'
  | 'bare';

export type Bound = 'least' | 'most' | 'exact';

/** A figure with what it measures, as a text says it; money in yuan, shares in [0, 1]. */
export interface Quantity {
  value: number;
  measure: Measure;
  bound: Bound;
  start: number;
  /** After its unit. */
  end: number;
}

type Unit = readonly [RegExp, Measure, number];

/** Tried in order on what follows the numeral. */
const UNITS: readonly Unit[] = [
  [/^\s?个?(?:%|百分点)/u, 'share', 0.01],
  [/^成(?![员本立为年人熟果绩])/u, 'share', 0.1],
  [/^折/u, 'share', 0.1],
  [/^\s?亿元/u, 'money', 1e8],
  [/^\s?万元/u, 'money', 1e4],
  [/^\s?千元/u, 'money', 1e3],
  [/^\s?(?:元|块)/u, 'money', 1],
  [/^\s?(?:周岁|虚岁|岁)/u, 'age', 1],
  [/^\s?个(?:多)?月/u, 'months', 1],
  [/^\s?个?季度/u, 'months', 3],
  [/^\s?(?:周年|年)/u, 'months', 12],
  [/^\s?(?:个)?(?:工作日|自然日|天)/u, 'days', 1],
  [/^\s?(?:个)?(?:星期|礼拜|周(?!岁))/u, 'days', 7],
  [/^\s?(?:个)?(?:小时|钟头)/u, 'hours', 1],
  [/^\s?分钟/u, 'minutes', 1],
  [/^\s?月/u, 'month', 1],
  [/^\s?[日号]/u, 'day', 1],
  [/^\s?(?:平方米|平米|㎡|平方|亩)/u, 'area', 1],
  [/^\s?(?:次|回|遍|趟)/u, 'times', 1],
  [/^\s?(?:张|床)/u, 'bed', 1],
  [
    /^\s?(?:个|家|所|名|位|人|处|项|类|种|间|户|样|档|条|款|级|件|部|支|辆|台|对|公里|米|桌|份|本|倍|部门)/u,
    'count',
    1,
  ],
];

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const LEAST_BEFORE =
  /(?:不低于|不少于|不小于|不得低于|不能低于|不能少于|(?:至少|最少|起码)[有要得给设配]{0,2}|年满|满了?|超过|大于|高于|≥|>=)\s?$/u;
/** Of ages: 到了七十, 过了六十. */
const REACHED = /(?:到了?|过了?|够了?|上了?)\s?$/u;
const NOT_OVER = /(?:不|未|没有?)(?:得|能|许|准|应|可以?)?\s?(?:超过|大于|高于|满|达到|到)\s?$/u;
const MOST_BEFORE = /(?:最高|最多|至多|顶多|封顶|上限(?:是|为)?|低于|小于|少于|不足|≤|<=)\s?$/u;
const NOT_UNDER = /(?:不|不得|不能|不许|不可以)\s?(?:低于|小于|少于|足)\s?$/u;
const LEAST_AFTER = /^[^，。；、]{0,2}?(?:以上|及以上|往上|朝上|起步|起(?!来|诉)|打底|开外|出头)/u;
const MOST_AFTER = /^[^，。；、]{0,2}?(?:以内|之内|以下|及以下|封顶|为限|往下|内(?!设|部|外|容))/u;
const LOOK = 8;
const DATED: ReadonlySet<Measure> = new Set(['year', 'month', 'day', 'clause', 'number']);

/** Whether the words around a figure make it a floor or a ceiling. */
function boundAt(text: string, start: number, end: number, measure: Measure): Bound {
  if (DATED.has(measure)) return 'exact';
  const before = text.slice(Math.max(0, start - LOOK), start);
  const after = text.slice(end, end + LOOK);
  if (NOT_UNDER.test(before)) return 'least';
  if (NOT_OVER.test(before)) return 'most';
  if (MOST_BEFORE.test(before) || MOST_AFTER.test(after)) return 'most';
  if (LEAST_BEFORE.test(before) || LEAST_AFTER.test(after)) return 'least';
  return (measure === 'age' || measure === 'bare') && REACHED.test(before) ? 'least' : 'exact';
}

/** 半年 is six months, 减半 a half. */
const HALF_OF: readonly Unit[] = [
  [/^年/u, 'months', 12],
  [/^个?月/u, 'days', 30],
  [/^天/u, 'hours', 24],
  [/^个?小时/u, 'minutes', 60],
];

function measured(text: string, numeral: Numeral): [Measure, number, number] {
  const { end, value, form } = numeral;
  if (form === 'ordinal') return [/^[条款项章节]/u.test(text.slice(end)) ? 'clause' : 'bare', 1, end];
  if (form === 'fraction') return ['share', 1, end];
  const rest = text.slice(end, end + LOOK).replace(/^[多来余几]/u, '');
  const skipped = text.slice(end, end + 1) !== rest.slice(0, 1) && rest !== '' ? 1 : 0;
  if (form === 'half' && value === 0.5) {
    const [, measure, scale] = HALF_OF.find(([unit]) => unit.test(rest)) ?? [null, 'share' as const, 1];
    return [measure, scale, end];
  }
  if (/^年/u.test(rest) && value >= FIRST_YEAR && value < LAST_YEAR) return ['year', 1, end + 1];
  for (const [unit, measure, scale] of UNITS) {
    const found = unit.exec(rest);
    if (!found) continue;
    const closing = end + skipped + found[0].length;
    // 〔2021〕3号 is a number, 3月24号 a day.
    if (measure === 'day' && /[〕)\]第]\s?$/u.test(text.slice(0, numeral.start)))
      return ['number', 1, closing];
    return [measure, scale, closing];
  }
  // 两桶油: some measure word that policies do not have.
  return [
    /^[^以多来余几左上往就的起至到和或及也才都比那这能\P{Script=Han}]/u.test(rest) ? 'count' : 'bare',
    1,
    end,
  ];
}

const LISTED = /^(?:、|,|或者?|和|至|到|[-~—])$/u;

/** In 70或60、80周岁 the last unit is that of all. */
function withSharedUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  const all: Quantity[] = [];
  for (const q of quantities.toReversed()) {
    const next = all.at(-1);
    const shares = next !== undefined && q.measure === 'bare' && LISTED.test(text.slice(q.end, next.start));
    all.push(shares ? { ...q, measure: next.measure } : q);
  }
  return all.toReversed();
}

/** The figures of a text, left to right; a range (三四百) is two. The text is taken in NFKC. Linear. */
export function quantitiesOf(text: string): Quantity[] {
  const found = scanNumerals(text)
    .filter((numeral) => numeral.counts)
    .flatMap((numeral) => {
      const [measure, scale, end] = measured(text, numeral);
      const bound = boundAt(text, numeral.start, end, measure);
      const values = numeral.high === undefined ? [numeral.value] : [numeral.value, numeral.high];
      return values.map((value) => ({
        value: Math.round(value * scale * 1e6) / 1e6,
        measure,
        bound,
        start: numeral.start,
        end,
      }));
    });
  return withSharedUnits(text, found);
}

/** Figures of one measure, or of which one does not say; a day of the month may be said as a span of days. */
export function sameMeasure(a: Measure, b: Measure): boolean {
  if (a === 'number' || b === 'number') return a === b;
  return a === b || a === 'bare' || b === 'bare' || (isDay(a) && isDay(b)) || (isMonth(a) && isMonth(b));
}

const isDay = (m: Measure): boolean => m === 'day' || m === 'days';
const isMonth = (m: Measure): boolean => m === 'month' || m === 'months';

/** How often, or for what, an amount is given. */
export type Per = 'month' | 'year' | 'week' | 'day' | 'hour' | 'once' | 'bed' | 'person';

const PERS: readonly (readonly [Per, RegExp])[] = [
  ['month', /每个?月|按月|一个?月(?!内|以内|之内|后|以上)|[/／]月|月月/u],
  ['year', /每年|按年|一年(?!内|以内|之内|后|以上|期)|[/／]年|年年|每满一年/u],
  ['week', /每个?(?:周|星期|礼拜)|周周|按周/u],
  ['day', /每[天日]|按[天日]|一天(?!内|以内|后)|[/／][天日]|天天/u],
  ['hour', /每个?小时|一个?小时(?!内|以内|后)|[/／]小时/u],
  ['once', /一次性|一回性|一笔|只[给发补]一[次回]/u],
  ['bed', /每张?床|每个?床位|[/／]床|[/／]张|一张床|每张/u],
  ['person', /每人|一人|每位|每个(?:老)?人|[/／]人|人均|一个人/u],
];

/** Periods and units that a stretch of text names. */
export const persOf = (text: string): Set<Per> =>
  new Set(PERS.filter(([, words]) => words.test(text)).map(([per]) => per));

/** Those of them that are periods: a changed one makes another amount. */
export const PERIODS: readonly Per[] = ['month', 'year', 'week', 'day', 'hour', 'once'];
