import type { Database } from '../../src/store/database.js';
import { type AdapterUnderTest, adapterContract } from '../contracts/appointments.js';
import { openBooking } from '../support/booking.js';
import { onEachDatabase } from '../support/databases.js';

async function underTest(
  db: Database,
  kind: 'local' | 'desk',
  departmentId: string,
): Promise<AdapterUnderTest> {
  const { parts } = await openBooking(db);
  const provider = await parts.catalogue.provider(departmentId.slice(0, departmentId.indexOf('.')));
  const department = await parts.catalogue.department(departmentId);
  const seat = parts.adapters[kind];
  if (!provider || !department || !seat || !('within' in seat)) throw new Error('no sample provider');
  return {
    adapter: seat.within(db),
    provider,
    department,
    now: parts.now(),
    capacity: 4,
    close: () => db.destroy(),
  };
}

await onEachDatabase((name, open) => {
  adapterContract(`our own schedules on ${name}`, async () =>
    underTest(await open(), 'local', 'sample-hecheng-hospital.geriatrics'),
  );
  adapterContract(
    `the desk on ${name}`,
    async () => underTest(await open(), 'desk', 'sample-hecheng-station.escort'),
    {
      uncounted: 'only the provider knows, by telephone',
      holdsNothing: 'nobody rings to keep a place for somebody who has not decided',
      pending: 'until a worker writes down what the provider said',
    },
  );
});
