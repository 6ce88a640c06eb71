import { createFhirAdapter } from '../../src/appointments/adapters/fhir/adapter.js';
import { perProvider } from '../../src/appointments/adapters/remote.js';
import { adapterContract } from '../contracts/appointments.js';
import { type Mode, startFhirServer } from '../support/fhir-server/start.js';
import { addSchedules, addSlots, department, hospital, NOW, TOKEN, unexpected } from './fhir-hospital.js';

const SLOTS = 10;
const CAPACITY = 2;

function contract(name: string, mode: Partial<Mode>): void {
  adapterContract(name, async () => {
    const server = await startFhirServer();
    await server.control({ ...mode, now: NOW });
    await addSchedules(server);
    for (let i = 0; i < SLOTS; i++) await addSlots(server, CAPACITY);
    const adapter = createFhirAdapter(() => TOKEN, unexpected);
    const provider = hospital(server.url);
    // A server keeps holds by its own clock, which goes with the suite's.
    const inTime = perProvider(async () => ({
      ...adapter,
      async book(request) {
        await server.control({ now: request.now });
        const outcome = await adapter.book(request);
        await server.control({ now: NOW });
        return outcome;
      },
    }));
    const close = (): Promise<void> => server.stop();
    return { adapter: inTime, provider, department, now: NOW, capacity: CAPACITY, close };
  });
}

contract('FHIR, conditional updates', {});
contract('FHIR, transactions', { transactions: true });
contract('FHIR, IHE ITI.Scheduling', { operations: true });
