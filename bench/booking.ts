import { bookRoughly, seeded, startCluster } from '../tests/support/booking-cluster.js';
import { type LoadDatabase, postgresForLoad, sqliteForLoad } from '../tests/support/booking-databases.js';
import { runLoad } from '../tests/support/booking-load.js';
import { emptyDatabase, startPostgres } from '../tests/support/postgres.js';

/** Booking in full: races, kills and retries, and how long a booking takes. `--scale 0.1` for a tenth of it. */
const scale = Number(process.argv[process.argv.indexOf('--scale') + 1]) || 1;
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
    database.env,
    database.ask,
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

/** 50 people at once, each booking again as soon as answered. */
async function latency(name: string, database: LoadDatabase, servers: number): Promise<void> {
  const size = { departments: 20, days: 5, slotsADay: 16, places: 20 };
  const cluster = await startCluster(servers, database.env, size);
  const load = { ...cluster, clients: 50, people: 1_000_000, rough: false, random: seeded(3) };
  await runLoad({ ...load, attempts: 1000 });
  const began = performance.now();
  const { times } = await runLoad({ ...load, attempts: Math.round(8000 * scale) });
  const seconds = (performance.now() - began) / 1000;
  await cluster.stop();
  await database.close();
  times.sort((a, b) => a - b);
  const ms = (share: number): string => at(times, share).toFixed(1);
  say(
    `${name}: 50 at once, ${(times.length / seconds).toFixed(0)} bookings/s; p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, p99 ${ms(0.99)} ms (limit 25)`,
  );
}

const postgres = await startPostgres();
let faults = 0;
try {
  await latency('SQLite, one server', await sqliteForLoad(), 1);
  if (postgres)
    await latency('PostgreSQL, one server', await postgresForLoad(await emptyDatabase(postgres.url)), 1);
  faults += await rough('SQLite, one server', await sqliteForLoad(), 1, 20_000);
  if (postgres)
    faults += await rough(
      'PostgreSQL, four servers',
      await postgresForLoad(await emptyDatabase(postgres.url)),
      4,
      100_000,
    );
} finally {
  await postgres?.stop();
}
process.exitCode = faults === 0 ? 0 : 1;
