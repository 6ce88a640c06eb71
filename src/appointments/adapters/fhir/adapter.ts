import type { Adapter, ProviderRecord } from '../../port.js';
import { openedOnce, parseSettings, perProvider, type Report, type Secrets } from '../remote.js';
import { operationsAdapter } from './operations.js';
import { capabilityStatement } from './resources.js';
import { restAdapter } from './rest.js';
import { openServer } from './server.js';
import { fhirSettings } from './settings.js';

const OPERATIONS = ['find', 'hold', 'book'];
/** How long it is taken for granted what a server can do. */
const KNOWN_MS = 3_600_000;

/**
 * Providers with a FHIR R4 server (4.0.1): by the operations of IHE ITI.Scheduling where its CapabilityStatement names
 * all three, else by conditional updates.
 */
export function createFhirAdapter(secrets: Secrets, report: Report): Adapter {
  const opened = openedOnce((settings) => discovering(fhirAdapterOf(settings)), report);

  /** Asks the server what it can do, and gives the adapter for that; null when it cannot be asked, or is no R4. */
  function fhirAdapterOf(settings: unknown) {
    const parsed = parseSettings(fhirSettings, settings);
    const server = openServer(parsed, secrets);
    return async ({ id }: ProviderRecord): Promise<Adapter | null> => {
      const said = await server.get('metadata', capabilityStatement);
      if (said.outcome !== 'ok') return null;
      const { fhirVersion, rest } = said.value;
      if (!fhirVersion.startsWith('4.0')) {
        report(`${id}: FHIR ${fhirVersion}, and only 4.0 is spoken`);
        return null;
      }
      const offered = rest
        .flatMap(({ resource = [] }) => resource)
        .filter(({ type }) => type === 'Appointment')
        .flatMap(({ operation = [] }) => operation.map(({ name }) => name.replace(/^\$/u, '')));
      if (OPERATIONS.every((name) => offered.includes(name))) return operationsAdapter(server, parsed);
      const codes = rest.flatMap(({ interaction = [] }) => interaction.map(({ code }) => code));
      return restAdapter(server, parsed, codes.includes('transaction'));
    };
  }

  return perProvider(async (provider) => (await opened(provider)?.(provider)) ?? null);
}

/** Remembers what `discover` found for an hour; what it did not find is asked for again. */
function discovering(
  discover: (provider: ProviderRecord) => Promise<Adapter | null>,
): (provider: ProviderRecord) => Promise<Adapter | null> {
  let known: { adapter: Promise<Adapter | null>; until: number } | null = null;
  return async (provider) => {
    if (known !== null && known.until > performance.now()) return known.adapter;
    const asking = { adapter: discover(provider), until: performance.now() + KNOWN_MS };
    known = asking;
    const adapter = await asking.adapter.catch(() => null);
    if (adapter === null && known === asking) known = null;
    return adapter;
  };
}
