import type { Told } from './booking-load.js';

/** Runs one statement of SQL and gives its rows. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

export interface Asked {
  ask: Ask;
  /** In this database's SQL: the appointment's id in the answer of a request. */
  answered: string;
}

/** What must hold of the database after any load, in SQL of its own: it shares nothing with the service. */
const NEVER: Record<string, string> = {
  'a slot has more live appointments than places': `
    select a.slot_id from appointments a where a.live = 1 and a.status = 'booked'
    group by a.slot_id having count(*) > (select count(*) from places p where p.slot_id = a.slot_id)`,
  'a live appointment has not exactly one place of its slot': `
    select a.id from appointments a where a.live = 1 and a.status = 'booked'
      and (select count(*) from places p where p.holder = a.reference and p.slot_id = a.slot_id and p.held_until is null) <> 1`,
  'a place belongs to nothing that stands': `
    select holder from places where holder is not null and held_until is null
    except select reference from appointments where live = 1`,
  'two people have one number in a slot': `
    select slot_id, number from appointments where live = 1 and status = 'booked'
    group by slot_id, number having count(*) > 1`,
  'somebody is in two places at once': `
    select a.id from appointments a join appointments b on a.patient_key = b.patient_key and a.id < b.id
    where a.live = 1 and b.live = 1 and a.starts_at < b.ends_at and b.starts_at < a.ends_at`,
  'a request was answered with an appointment that is not there': `
    select ANSWERED from requests where answer like '%"outcome":"booked"%'
    except select id from appointments`,
  'an appointment came of no request': `
    select id from appointments
    except select ANSWERED from requests`,
  'an appointment was told of twice, or never': `
    select a.id from appointments a left join (
      select subject_id, count(*) as times from outbox where kind in ('booked', 'rescheduled') group by subject_id
    ) o on o.subject_id = a.id
    where coalesce(o.times, 0) <> 1`,
  'something is neither live nor over': `
    select id from appointments where (live = 1) <> (status in ('booked', 'pending', 'unconfirmed'))`,
  'a moved appointment still stands beside the new one': `
    select a.id from appointments a join appointments b on b.replaces = a.id
    where a.live = 1 and b.status = 'booked'`,
};

/** Everything that is wrong: rules broken, and answers the database does not bear out. */
export async function faults({ ask, answered }: Asked, told: Told, places: number): Promise<string[]> {
  const found: string[] = [];
  for (const [rule, sql] of Object.entries(NEVER)) {
    const rows = await ask(sql.replace('ANSWERED', answered));
    if (rows.length > 0) found.push(`${rule}: ${rows.length}, such as ${JSON.stringify(rows[0])}`);
  }
  const [{ count } = { count: 0 }] = await ask('select count(*) as count from places');
  if (Number(count) !== places) found.push(`there are ${String(count)} places, and were ${places}`);
  const stored = new Map(
    (await ask('select id, status from appointments')).map(({ id, status }) => [String(id), String(status)]),
  );
  for (const id of told.booked) {
    const status = stored.get(id);
    if (status === undefined) found.push(`lost: ${id}`);
    else if (status === 'cancelled' && !told.ended.has(id) && !told.unsure.has(id))
      found.push(`cancelled by nobody: ${id}`);
    else if (status === 'booked' && told.ended.has(id)) found.push(`not cancelled: ${id}`);
  }
  return [...found, ...told.contradictions];
}
