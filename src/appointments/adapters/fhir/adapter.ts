import type { Adapter, ProviderRecord } from '../../port.js';
import { parseSettings, type Secrets } from '../remote.js';
import { operationsAdapter } from './operations.js';
import { capabilityStatement } from './resources.js';
import { restAdapter } from './rest.js';
import { openServer } from './server.js';
import { type FhirSettings, fhirSettings } from './settings.js';

const OPERATIONS = ['find', 'hold', 'book'];
/** How long it is taken for granted what a server can do. */
const KNOWN_MS = 3_600_000;

type Way = { outcome: 'ok'; adapter: Adapter } | { outcome: 'unreachable' };

/**
 * Providers with a FHIR R4 server (4.0.1): by the operations of IHE ITI.Scheduling where its CapabilityStatement names
 * all three, else by conditional updates. `clock`: milliseconds, for how long the CapabilityStatement is kept.
 */
export function createFhirAdapter(secrets: Secrets, clock: () => number = () => performance.now()): Adapter {
  const ways = new Map<string, { way: Promise<Way>; until: number }>();

  async function discover(settings: FhirSettings): Promise<Way> {
    const server = openServer(settings, secrets);
    const said = await server.get('metadata', capabilityStatement);
    if (said.outcome !== 'ok') return { outcome: 'unreachable' };
    const { fhirVersion, rest } = said.value;
    if (!fhirVersion.startsWith('4.0')) throw new Error(`a FHIR server of version ${fhirVersion}, not 4.0`);
    const offered = rest.flatMap(({ resource = [] }) =>
      resource
        .filter(({ type }) => type === 'Appointment')
        .flatMap(({ operation = [] }) => operation.map(({ name }) => name.replace(/^\$/u, ''))),
    );
    if (OPERATIONS.every((name) => offered.includes(name)))
      return { outcome: 'ok', adapter: operationsAdapter(server, settings) };
    const transactions = rest.some(({ interaction = [] }) =>
      interaction.some(({ code }) => code === 'transaction'),
    );
    return { outcome: 'ok', adapter: restAdapter(server, settings, transactions) };
  }

  async function wayOf(provider: ProviderRecord): Promise<Way> {
    const key = JSON.stringify([provider.id, provider.settings]);
    const known = ways.get(key);
    if (known && known.until > clock()) return known.way;
    const way = discover(parseSettings(fhirSettings, provider.id, provider.settings));
    ways.set(key, { way, until: clock() + KNOWN_MS });
    const forget = (): void => void ways.delete(key);
    way.then(({ outcome }) => outcome === 'unreachable' && forget(), forget);
    return way;
  }

  const by =
    <Request extends { provider: ProviderRecord }, Outcome>(
      ask: (adapter: Adapter, request: Request) => Promise<Outcome>,
    ) =>
    async (request: Request): Promise<Outcome | { outcome: 'unreachable' }> => {
      const way = await wayOf(request.provider);
      return way.outcome === 'ok' ? ask(way.adapter, request) : way;
    };

  return {
    slots: by((adapter, request) => adapter.slots(request)),
    slot: by((adapter, request) => adapter.slot(request)),
    hold: by((adapter, request) => adapter.hold(request)),
    release: by((adapter, request) => adapter.release(request)),
    book: by((adapter, request) => adapter.book(request)),
    cancel: by((adapter, request) => adapter.cancel(request)),
    lookup: by((adapter, request) => adapter.lookup(request)),
  };
}
