import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import type { BookingParts } from './bot/book/index.js';
import { createDesk, type Desk } from './bot/desk.js';
import type { House } from './bot/house.js';
import { createBot } from './bot/turn.js';
import { createServer } from './channels/web/server.js';
import type { Config } from './config.js';
import { shanghaiTime } from './language/calendar.js';
import { loadPrompts } from './load-prompts.js';
import { type OpenAppointments, openAppointments } from './open-appointments.js';
import { openHouse, watchCorpus } from './open-house.js';
import { openEmbedded, openModels } from './open-models.js';
import { openPhone } from './open-phone.js';
import { openRehearsal } from './rehearsal.js';
import { ROOT } from './root.js';
import { type Database, openDatabase } from './store/database.js';
import { migrate, ping } from './store/migrations.js';
import { forgetOnSchedule } from './store/retention.js';
import { createHasher, createSeal, loadKeys } from './store/seal.js';
import { readScript, talksOf, warmUp } from './warm-up.js';

export interface App {
  desk: Desk;
  house: () => House;
  booking: OpenAppointments;
  /** The web channel, wired and not listening. */
  server(): ReturnType<typeof createServer>;
  /** Begins the work that time brings, such as forgetting old conversations; it ends with {@link close}. */
  keepTime(): void;
  /** Answers what was begun, then lets go of everything. */
  close(): Promise<void>;
}

const WATCH_MS = 5000;

/** The composition root: configuration in, wired application out. */
export async function openApp(config: Config): Promise<App> {
  const logger = pino({ level: config.LOG_LEVEL }, pino.destination(2));
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { file: join(config.YIWEN_DATA, 'yiwen.db') }
      : { url: config.DATABASE_URL },
  );
  await migrate(db);
  const keys = loadKeys(config.YIWEN_KEY, join(config.YIWEN_DATA, 'key'));
  const seal = createSeal(...keys);
  const hasher = createHasher(...keys);
  const corpus = config.YIWEN_CORPUS ?? join(ROOT, 'corpus');
  const embedded = openEmbedded(config, (error) =>
    logger.warn({ err: error }, 'the embedder is away; the built-in one serves'),
  );
  const openCorpus = (): Promise<House> => openHouse(corpus, join(config.YIWEN_DATA, 'index'), embedded);
  let house = await openCorpus();
  const now = (): Date => (config.YIWEN_NOW === undefined ? new Date() : new Date(config.YIWEN_NOW));
  const openBooking = (within: Database): Promise<OpenAppointments> =>
    openAppointments({
      config,
      db: within,
      seal,
      hasher,
      now,
      corpus,
      documents: house.library.documents,
      secret: (name) => config.PROVIDER_SECRETS[name] ?? null,
      log: logger,
    });
  const booking = await openBooking(db);
  const models = await openModels(config, () => loadPrompts(join(ROOT, 'prompts')));
  const reads = { house: () => house, clock: () => shanghaiTime(now()) };
  const desk = createDesk({
    bot: createBot({
      ...reads,
      booking,
      ...(models ? { model: models.steps } : {}),
      embeds: embedded !== null,
    }),
    db,
    seal,
    now,
  });
  const phone = await openPhone({
    config,
    db,
    seal,
    hasher,
    desk,
    house: () => house,
    corpus,
    now,
    sendsMessages: booking.sendsMessages,
    onError: (error) => logger.error({ err: error }, 'a turn of a call failed'),
  });
  const warming = new AbortController();
  let warmed: Promise<void> = Promise.resolve();
  let stopForgetting = (): void => {};
  let stopWatching = (): void => {};
  let stopBooking = async (): Promise<void> => {};
  const rehearse = async (): Promise<void> => {
    const script = readScript(await readFile(join(ROOT, 'corpus/rehearsal.txt'), 'utf8'));
    const bot = (within: BookingParts) => createBot({ ...reads, booking: within });
    const stage = () => openRehearsal({ bot, booking: openBooking, phone, seal, now });
    await warmUp(stage, talksOf(house, script), warming.signal);
  };
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

  return {
    desk,
    house: () => house,
    booking,
    server: () =>
      createServer({
        desk,
        library: () => house.library,
        benefits: () => house.benefits,
        now,
        checks: {
          database: () => ping(db),
          index: async () => {
            if (house.library.documents.length === 0) throw new Error('no document is held');
          },
        },
        pages: join(ROOT, 'dist/web/chat'),
        version,
        logger,
        ratePerMinute: config.RATE_PER_MINUTE,
        counters: models ? [models.registry] : [],
        channels: [...booking.plugins, ...phone.plugins],
      }),
    keepTime() {
      models?.warmUp();
      warmed = rehearse().catch((error) => logger.error({ err: error }, 'warming up failed'));
      stopWatching = watchCorpus({
        corpus,
        everyMs: WATCH_MS,
        onChange: async () => {
          house = await openCorpus();
          logger.info({ documents: house.library.documents.length }, 'corpus changed');
        },
        onError: (error) => logger.error({ err: error }, 'the corpus as it was stays in use'),
      });
      stopBooking = booking.keepTime();
      stopForgetting = forgetOnSchedule({
        db,
        days: config.SESSION_DAYS,
        now,
        onError: (error) => logger.error({ err: error }, 'old conversations were not removed'),
      });
    },
    async close() {
      warming.abort();
      await warmed;
      stopForgetting();
      stopWatching();
      models?.close();
      embedded?.close();
      await stopBooking();
      await desk.idle();
      await db.destroy();
    },
  };
}
