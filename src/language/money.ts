import { CURRENCIES_BEFORE } from './currencies.js';
import { type Amount, amountOf, currencyAt } from './money-amounts.js';
import { bounded, hedgeAfter, hedgeBefore } from './money-bounds.js';
import { AFTER_NUMBER, MEASURES } from './number-words.js';
import { type Numeral, scanNumerals } from './numerals.js';
import type { MoneyReading } from './types.js';

const CONNECTOR = /^ ?(?:到|至|[-－—–~～]{1,2}) ?$/;
const CLAUSE_END = /[，。！？；,!?;\n]/;
const MONEY_WORD =
  /工资|薪|退休金|养老金|养老钱|低保|补贴|补助|津贴|慰问金|抚恤金|生活费|收入|存款|押金|奖金|保证金|[定订]金|资金|金额|保费|钱|费|掏|骗|赔|垫|攒|凑|(?<!\d)转|取|存|汇|充|雇|买|保姆|护工|卡[里上]|存折|元|花|给|领|发|拿|交|缴|挣|赚|报销|报|补|卖|价|付|欠|借|贷|租|封顶|限额|额度|每个?月|一个月|一月|每年|一年/;
/** What may stand before an amount that is the whole answer: 大概也就两千多. */
const LEAD = /^(?:嗯|呃|啊|哦|哎|大概|大约|也|就|得|有|是|差不多|可能|一共|总共|才|都|还|我|俺)*$/;
const AFTER_BARE = /^(?:$|[\s\p{P}]|[吧吗呢啊呀嘛了的够行就也还都是涨提升降调加减]|一[个月年天])/u;
/** 押金五千伙食费六百: right after a word of paying, whatever follows but a measure. */
const PAID =
  /(?:[押奖定订资]金|中奖|保证金|退休金|养老金|补贴|补助|津贴|工资|低保|钱|费|花|掏|交|缴|报|骗|借|存|取|转|汇|充|赔|垫|欠|给|挣|赚|卡[里上]|存折[里上]?|一个?[月年天]|每[月年天])(?:了|掉|走|过|是|有|才|就|要|得|的|约|快|将近){0,2}$/;
const NOT_COUNTED = /^(?!字)[\u4e00-\u9fff]/;

/** Below this a bare figure may as well be an age. */
const LEAST_BARE = 150;
const LEAST_WITH_WORD = 100;

const EIGHTS: readonly (readonly [string, number, number])[] = [
  ['百儿八十', 80, 100],
  ['千儿八百', 800, 1000],
  ['万儿八千', 8000, 10_000],
  ['块儿八毛', 0.8, 1],
  ['块把钱', 0.9, 1.1],
];

const SIGN_ENDS = new Set(CURRENCIES_BEFORE.map(([word]) => word.slice(-1)));

/** A sign or name of money before the figure: ¥30, 人民币三百元, USD 30. */
function withSign(text: string, amount: Amount): Amount {
  const space = text[amount.start - 1] === ' ' ? 1 : 0;
  if (!SIGN_ENDS.has(text.charAt(amount.start - space - 1))) return amount;
  for (const [word, unit] of CURRENCIES_BEFORE) {
    if (!text.endsWith(word, amount.start - space) || amount.start - space < word.length) continue;
    return {
      ...amount,
      start: amount.start - space - word.length,
      unit: unit === 'CNY' ? (amount.unit ?? unit) : unit,
    };
  }
  return amount;
}

function withHedges(text: string, amount: Amount): Amount {
  const after = hedgeAfter(text, amount.end);
  const before = hedgeBefore(text, amount.start);
  const hedge = before?.hedge === 'about' ? (after?.hedge ?? 'about') : (before?.hedge ?? after?.hedge);
  if (hedge === undefined) return amount;
  const bounds = bounded(amount, hedge);
  // 一百多块以内: each word opens the side that the other closes.
  if (bounds.min === null && bounds.max === null) return amount;
  return {
    ...amount,
    ...bounds,
    start: amount.start - (before?.length ?? 0),
    end: amount.end + (after?.length ?? 0),
    vague: true,
  };
}

const SHARED_UNITS = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** 三到五百: a low end without its unit shares the high end's (300, not 3). */
function sharedUnit(text: string, low: Numeral, high: Numeral): number {
  const last = text[high.end - 1] ?? '';
  const unit = SHARED_UNITS.get(last);
  const bare = !/[十百千万亿]/.test(text.slice(low.start, low.end));
  return unit !== undefined && bare && low.value * unit < high.value ? unit : 1;
}

/** Two amounts joined by 到, 至 or a dash; null when they are not. */
function range(text: string, low: Numeral, high: Numeral | undefined): Amount | null {
  if (!high || high.start - low.end > 8 || !/[到至\-－—–~～]/.test(text.slice(low.end, high.start)))
    return null;
  const [first, second] = [amountOf(text, low), amountOf(text, high)];
  if (!CONNECTOR.test(text.slice(first.end, second.start)) || first.min === null || second.max === null)
    return null;
  const min = first.min * sharedUnit(text, low, high);
  if (min >= second.max || (first.unit !== null && second.unit !== null && first.unit !== second.unit))
    return null;
  return { ...second, start: first.start, min, unit: second.unit ?? first.unit, vague: false };
}

