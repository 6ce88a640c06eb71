import { bookRoughly, seeded, startCluster } from '../tests/support/booking-cluster.js';
import { type LoadDatabase, postgresForLoad, sqliteForLoad } from '../tests/support/booking-databases.js';
import { runLoad } from '../tests/support/booking-load.js';
import { emptyDatabase, startPostgres } from '../tests/support/postgres.js';

/**
 * Booking in full: how long it takes (`latency`), and races, kills and retries (`rough`); both, or the one that is
 * named. `--scale 0.1` for a tenth of it.
 */
const scale = Number(process.argv[process.argv.indexOf('--scale') + 1]) || 1;
const asked = (part: string): boolean =>
  process.argv.includes(part) || !['latency', 'rough'].some((other) => process.argv.includes(other));
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

async function rough(
  name: string,
  database: LoadDatabase,
  servers: number,
  attempts: number,
): Promise<number> {
  const { told, wrong, kills, seconds } = await bookRoughly(
    {
      servers,
      attempts: Math.round(attempts * scale),
      clients: 64,
      people: 20_000,
      size: { departments: 20, days: 5, slotsADay: 16, places: 6 },
      rough: true,
      random: seeded(11),
      kills: [4000, 12_000],
    },
    database,
  );
  await database.close();
  const refusals = [...told.refused].map(([code, count]) => `${code} ${count}`).join(', ');
  say(
    `${name}: ${Math.round(attempts * scale)} attempts in ${seconds.toFixed(0)} s, ${kills} servers killed; booked ${told.booked.size}, ended ${told.ended.size}, ${refusals}; never answered ${told.lost}`,
  );
  for (const fault of wrong.slice(0, 10)) say(`  WRONG: ${fault}`);
  say(
    `  ${wrong.length === 0 ? 'nothing doubled, lost, or beyond what there was' : `${wrong.length} faults`}`,
  );
  return wrong.length;
}

const CLIENTS = 50;
/** Milliseconds between a person's bookings: nobody fills in the next one faster. */
const PAUSE = 1000;
/** Milliseconds within which 99 of 100 bookings of 50 people at once are answered. */
const LIMIT = 25;

/**
 * How long a booking takes. The limit holds for 50 people, who pause; 50 loops that never do measure how much the
 * server can bear, and there each waits for the 49 before it.
 */
async function latency(name: string, database: LoadDatabase): Promise<boolean> {
  const size = { departments: 20, days: 5, slotsADay: 16, places: 20 };
  const cluster = await startCluster(1, database.env, size);
  const load = { ...cluster, clients: CLIENTS, people: 1_000_000, rough: false, random: seeded(3) };
  await runLoad({ ...load, attempts: 1000 });
  async function measure(attempts: number, pause?: number): Promise<{ line: string; p99: number }> {
    const began = performance.now();
    const { times } = await runLoad({ ...load, attempts, ...(pause === undefined ? {} : { pause }) });
    const rate = times.length / ((performance.now() - began) / 1000);
    times.sort((a, b) => a - b);
    const ms = (share: number): string => at(times, share).toFixed(1);
    const line = `${rate.toFixed(0)} bookings/s; p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, p99 ${ms(0.99)} ms`;
    return { line, p99: at(times, 0.99) };
  }
  const people = await measure(Math.round(3000 * scale), PAUSE);
  const kept = people.p99 <= LIMIT;
  say(
    `${name}, ${CLIENTS} people, each a booking a second: ${people.line} (limit ${LIMIT}: ${kept ? 'kept' : 'NOT kept'})`,
  );
  const loops = await measure(Math.round(8000 * scale));
  say(`${name}, ${CLIENTS} loops without a pause: ${loops.line}`);
  await cluster.stop();
  await database.close();
  return kept;
}

const postgres = await startPostgres();
const onPostgres = async (): Promise<LoadDatabase | null> =>
  postgres && postgresForLoad(await emptyDatabase(postgres.url));
let faults = 0;
try {
  if (asked('latency')) {
    if (!(await latency('SQLite', await sqliteForLoad()))) faults++;
    const database = await onPostgres();
    if (database && !(await latency('PostgreSQL', database))) faults++;
  }
  if (asked('rough')) {
    faults += await rough('SQLite, one server', await sqliteForLoad(), 1, 20_000);
    const database = await onPostgres();
    if (database) faults += await rough('PostgreSQL, four servers', database, 4, 100_000);
  }
} finally {
  await postgres?.stop();
}
process.exitCode = faults === 0 ? 0 : 1;
