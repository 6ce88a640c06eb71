import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { createDesk, type Desk } from './bot/desk.js';
import type { House } from './bot/house.js';
import { createBot } from './bot/turn.js';
import { createServer } from './channels/web/server.js';
import type { Config } from './config.js';
import { loadCorpus } from './knowledge/corpus.js';
import { createLibrary } from './knowledge/library.js';
import { createProvisionMatcher } from './knowledge/provisions/matcher.js';
import { loadProvisions } from './knowledge/provisions/provision.js';
import { chunksOfPolicy } from './knowledge/search/chunks.js';
import { buildIndex } from './knowledge/search/index.js';
import { parseBenefitNames } from './language/benefit-names.js';
import { featuresOf } from './language/features.js';
import { parseDomainWords } from './language/homophones/domain.js';
import { parseHotlines } from './language/hotlines.js';
import { parseLexicon } from './language/lexicon.js';
import { createNormalize } from './language/normalize.js';
import { ROOT } from './root.js';
import { openDatabase } from './store/database.js';
import { migrate, ping } from './store/migrations.js';
import { forgetOnSchedule } from './store/retention.js';
import { createSeal, loadKey } from './store/seal.js';

export interface App {
  desk: Desk;
  house: () => House;
  /** The web channel, wired and not listening. */
  server(): ReturnType<typeof createServer>;
  /** Begins the work that time brings, such as forgetting old conversations; it ends with {@link close}. */
  keepTime(): void;
  /** Answers what was begun, then lets go of everything. */
  close(): Promise<void>;
}

/** Reads the corpus and makes what the bot answers from. */
export async function openHouse(corpus: string): Promise<House> {
  const [documents, provisions, lexicon, hotlines, domainWords, benefitNames] = await Promise.all([
    loadCorpus(join(corpus, 'documents')),
    loadProvisions(join(corpus, 'provisions')),
    readFile(join(corpus, 'lexicon.yaml'), 'utf8').then(parseLexicon),
    readFile(join(corpus, 'hotlines.yaml'), 'utf8').then(parseHotlines),
    readFile(join(corpus, 'domain-words.yaml'), 'utf8').then(parseDomainWords),
    readFile(join(corpus, 'benefit-names.yaml'), 'utf8').then(parseBenefitNames),
  ]);
  const normalize = createNormalize(domainWords);
  const library = createLibrary(documents, buildIndex(documents.flatMap(chunksOfPolicy)));
  const held = documents.map((d) => d.meta.region);
  return {
    library,
    provisions: createProvisionMatcher(provisions, (text) => featuresOf(text, lexicon)),
    lexicon,
    benefitNames,
    normalize: (text) => normalize(text).normalized,
    hotlines: new Set([...hotlines.keys()].map(Number)),
    held: held.filter((region, i) => held.findIndex((other) => other.adcode === region.adcode) === i),
  };
}

/** The composition root: configuration in, wired application out. */
export async function openApp(config: Config): Promise<App> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { file: join(config.YIWEN_DATA, 'yiwen.db') }
      : { url: config.DATABASE_URL },
  );
  await migrate(db);
  const seal = createSeal(loadKey(config.YIWEN_KEY, join(config.YIWEN_DATA, 'key')));
  const house = await openHouse(join(ROOT, 'corpus'));
  const now = (): Date => (config.YIWEN_NOW === undefined ? new Date() : new Date(config.YIWEN_NOW));
  const desk = createDesk({ bot: createBot(() => house), db, seal, now });
  let stopForgetting = (): void => {};
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

  return {
    desk,
    house: () => house,
    server: () =>
      createServer({
        desk,
        library: () => house.library,
        checks: {
          database: () => ping(db),
          index: async () => {
            if (house.library.documents.length === 0) throw new Error('no document is held');
          },
        },
        pages: join(ROOT, 'web/plain'),
        version,
        logger,
        ratePerMinute: config.RATE_PER_MINUTE,
      }),
    keepTime() {
      stopForgetting = forgetOnSchedule({
        db,
        days: config.SESSION_DAYS,
        now,
        onError: (error) => logger.error({ err: error }, 'old conversations were not removed'),
      });
    },
    async close() {
      stopForgetting();
      await desk.idle();
      await db.destroy();
    },
  };
}