/**
 * Without a unit an amount is money only where its clause says so: after a word of money or of a period
 * (退休金两千多, 一个月三千), or when a loose amount is all that the clause says (也就两千多).
 */
function saidAsMoney(text: string, amount: Amount, numeral: Numeral): boolean {
  const figure = amount.max ?? amount.min ?? 0;
  // 发〔2021〕3号 is a paper's number.
  if (numeral.form === 'digits' || /[〔［[【]/.test(text[amount.start - 1] ?? '')) return false;
  if (!AFTER_BARE.test(text.slice(amount.end, amount.end + 2))) return paid(text, amount);
  const clause =
    text
      .slice(Math.max(0, amount.start - 12), amount.start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  if (MONEY_WORD.test(clause)) return figure >= LEAST_WITH_WORD;
  return amount.vague && figure >= LEAST_BARE && LEAD.test(clause);
}

function paid(text: string, { start, end, min, max }: Amount): boolean {
  const after = text.slice(end, end + 3);
  const counted = MEASURES.has(after.charAt(0)) || AFTER_NUMBER.test(after) || !NOT_COUNTED.test(after);
  return (
    !counted && (max ?? min ?? 0) >= LEAST_WITH_WORD && PAID.test(text.slice(Math.max(0, start - 8), start))
  );
}

function moneyAt(text: string, numerals: readonly Numeral[], index: number): Amount | null {
  const numeral = numerals[index];
  if (!numeral || numeral.form === 'ordinal' || !Number.isFinite(numeral.value)) return null;
  const joined = range(text, numeral, numerals[index + 1]);
  const plain = withSign(text, joined ?? amountOf(text, numeral));
  if (plain.unit === null && (plain.max ?? plain.min ?? 0) < LEAST_WITH_WORD) return null;
  const bareEnd =
    AFTER_BARE.test(text.slice(plain.end, plain.end + 2)) ||
    hedgeAfter(text, plain.end) !== null ||
    paid(text, plain);
  if (plain.unit === null && !bareEnd) return null;
  const amount = withHedges(text, plain);
  if (amount.unit === null) return saidAsMoney(text, amount, numeral) ? { ...amount, unit: 'CNY' } : null;
  const together =
    text.slice(numeral.start, numeral.end + 1) === '一块' &&
    /^块[^钱\s\p{P}零〇一二三四五六七八九半多]/u.test(text.slice(numeral.end, numeral.end + 2));
  return together ? null : amount;
}

function looseEights(text: string): Amount[] {
  const found: Amount[] = [];
  for (const [words, min, max] of EIGHTS) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const currency = currencyAt(text, at + words.length);
      const end = at + words.length + (currency?.word.length ?? 0);
      if (currency || AFTER_BARE.test(text.slice(end, end + 2))) {
        found.push({ start: at, end, min, max, unit: currency?.unit ?? 'CNY', vague: true });
      }
    }
  }
  return found;
}

/**
 * Amounts of money, ISO 4217 in `unit`. Bounds: 两千多, 一万出头, 至少两千 leave `max` open, 不到两千, 最多两千 `min`;
 * 千把块, 一千来块, 两千左右 are a tenth either side; 几百块 200 to 1000, 好几百 from 300, 大几百 from 500, 十几块 11 to 19.
 */
export function readMoney(text: string, numerals: readonly Numeral[] = scanNumerals(text)): MoneyReading[] {
  const amounts = looseEights(text);
  let end = 0;
  for (let i = 0; i < numerals.length; i += 1) {
    const amount = moneyAt(text, numerals, i);
    if (!amount || amount.start < end) continue;
    amounts.push(amount);
    end = amount.end;
  }
  return withBothBounds(text, outermost(amounts)).map(({ start, end, min, max, unit }) => ({
    text: text.slice(start, end),
    start,
    end,
    min,
    max,
    unit: unit ?? 'CNY',
  }));
}

/** 二百元以上五百元以下: one amount between two bounds. */
const BETWEEN_BOUNDS = /^[、,，]?[且但]?$/;

function withBothBounds(text: string, amounts: readonly Amount[]): Amount[] {
  const kept: Amount[] = [];
  for (const amount of amounts) {
    const last = kept.at(-1);
    const closes =
      last?.max === null &&
      last.min !== null &&
      amount.min === null &&
      amount.max !== null &&
      last.min < amount.max &&
      last.unit === amount.unit &&
      BETWEEN_BOUNDS.test(text.slice(last.end, amount.start));
    if (closes) kept.splice(-1, 1, { ...last, max: amount.max, end: amount.end });
    else kept.push(amount);
  }
  return kept;
}

function outermost(amounts: readonly Amount[]): Amount[] {
  const kept: Amount[] = [];
  for (const amount of [...amounts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (amount.end > (kept.at(-1)?.end ?? 0)) kept.push(amount);
  }
  return kept;
}
