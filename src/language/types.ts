/**
 * Readings of a line of Mandarin. `start`/`end` count UTF-16 units of the text given, `end` exclusive, and
 * `text` is the words between them. A span that lies wholly inside a longer reading is not listed apart.
 */
export interface Span {
  text: string;
  start: number;
  end: number;
}

export interface NumberReading extends Span {
  value: number;
}

/** `min`/`max` in `unit`; null where the words leave that side open (两千多: 2000, null). */
export interface MoneyReading extends Span {
  min: number | null;
  max: number | null;
  unit: string;
}

/** `value` in percent: 百分之五十五 is 55. */
export interface PercentReading extends Span {
  value: number;
}

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface DurationReading extends Span {
  amount: number;
  unit: TimeUnit;
}

/** `from`/`to` are local date-times without offset (`2026-11-21T09:00:00`), `to` exclusive. */
export interface DateReading extends Span {
  from: string;
  to: string;
  grain: TimeUnit;
  calendar: 'gregorian' | 'lunar';
  /** Set when the words fit another reading as well (八月十五 without 农历). */
  ambiguous?: true;
}

/** `years` in 周岁 unless `basis` says otherwise; a range `[low, high]`, both inclusive, where the words leave one. */
export interface AgeReading extends Span {
  years: number | [number, number];
  basis: '周岁' | '虚岁' | 'unknown';
}

/** `valid` for ids only: the checksum of GB 11643 fits. */
export interface DigitsReading extends Span {
  digits: string;
  kind: 'phone' | 'landline' | 'id' | 'code';
  valid?: boolean;
}

export interface Readings {
  numbers: NumberReading[];
  money: MoneyReading[];
  percents: PercentReading[];
  durations: DurationReading[];
  dates: DateReading[];
  ages: AgeReading[];
  digits: DigitsReading[];
}
