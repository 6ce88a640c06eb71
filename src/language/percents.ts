import { matchesOf } from './matches.js';
import { type Numeral, scanNumerals } from './numerals.js';
import type { PercentReading } from './types.js';

const PER_PARTS = /^(?:[负負]|零下|[-－−] ?)?[百佰千仟万萬] ?分之/;
const SIGN_AFTER = /^ ?([%％‰])/;
const POINTS_AFTER = /^ ?个百分点/;
/** 八成五 is 85; 成 also ends and begins other words. */
const TENTHS_AFTER =
  /^成(?:([一二三四五六七八九])(?![十百千万个成])|(半))?(?![立为了功员年都长本果熟绩套天人分份家语品对群片交])/;
const OFF_AFTER = /^折(?![叠腾磨扣断旧算射返])/;

/** Binary fractions times a hundred, back to what was written: 0.07 × 100 is 7. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

const TO = /^ ?(?:到|至|还是|或者?|[-－—–~～]{1,2}) ?$/;
/** What may follow a figure whose 百分之 was said with the one before it (百分之二十至三十). */
const AFTER_SHARED = /^(?:$|[\s\p{P}]|左右|上下|之间|以上|以下|以内|不等|的|了)/u;

interface Percent {
  end: number;
  value: number;
}

function percentOf(text: string, numeral: Numeral): Percent | null {
  const { start, end, value, form } = numeral;
  if (form === 'range' || form === 'ordinal' || !Number.isFinite(value)) return null;
  if (form === 'fraction' && PER_PARTS.test(text.slice(start, start + 6))) {
    return numeral.counts ? { end, value: tidy(value * 100) } : null;
  }
  const after = text.slice(end, end + 5);
  const sign = SIGN_AFTER.exec(after);
  if (sign) return { end: end + sign[0].length, value: sign[1] === '‰' ? tidy(value / 10) : value };
  const points = POINTS_AFTER.exec(after);
  if (points) return { end: end + points[0].length, value };
  return numeral.counts ? tenthsOf(text, numeral, after) : null;
}

function tenthsOf(text: string, { start, end, value, digits, form }: Numeral, after: string): Percent | null {
  if (OFF_AFTER.test(after)) {
    const half = form === 'half' ? value * 100 : value * 10;
    const whole = digits?.length === 2 || value >= 10 ? value : half;
    return whole > 0 && whole < 100 ? { end: end + 1, value: tidy(whole) } : null;
  }
  const tenths = TENTHS_AFTER.exec(after);
  if (!tenths || value <= 0 || value > 10 || /[零〇]/.test(text[start - 1] ?? '')) return null;
  const ones = tenths[2] === undefined ? '零一二三四五六七八九'.indexOf(tenths[1] ?? '零') : 5;
  return { end: end + tenths[0].length, value: tidy(value * 10 + ones) };
}

function isPlain({ form, value }: Numeral): boolean {
  return (form === 'integer' || form === 'decimal') && Number.isFinite(value);
}

function reading(text: string, { start }: Numeral, { end, value }: Percent): PercentReading {
  return { text: text.slice(start, end), start, end, value };
}

const WHOLE_OR_HALF = /百分百|对折/g;

/**
 * Percentages of `text`, in percent: 百分之三点五 3.5, 55%, 千分之三 0.3, 五个百分点 5, 八成五 85, and the price
 * left by a discount (七折 70, 八五折 85).
 * Of a range that says 百分之 or % once (30-50%, 百分之三到五) both ends are read. A pair of neighbours (七八成) has no one value and is left out.
 */
export function readPercents(
  text: string,
  numerals: readonly Numeral[] = scanNumerals(text),
): PercentReading[] {
  const percents: PercentReading[] = [];
  let before: Numeral | undefined;
  for (const numeral of numerals) {
    const joined = before !== undefined && TO.test(text.slice(before.end, numeral.start));
    const own = percentOf(text, numeral);
    const last = percents.at(-1);
    const told = last !== undefined && before !== undefined && last.start === before.start;
    // 30-50%
    if (joined && before && own && !told && text[own.end - 1] !== '折' && isPlain(before)) {
      percents.push(reading(text, before, { end: before.end, value: before.value }));
    }
    const shares =
      joined && told && isPlain(numeral) && AFTER_SHARED.test(text.slice(numeral.end, numeral.end + 2));
    const found = own ?? (shares ? { end: numeral.end, value: numeral.value } : null);
    if (found) percents.push(reading(text, numeral, found));
    before = numeral;
  }
  for (const { index } of matchesOf(text, WHOLE_OR_HALF)) {
    const word = text.slice(index, index + (text[index] === '对' ? 2 : 3));
    percents.push({ text: word, start: index, end: index + word.length, value: word === '对折' ? 50 : 100 });
  }
  return percents.sort((a, b) => a.start - b.start);
}
