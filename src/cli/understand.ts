import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { createLineReader, type LineRead } from '../bot/understand/line.js';
import { readConfig } from '../config.js';
import { loadCorpus } from '../knowledge/corpus.js';
import { dateTimeOf, HOUR_SECONDS, type LocalDateTime, parseLocalDateTime } from '../language/calendar.js';
import { parseDomainWords } from '../language/homophones/domain.js';
import { parseLexicon } from '../language/lexicon.js';
import { createNormalize } from '../language/normalize.js';
import { ROOT } from '../root.js';
import { type Line, linesOf } from './lines.js';

/** A line in UTF-16 units; a longer one is answered with an error. */
const LONGEST = 65_536;
const SHANGHAI_SECONDS = 8 * HOUR_SECONDS;
const WHOLE_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<offset>Z|[+-]\d\d:?\d\d)?)?$/;

/** The clock of Shanghai at an ISO 8601 time; a time without offset is that clock's own. Null if it is none. */
export function clockAt(time: string): LocalDateTime | null {
  const match = WHOLE_TIME.exec(time);
  const local = match === null ? null : parseLocalDateTime(time);
  if (local === null || match?.groups?.offset === undefined) return local;
  const instant = Date.parse(time.replace(' ', 'T'));
  return Number.isNaN(instant) ? null : dateTimeOf(Math.floor(instant / 1000) + SHANGHAI_SECONDS);
}

const asked = z.object({ text: z.string().max(LONGEST), now: z.string().optional() });

type Asked = { text: string; now: LocalDateTime } | { error: string };

/** A line that begins as a JSON object is one; any other is text. */
export function readLine({ text, whole }: Line, now: LocalDateTime): Asked {
  if (!whole) return { error: `这一行太长，最多${LONGEST}个字` };
  if (!text.trimStart().startsWith('{')) return { text, now };
  const given = asked.safeParse(parsed(text));
  if (!given.success) return { error: '这一行以 { 开头，却不是带 text（文字）的 JSON 对象' };
  const own = given.data.now === undefined ? now : clockAt(given.data.now);
  if (own === null) return { error: 'now 不是时间，要写成 2026-11-21T10:00:00+08:00 这样' };
  return { text: given.data.text, now: own };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A line of JSON for each line of standard input, as it comes; `{"error"}` for one that cannot be read. */
export async function understand(options: { now?: string }, command: Command): Promise<void> {
  const { YIWEN_NOW } = readConfig();
  const fixed = options.now ?? YIWEN_NOW;
  const now = clockAt(fixed ?? new Date().toISOString());
  if (now === null)
    return command.error(`--now 是 ${JSON.stringify(fixed)}，要写成 2026-11-21T10:00:00+08:00 这样`, {
      exitCode: 2,
    });
  const clock = (): LocalDateTime => (fixed === undefined ? (clockAt(new Date().toISOString()) ?? now) : now);
  const readText = await openReader(join(ROOT, 'corpus'));
  async function* answers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const line of linesOf(chunks, LONGEST)) {
      const given = readLine(line, clock());
      yield `${JSON.stringify('error' in given ? given : readText(given.text, given.now))}\n`;
    }
  }
  try {
    await pipeline(process.stdin, answers, process.stdout, { end: false });
  } catch (error) {
    // Whoever read our output has read enough.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

/** What a line is read with, without database or index. */
async function openReader(corpus: string): Promise<(text: string, now: LocalDateTime) => LineRead> {
  const [documents, lexicon, domainWords] = await Promise.all([
    loadCorpus(join(corpus, 'documents')),
    readFile(join(corpus, 'lexicon.yaml'), 'utf8').then(parseLexicon),
    readFile(join(corpus, 'domain-words.yaml'), 'utf8').then(parseDomainWords),
  ]);
  const normalize = createNormalize(domainWords);
  return createLineReader({
    lexicon,
    normalize: (text) => normalize(text).normalized,
    held: documents.map(({ meta }) => meta.region),
  });
}
