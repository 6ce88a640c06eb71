import { createHisAdapter } from '../../src/appointments/adapters/his/adapter.js';
import { adapterContract } from '../contracts/appointments.js';
import { startHisServer } from '../support/his-server/start.js';
import { department, NOW, unexpected } from './fhir-hospital.js';
import { addSchedule, emptyStore, hospital, KEY, mute } from './his-hospital.js';

const DAYS = 10;
const CAPACITY = 2;

function contract(name: string, provider: typeof hospital): void {
  adapterContract(name, async () => {
    const server = await startHisServer();
    const db = await emptyStore();
    for (let i = 0; i < DAYS; i++)
      await addSchedule(server, {
        workDate: `2026-11-${23 + (i % 5)}`,
        workTime: i < 5 ? 0 : 1,
        availableNumber: CAPACITY,
      });
    return {
      adapter: createHisAdapter(db, () => KEY, unexpected),
      provider: provider(server.url),
      department,
      now: NOW,
      capacity: CAPACITY,
      async close() {
        await server.stop();
        await db.destroy();
      },
    };
  });
}

contract('a registration platform', hospital);
contract('a registration platform that cannot be asked for orders', mute);
