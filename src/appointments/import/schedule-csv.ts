import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { clock, type Session, slug } from './timetable.js';

const count = z
  .string()
  .regex(/^\d{1,4}$/, 'a whole number')
  .transform(Number);

const row = z.strictObject({
  provider: slug,
  department: slug,
  date: z.iso.date('a day such as 2026-11-25'),
  from: clock,
  to: clock,
  minutes: count.pipe(z.number().min(5).max(720)),
  places: count.pipe(z.number().min(1).max(500)),
  green: z.union([z.literal('').transform(() => undefined), count]).optional(),
});

/** What the columns may be called. */
const HEADINGS: Record<string, string> = {
  机构: 'provider',
  科室: 'department',
  日期: 'date',
  开始: 'from',
  结束: 'to',
  每号分钟: 'minutes',
  号数: 'places',
  绿色通道号数: 'green',
};

export interface ImportedSession extends Session {
  provider: string;
}

/**
 * Sessions of single days, one a line, with a first line of headings (RFC 4180). Throws an error that names the line and
 * the column at fault: a calendar is taken whole or not at all.
 */
export function parseSchedule(text: string): ImportedSession[] {
  const records = lines.parse(parse(text, { bom: true, trim: true, skip_empty_lines: true, info: true }));
  const [head, ...body] = records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  if (head === undefined) throw new Error('the file is empty');
  const names = head.cells.map((cell) => HEADINGS[cell] ?? cell);
  return body.map(({ cells, line }) => {
    const read = row.safeParse(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`line ${line}, ${issue?.path.join('.') || 'columns'}: ${issue?.message ?? ''}`);
    }
    const { date, ...session } = read.data;
    if (session.from >= session.to) throw new Error(`line ${line}, to: a session ends after it begins`);
    if ((session.green ?? 0) > session.places)
      throw new Error(`line ${line}, green: more than there are places`);
    return { ...session, day: date };
  });
}

const lines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
