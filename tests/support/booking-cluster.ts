import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dump } from 'js-yaml';
import type { LoadDatabase } from './booking-databases.js';
import { faults } from './booking-invariant.js';
import { type Load, runLoad, type Told } from './booking-load.js';
import { freePort } from './postgres.js';
import { type Served, serveProgram, yiwen } from './program.js';

/** Departments, days ahead, slots a day and places a slot of the provider that is booked at. */
export interface Size {
  departments: number;
  days: number;
  slotsADay: number;
  places: number;
}

const PROVIDER = 'sample-load';

function providerFile({ departments, days, slotsADay, places }: Size): string {
  const ids = Array.from({ length: departments }, (_, i) => `d${i}`);
  const minutes = 30;
  const to = `${String(8 + Math.floor((slotsADay * minutes) / 60)).padStart(2, '0')}:${(slotsADay * minutes) % 60 === 0 ? '00' : '30'}`;
  return dump({
    providers: [
      {
        id: PROVIDER,
        name: '样例压力医院',
        region: '431202',
        address: '样例地址',
        phone: '12345',
        adapter: 'local',
        sample: true,
        rules: {
          daysAhead: days,
          bookUntilMinutes: 0,
          cancelUntilMinutes: 0,
          mostAtOnce: 1000,
          noShows: null,
          fetchMinutes: null,
          greenShare: 0.25,
          greenAge: 60,
          needsId: false,
        },
        settings: {
          timetable: ids.map((department) => ({
            department,
            weekdays: [1, 2, 3, 4, 5, 6, 7],
            from: '08:00',
            to,
            minutes,
            places,
          })),
        },
        departments: ids.map((id) => ({ id, name: `科室${id}`, services: ['green-channel'] })),
      },
    ],
  });
}

export interface Cluster {
  ports: Load['ports'];
  slots: readonly string[];
  /** Kills one server with SIGKILL and starts it again on the same port. */
  killOne(random: () => number): Promise<void>;
  stop(): Promise<void>;
}

/** Servers over one database, with a provider of their own to book at. */
export async function startCluster(
  servers: number,
  env: Record<string, string>,
  size: Size,
): Promise<Cluster> {
  const file = join(env.YIWEN_DATA ?? '', 'load.yaml');
  await writeFile(file, providerFile(size));
  const imported = await yiwen(['providers', 'import', file], env);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const ports = await Promise.all(Array.from({ length: servers }, freePort));
  const start = (port: number): Promise<Served> => serveProgram({ ...env, PORT: String(port) });
  const running = new Map<number, Served>();
  for (const port of ports) running.set(port, await start(port));
  const slots: string[] = [];
  for (let d = 0; d < size.departments; d++)
    slots.push(...(await slotsOf(ports[0] ?? 0, `${PROVIDER}.d${d}`)));
  return {
    async ports() {
      while (running.size === 0) await wait(50);
      return [...running.keys()];
    },
    slots,
    async killOne(random) {
      const port = ports[Math.floor(random() * ports.length)] ?? 0;
      const server = running.get(port);
      running.delete(port);
      if (server === undefined) return;
      await server.end('SIGKILL');
      running.set(port, await start(port));
    },
    async stop() {
      await Promise.all([...running.values()].map((server) => server.end('SIGTERM')));
    },
  };
}

async function slotsOf(port: number, departmentId: string): Promise<string[]> {
  const query = new URLSearchParams({
    providerId: PROVIDER,
    departmentId,
    greenChannel: 'true',
    limit: '1000',
  });
  const answer = await fetch(`http://127.0.0.1:${port}/api/slots?${query}`);
  const { slots } = (await answer.json()) as { slots: { id: string }[] };
  return slots.map(({ id }) => id);
}

export interface Rough extends Omit<Load, 'ports' | 'slots'> {
  servers: number;
  size: Size;
  /** Milliseconds between two kills, at least and at most; null: none is killed. */
  kills: [least: number, most: number] | null;
}

/** Books roughly, kills servers meanwhile, and looks for what is wrong afterwards. */
export async function bookRoughly(
  rough: Rough,
  database: LoadDatabase,
): Promise<{ told: Told; wrong: string[]; kills: number; seconds: number }> {
  const cluster = await startCluster(rough.servers, database.env, rough.size);
  const [{ count: places } = { count: 0 }] = await database.ask('select count(*) as count from places');
  let over = false;
  let kills = 0;
  async function killing([least, most]: [number, number]): Promise<void> {
    while (!over) {
      await wait(least + rough.random() * (most - least));
      if (over) return;
      await cluster.killOne(rough.random);
      kills++;
    }
  }
  const killer = rough.kills === null ? null : killing(rough.kills);
  const began = performance.now();
  const told = await runLoad({ ...rough, ports: cluster.ports, slots: cluster.slots });
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await killer;
  await cluster.stop();
  return { told, wrong: await faults(database, told, Number(places)), kills, seconds };
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
