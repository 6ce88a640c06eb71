import {
  FACT_NAMES,
  type FactName,
  type Facts,
  type FactValue,
  factSchema,
  specOf,
} from '../benefits/facts.js';
import { findRegion } from '../knowledge/regions.js';
import { ageOn } from '../language/ages/age-on.js';
import { decodeId } from '../language/ids.js';

/** Headings of the columns, as community workers write them; the facts' own names are understood too. */
const HEADINGS: Readonly<Record<string, FactName>> = {
  年龄: 'age',
  周岁: 'age',
  户籍: 'hukou',
  户籍地: 'hukou',
  户口: 'hukou',
  居住地: 'residence',
  现住址: 'residence',
  身份: 'statuses',
  人员类别: 'statuses',
  护理: 'care',
  自理能力: 'care',
  居住方式: 'housing',
  空巢: 'emptyNest',
  子女在城区: 'childrenInCity',
  收入低于最低工资: 'incomeBelowMinimumWage',
  失独: 'lostOnlyChild',
};
const NAMES = new Set(['姓名', 'name', 'id', '编号']);
const ID_NUMBERS = new Set(['身份证号', '身份证', 'idNumber']);

const VALUES: Readonly<Record<string, string | boolean>> = {
  自理: 'none',
  能自理: 'none',
  半护理: 'partial',
  半失能: 'partial',
  部分失能: 'partial',
  全护理: 'full',
  失能: 'full',
  散居: 'dispersed',
  居家: 'dispersed',
  机构: 'institution',
  养老机构: 'institution',
  是: true,
  有: true,
  true: true,
  否: false,
  不是: false,
  没有: false,
  无: false,
  false: false,
};

export interface Columns {
  name: number | null;
  idNumber: number | null;
  facts: readonly { at: number; fact: FactName }[];
  /** Headings that no rule has a use for. */
  unused: readonly string[];
}

export function columnsOf(headings: readonly string[]): Columns {
  const trimmed = headings.map((heading) => heading.trim());
  const at = (names: ReadonlySet<string>): number | null => {
    const found = trimmed.findIndex((heading) => names.has(heading));
    return found < 0 ? null : found;
  };
  const facts = trimmed.flatMap((heading, i) => {
    const fact = HEADINGS[heading] ?? FACT_NAMES.find((name) => name === heading);
    return fact === undefined ? [] : [{ at: i, fact }];
  });
  const used = new Set([...facts.map((one) => one.at), at(NAMES), at(ID_NUMBERS)]);
  return {
    name: at(NAMES),
    idNumber: at(ID_NUMBERS),
    facts,
    unused: trimmed.filter((_, i) => !used.has(i)),
  };
}

/** A row that cannot be read: the message is for the person who made the list. */
export class RowError extends Error {}

/** What a row tells; an empty cell is not known. `today`: a local day. Throws {@link RowError}. */
export function factsOfRow(row: readonly string[], columns: Columns, today: string): Facts {
  const facts: { [K in FactName]?: FactValue } = {};
  const idNumber = (columns.idNumber === null ? '' : (row[columns.idNumber] ?? '')).trim();
  if (idNumber !== '') facts.age = ageFromId(idNumber, today);
  for (const { at, fact } of columns.facts) {
    const text = (row[at] ?? '').trim();
    if (text !== '') facts[fact] = read(fact, text);
  }
  return facts;
}

const MAX_READ = 10_000;
const alreadyRead = new Map<string, FactValue>();

/** Lists say the same few things over and over: each is read and checked once. */
function read(fact: FactName, text: string): FactValue {
  const key = `${fact} ${text}`;
  const known = alreadyRead.get(key);
  if (known !== undefined) return known;
  const parsed = factSchema(fact).safeParse(readCell(fact, text));
  if (!parsed.success) throw new RowError(`“${text.slice(0, 20)}”看不懂`);
  if (alreadyRead.size >= MAX_READ) alreadyRead.clear();
  alreadyRead.set(key, parsed.data);
  return parsed.data;
}

function readCell(fact: FactName, text: string): FactValue {
  const spec = specOf(fact);
  if (spec.type === 'number') {
    const number = Number(text.replace(/(?:周岁|岁)$/, ''));
    if (Number.isFinite(number)) return number;
    throw new RowError(`“${text}”不是数`);
  }
  if (spec.type === 'set')
    return text === '无' ? [] : text.split(/[、，,;；\s]+/).filter((one) => one !== '');
  if (spec.type === 'place') {
    if (/^\d{6}$/.test(text)) return text;
    const region = findRegion(text);
    if (region === null) throw new RowError(`没有认出“${text}”是哪里`);
    // A province or city by name leaves open which county it is.
    return region.level === 'county' ? region.adcode : { within: region.adcode };
  }
  return VALUES[text] ?? text;
}

function ageFromId(idNumber: string, today: string): number {
  const decoded = decodeId(idNumber);
  if (decoded === null) throw new RowError('身份证号不对');
  return ageOn(dayOf(decoded.birthDate), dayOf(today));
}

function dayOf(text: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
