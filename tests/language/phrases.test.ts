import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '../../src/language/calendar.js';
import { readPolarity } from '../../src/language/polarity.js';
import { read } from '../../src/language/read.js';
import type { AgeReading, DateReading, MoneyReading, Readings, Span } from '../../src/language/types.js';

const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };

/** To four places, as fractions are written in the tables; `*` for a side left open. */
const figure = (value: number | null): string => (value === null ? '*' : String(Number(value.toFixed(4))));

function short(time: string): string {
  return time.replace('T00:00:00', '').replace(/(T\d\d:\d\d):00$/, '$1');
}

const KINDS = ['numbers', 'money', 'percents', 'durations', 'dates', 'ages', 'digits'] as const;

const WRITTEN = {
  numbers: ({ value }: { value: number }) => figure(value),
  money: ({ min, max, unit }: MoneyReading) => `${figure(min)} ${figure(max)} ${unit}`,
  percents: ({ value }: { value: number }) => figure(value),
  durations: ({ amount, unit }: { amount: number; unit: string }) => `${figure(amount)} ${unit}`,
  dates: ({ from, to, grain, calendar }: DateReading) =>
    [short(from), short(to), grain, ...(calendar === 'lunar' ? ['lunar'] : [])].join(' '),
  ages: ({ years, basis }: AgeReading) =>
    `${typeof years === 'number' ? figure(years) : years.map(figure).join('-')} ${basis}`,
  digits: ({ digits, kind }: { digits: string; kind: string }) => `${digits} ${kind}`,
};

/** The line with its readings in brackets, unless one is the whole of it. */
function marked(line: string, spans: readonly Span[]): string {
  if (spans.length === 1 && spans[0]?.text === line) return line;
  return spans.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    line,
  );
}

/** A table of `phrases/`: written down with what each line means before any was read, corrected since by hand. */
function lines(kind: keyof Readings | 'polarity' | 'calls' | 'dates-then'): string[][] {
  return readFileSync(new URL(`./phrases/${kind}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'))
    .map((line) => line.split(' => '));
}

function suite<K extends keyof Readings>(kind: K, written: (reading: Readings[K][number]) => string): void {
  it.each(lines(kind))(`${kind}: %s`, (phrase = '', expected = '') => {
    const line = phrase.replace(/[[\]]/g, '');
    const readings: readonly Readings[K][number][] = read(line, NOW)[kind];
    expect(readings.map(written).join(' ') || '-').toBe(expected);
    expect(marked(line, readings)).toBe(phrase);
  });
}

describe('what people say', () => {
  suite('numbers', WRITTEN.numbers);
  suite('money', WRITTEN.money);
  suite('percents', WRITTEN.percents);
  suite('durations', WRITTEN.durations);
  suite('dates', WRITTEN.dates);
  suite('ages', WRITTEN.ages);
  suite('digits', WRITTEN.digits);

  it.each(lines('dates-then'))('at %s: %s', (now = '', phrase = '', expected = '') => {
    const line = phrase.replace(/[[\]]/g, '');
    const { dates } = read(line, parseLocalDateTime(now) ?? NOW);
    expect(dates.map(WRITTEN.dates).join(' ') || '-').toBe(expected);
    expect(marked(line, dates)).toBe(phrase);
  });

  it.each(lines('polarity'))('polarity: %s', (phrase = '', expected = '') => {
    expect(readPolarity(phrase) ?? '-').toBe(expected);
  });

  it.each(lines('calls'))('all of %s', (line = '', expected = '') => {
    const readings = read(line, NOW);
    const found = KINDS.flatMap((kind) =>
      readings[kind].map(({ start, text }) => ({ start, said: `${kind}:${text}` })),
    );
    const said = found.sort((a, b) => a.start - b.start).map((reading) => reading.said);
    expect(said.join(' ') || '-').toBe(expected);
  });
});
