import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { type Assessment, assessRule } from '../benefits/assess.js';
import { type Facts, specOf } from '../benefits/facts.js';
import { masksOf, type Rule, type Rulebook } from '../benefits/rulebook.js';
import { rulebookFor } from '../benefits/select.js';
import { readConfig } from '../config.js';
import { customaryName, findRegion } from '../knowledge/regions.js';
import { loadBenefits } from '../load-benefits.js';
import { ROOT } from '../root.js';
import { csvRows, type Row } from './csv-rows.js';
import { type Columns, columnsOf, factsOfRow, RowError } from './people.js';

const HEADINGS = '行号 姓名 待遇编号 待遇 outcome 结果 金额 单位 没满足的 还缺的 facts 条款'.split(' ');
const OUTCOMES = {
  eligible: '符合',
  ineligible: '不符合',
  unknown: '还不能定',
  no_rate: '当天没有规定',
} as const;
const PROGRESS_ROWS = 10_000;
/** Lines of one rule that are kept: people alike in all that counts for it are judged once. */
const MAX_REMEMBERED = 20_000;
const CHUNK = 64 * 1024;

interface Listing {
  book: Rulebook;
  /** A local day. */
  today: string;
  /** What went wrong in a row, by its number in the file, the heading being row 1. */
  onBadRow: (row: number, reason: string) => void;
  onProgress: (people: number) => void;
  onUnused: (headings: readonly string[]) => void;
}

/** Rows of a list of people in, pieces of the result's CSV out: a line per person and benefit. */
async function* assessRows(
  rows: AsyncIterable<Row>,
  { book, today, onBadRow, onProgress, onUnused }: Listing,
): AsyncGenerator<string> {
  let columns: Columns | null = null;
  let people = 0;
  const lineOf = createLines(book);
  let out = line(HEADINGS);
  for await (const { record, line: number } of rows) {
    if (columns === null) {
      columns = columnsOf(record);
      if (columns.unused.length > 0) onUnused(columns.unused);
      continue;
    }
    let facts: Facts;
    try {
      facts = factsOfRow(record, columns, today);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      onBadRow(number, error.message);
      continue;
    }
    const masks = masksOf(book, facts);
    const head = headOf(number, columns.name === null ? '' : (record[columns.name] ?? ''));
    for (const rule of book.rules) out += `${head},${lineOf(rule, facts, masks)}`;
    people += 1;
    if (people % PROGRESS_ROWS === 0) onProgress(people);
    if (out.length >= CHUNK) {
      yield out;
      out = '';
    }
  }
  onProgress(people);
  yield out;
}

/** The rest of a line, by rule. It rests on the rule's own variables and on how far its numbers are off. */
function createLines(book: Rulebook): (rule: Rule, facts: Facts, masks: readonly number[]) => string {
  const remembered = new Map<Rule, Map<string, string>>(book.rules.map((rule) => [rule, new Map()]));
  const numbers = new Set(
    book.variables.flatMap(({ fact }, v) => (specOf(fact).type === 'number' ? [v] : [])),
  );
  return (rule, facts, masks) => {
    const key = rule.variables
      .map((v) => (numbers.has(v) ? String(facts[book.variables[v]?.fact ?? 'age']) : masks[v]))
      .join();
    const lines = remembered.get(rule);
    const known = lines?.get(key);
    if (known !== undefined) return known;
    const made = line(tailOf(assessRule(book, rule, facts, masks)));
    if (lines && lines.size >= MAX_REMEMBERED) lines.clear();
    lines?.set(key, made);
    return made;
  };
}

/** What no CSV needs to quote and no spreadsheet takes for a formula. */
const PLAIN = /^[\p{Script=Han}\w]*$/u;
const headOf = (row: number, name: string): string =>
  PLAIN.test(name) ? `${row},${name}` : line([String(row), name]).trimEnd();

// Names come from outside: a spreadsheet must not take one for a formula.
const line = (cells: readonly string[]): string => stringify([[...cells]], { escape_formulas: true });

function tailOf({ benefit, outcome, amount, conditions, missing }: Assessment): string[] {
  const failing = outcome === 'ineligible' ? conditions.filter(({ met }) => met === false) : [];
  const open = conditions.filter(({ fact, met }) => met === null && missing.includes(fact));
  const facts = outcome === 'ineligible' ? failing.map(({ fact }) => fact) : missing;
  return [
    benefit.id,
    benefit.title,
    outcome,
    benefit.kind === 'intention' ? '意向（不是现成的待遇）' : OUTCOMES[outcome],
    amount === null ? '' : `${amount.bound === 'at_least' ? '不低于' : ''}${amount.value}`,
    amount === null ? '' : `${amount.unit}/${amount.per}`,
    failing.map(({ text, shortfall }) => (shortfall ? `${text}（${shortfall.text}）` : text)).join('；'),
    open.map(({ text }) => text).join('；'),
    [...new Set(facts)].join(' '),
    `${benefit.documentId} ${benefit.clause}`,
  ];
}

/** Text as it was written: UTF-8, or GB 18030, in which spreadsheets save lists here. */
async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(isUtf8(piece) ? 'utf-8' : 'gb18030');
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A list of people at once, as a stream. Throws when the place is not known or has no rules. */
export async function assess(options: {
  csv: string;
  region: string;
  out: string;
  asOf?: string;
}): Promise<void> {
  const config = readConfig();
  const place = findRegion(options.region);
  if (place === null) throw new Error(`没有认出“${options.region}”是哪一个地方`);
  const today =
    options.asOf ??
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(
      new Date(config.YIWEN_NOW ?? Date.now()),
    );
  const benefits = await loadBenefits(join(config.YIWEN_CORPUS ?? join(ROOT, 'corpus'), 'benefits'));
  const book = rulebookFor(benefits, { adcode: place.adcode, subject: 'person', asOf: today });
  if (book.rules.length === 0) throw new Error(`没有收录适用于${customaryName(place)}的政策`);
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  let bad = 0;
  const reject = (row: number, reason: string): void => {
    bad += 1;
    say(`第${row}行：${reason}`);
  };
  const lines = createInterface({
    input: Readable.from(decoded(createReadStream(options.csv))),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const results = assessRows(
    csvRows(lines, (row) => reject(row, '这一行的引号不对')),
    {
      book,
      today,
      onBadRow: reject,
      onProgress: (people) => say(`已判断${people}人`),
      onUnused: (headings) => say(`这些列没有用到：${headings.join('、')}`),
    },
  );
  await pipeline(results, createWriteStream(options.out));
  if (bad > 0) say(`${bad}行没有读懂，其余的都在${options.out}`);
}
