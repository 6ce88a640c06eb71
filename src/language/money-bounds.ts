/** The bounds that words around an amount leave: null where a side is open. */
export interface Bounds {
  min: number | null;
  max: number | null;
}

type Hedge = 'least' | 'most' | 'about';

/** What may stand between a bound and its amount (最多能领两千). */
const VERB = '(?:可以|也|就|了|能|可|要|得|给|领|拿|发|补|是|有|花|交|为|到|在){0,2} ?$';
const BEFORE: readonly (readonly [RegExp, Hedge])[] = [
  [
    new RegExp(
      `(?:不到|不足|不满|未满|不超过|不高于|不多于|不大于|少于|低于|小于|最多|至多|顶多|顶天|撑死|最高|上限|将近|接近|(?<![凉赶尽愉勤])快|(?<![最附])近|(?<![老从大])小)${VERB}`,
    ),
    'most',
  ],
  [
    new RegExp(
      `(?:至少|最少|少说|起码|最低|不低于|不少于|不小于|不下于|不下|不止|超过|多于|高于|大于|高出|下限)${VERB}`,
    ),
    'least',
  ],
  [new RegExp(`(?:大概|大约|约莫|约摸|(?<![预节])约|差不多|估计)${VERB}`), 'about'],
];
/** 不低于 and 不少于 end in words that mean the opposite. */
const NEGATED_MOST = /不(?:少于|低于|小于)(?:可以|能|可|要|得|给|领|拿|发|补|是|有|花|交|为|到|在){0,2} ?$/;
const AFTER: readonly (readonly [RegExp, Hedge])[] = [
  [
    /^(?:多钱|多|余|出头|出点头|冒头|挂零|开外|(?:\(含\))?(?:及)?以上|之上|往上|朝上|起步|起(?![来码床初])|还多)/,
    'least',
  ],
  [/^(?:(?:\(含\))?(?:及)?以下|以内|之内|之下|封顶(?!线)|[都还]?不到)/, 'most'],
  [/^(?:左右|上下|来钱|光景|的样子|前后)/, 'about'],
];

/** A tenth each side: the words name no bounds, and an exact figure would claim too much. */
const ABOUT = 0.1;

interface Hedging {
  hedge: Hedge;
  length: number;
}

/** The bounding words that end at `end`, with how long they are. */
export function hedgeBefore(text: string, end: number): Hedging | null {
  const before = text.slice(Math.max(0, end - 9), end);
  for (const [pattern, hedge] of BEFORE) {
    const found = pattern.exec(before);
    if (!found || (hedge === 'most' && NEGATED_MOST.test(before))) continue;
    return { hedge, length: found[0].length };
  }
  return null;
}

export function hedgeAfter(text: string, start: number): Hedging | null {
  const after = text.slice(start, start + 7);
  for (const [pattern, hedge] of AFTER) {
    const found = pattern.exec(after);
    if (found) return { hedge, length: found[0].length };
  }
  return null;
}

export function bounded({ min, max }: Bounds, hedge: Hedge): Bounds {
  if (hedge === 'least') return { min, max: null };
  if (hedge === 'most') return { min: null, max };
  return {
    min: min === null ? null : cents(min * (1 - ABOUT)),
    max: max === null ? null : cents(max * (1 + ABOUT)),
  };
}

/** Sums of fen without the dust of binary fractions. */
export function cents(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
}
