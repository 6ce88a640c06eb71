import { createAppointments } from './appointments/create.js';
import type { BookingParts } from './bot/book/index.js';
import { type Bot, createDesk, type Desk } from './bot/desk.js';
import type { OpenAppointments } from './open-appointments.js';
import type { OpenPhone } from './open-phone.js';
import { type Database, openDatabase } from './store/database.js';
import { migrate } from './store/migrations.js';
import type { Seal } from './store/seal.js';
import type { Stage, Talk } from './warm-up.js';

interface RehearsalParts {
  bot: (booking: BookingParts) => Bot;
  /** Booking over another store. */
  booking: (db: Database) => Promise<OpenAppointments>;
  phone: OpenPhone;
  seal: Seal;
  now: () => Date;
}

/** The telephone, or where this house has none a desk, over a store of their own, of which nothing is kept. */
export async function openRehearsal({ bot, booking, phone, seal, now }: RehearsalParts): Promise<Stage> {
  const db = await openDatabase('memory');
  await migrate(db);
  const desk = createDesk({ bot: bot(withinHouse(await booking(db))), db, seal, now });
  const line = await phone.rehearsal({ desk, db });
  return {
    hold: (talk) => (line === null ? chat(desk, talk) : line.call(`${talk.place}的，`, talk.turns)),
    async close() {
      await line?.close();
      await desk.idle();
      await db.destroy();
    },
  };
}

/** Booking where no provider elsewhere is ever asked. */
function withinHouse({ parts, guide, sendsMessages }: OpenAppointments): BookingParts {
  const seats = Object.entries(parts.adapters).filter(([, seat]) => 'within' in seat);
  const appointments = createAppointments({ ...parts, adapters: Object.fromEntries(seats) });
  return { appointments, guide, sendsMessages };
}

/** What is said of the talk in words: a desk has no keys and hears no silence. */
async function* chat(desk: Desk, { region, turns }: Talk): AsyncGenerator<void> {
  let sessionId: string | undefined;
  for (const text of turns.filter((turn) => !turn.startsWith('['))) {
    ({ sessionId } = await desk.answer({ sessionId, text, region }));
    yield;
  }
}
