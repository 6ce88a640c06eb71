import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import cliProgress from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { type Config, readConfig } from '../config.js';
import { loadCorpus } from '../knowledge/corpus.js';
import { type IngestOptions, ingestFile } from '../knowledge/ingest.js';
import { chunksOfPolicy } from '../knowledge/search/chunks.js';
import { indexSource, refreshIndex } from '../knowledge/search/refresh.js';
import { retrieve as answers, type Lines } from '../knowledge/search/retrieve.js';
import { isFresh } from '../knowledge/search/store.js';
import { ROOT } from '../root.js';
import { openDatabase } from '../store/database.js';
import { migrate as migrateDatabase } from '../store/migrations.js';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);
const corpusOf = (config: Config): string => config.YIWEN_CORPUS ?? join(ROOT, 'corpus');
const indexOf = (config: Config): string => join(config.YIWEN_DATA, 'index');

/** Takes each file in turn; one that is refused leaves the others as they are. Throws when any was. */
export async function ingest(files: string[], options: IngestOptions): Promise<void> {
  const dir = join(corpusOf(readConfig()), 'documents');
  let failed = 0;
  for (const file of files) {
    const bar = new cliProgress.SingleBar({
      format: '{bar} {value}/{total} 页',
      stream: process.stderr,
      noTTYOutput: false,
    });
    const outcome = await ingestFile(file, options, {
      dir,
      onProgress: (done, total) => {
        if (done === 1) bar.start(total, 0);
        bar.update(done);
      },
    });
    bar.stop();
    say(outcome.message);
    if (outcome.outcome === 'added') process.stdout.write(`${JSON.stringify(outcome.meta)}\n`);
    if (outcome.outcome === 'needs' || outcome.outcome === 'refused') failed++;
  }
  if (failed > 0) throw new Error(`${files.length} 份文件里有 ${failed} 份没有收录`);
}

/** Throws when `--check` finds the index stale. */
export async function index(options: { check?: true }): Promise<void> {
  const config = readConfig();
  const documents = await loadCorpus(join(corpusOf(config), 'documents'));
  const chunks = documents.flatMap(chunksOfPolicy);
  if (options.check) {
    if (!isFresh(indexOf(config), indexSource(chunks))) throw new Error('索引过时了，请运行 yiwen index');
    say('索引是新的');
    return;
  }
  const { rebuilt } = await refreshIndex(indexOf(config), chunks);
  say(rebuilt ? `已建索引：${documents.length} 份文件，${chunks.length} 段` : '索引是新的，不用重建');
}

export async function retrieve(options: { docs: string; questions: string; top: string }): Promise<void> {
  const top = Number(options.top);
  if (!Number.isInteger(top) || top < 1) throw new InvalidArgumentError('--top 要是大于零的整数');
  for await (const found of answers(await linesOf(options.docs), await linesOf(options.questions), top)) {
    if (!process.stdout.write(`${JSON.stringify(found)}\n`)) await drained();
  }
}

const drained = (): Promise<void> => new Promise((resolve) => process.stdout.once('drain', resolve));

async function linesOf(file: string): Promise<Lines> {
  await access(file);
  // Opened when the first line is asked for: a reader that is made earlier loses what arrives before that.
  async function* lines(): AsyncGenerator<string> {
    yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  }
  return { name: file, lines: lines() };
}

export async function migrate(): Promise<void> {
  const config = readConfig();
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { file: join(config.YIWEN_DATA, 'yiwen.db') }
      : { url: config.DATABASE_URL },
  );
  try {
    const applied = await migrateDatabase(db);
    say(applied.length === 0 ? '数据库已是最新' : `已更新数据库：${applied.join('、')}`);
  } finally {
    await db.destroy();
  }
}
