import { CsvError, parse } from 'csv-parse/sync';

/** A record of a CSV, and the number of the line that it begins on, from 1. */
export interface Row {
  record: string[];
  line: number;
}

const BATCH = 500;
/** No cell of a list of people has more lines than this: beyond, its quote was never closed. */
const MAX_LINES = 10;

/**
 * The rows of a CSV, line by line (RFC 4180). A line that does not fit the form is reported and left out, and
 * costs no other: a quote that is never closed would swallow the rest of the file.
 */
export async function* csvRows(
  lines: AsyncIterable<string>,
  onBadLine: (line: number) => void,
): AsyncGenerator<Row> {
  let batch: string[] = [];
  let first = 1;
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < BATCH) continue;
    yield* rowsOf(batch, first, onBadLine);
    first += batch.length;
    batch = [];
  }
  yield* rowsOf(batch, first, onBadLine);
}

function* rowsOf(batch: readonly string[], first: number, onBadLine: (line: number) => void): Generator<Row> {
  const together = recordsOf(batch.join('\n'));
  if (together?.length === batch.length) {
    for (const [i, record] of together.entries()) yield { record, line: first + i };
    return;
  }
  let at = 0;
  while (at < batch.length) {
    const found = oneFrom(batch, at);
    if (found === null) onBadLine(first + at);
    else if (found.record.length > 0) yield { record: found.record, line: first + at };
    at += found?.lines ?? 1;
  }
}

/** The record that begins on a line; an empty line has no cells. Null where none does. */
function oneFrom(batch: readonly string[], at: number): { record: string[]; lines: number } | null {
  for (let lines = 1; lines <= Math.min(MAX_LINES, batch.length - at); lines++) {
    const records = recordsOf(batch.slice(at, at + lines).join('\n'));
    if (records !== null && records.length <= 1) return { record: records[0] ?? [], lines };
  }
  return null;
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true, bom: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}
