import type { Adapter, ProviderRecord } from '../../port.js';
import { openedOnce, perProvider, type Report, type Secrets } from '../remote.js';
import { operationsAdapter } from './operations.js';
import { capabilityStatement } from './resources.js';
import { restAdapter } from './rest.js';
import { openServer } from './server.js';
import { fhirSettingsOf } from './settings.js';

const OPERATIONS = ['find', 'hold', 'book'];
/** How long it is taken for granted what a server can do. */
const KNOWN_MS = 3_600_000;

/**
 * Providers with a FHIR R4 server (4.0.1): by the operations of IHE ITI.Scheduling where its CapabilityStatement names
 * all three, else by conditional updates.
 */
export function createFhirAdapter(secrets: Secrets, report: Report): Adapter {
  const opened = openedOnce((provider) => discovering(discover(provider)), report);

  /** Asks the server what it can do, and gives the adapter for that; null when it cannot be asked, or is no R4. */
  function discover(provider: ProviderRecord): () => Promise<Adapter | null> {
    const settings = fhirSettingsOf(provider);
    const server = openServer(settings, secrets);
    return async () => {
      const said = await server.get('metadata', capabilityStatement);
      if (said.outcome !== 'ok') return null;
      const { fhirVersion, rest } = said.value;
      if (!fhirVersion.startsWith('4.0')) {
        report(`${provider.id}: FHIR ${fhirVersion}, and only 4.0 is spoken`);
        return null;
      }
      const offered = rest
        .flatMap(({ resource = [] }) => resource)
        .filter(({ type }) => type === 'Appointment')
        .flatMap(({ operation = [] }) => operation.map(({ name }) => name.replace(/^\$/u, '')));
      if (OPERATIONS.every((name) => offered.includes(name))) return operationsAdapter(server, settings);
      const codes = rest.flatMap(({ interaction = [] }) => interaction.map(({ code }) => code));
      return restAdapter(server, settings, codes.includes('transaction'));
    };
  }

  return perProvider(async (provider) => (await opened(provider)?.()) ?? null);
}

/** Remembers what was discovered for an hour; what was not is tried again at the next call. */
function discovering(discover: () => Promise<Adapter | null>): () => Promise<Adapter | null> {
  let known: { adapter: Promise<Adapter | null>; until: number } | null = null;
  return async () => {
    if (known !== null && known.until > performance.now()) return known.adapter;
    const asking = { adapter: discover(), until: performance.now() + KNOWN_MS };
    known = asking;
    const adapter = await asking.adapter;
    if (adapter === null && known === asking) known = null;
    return adapter;
  };
}
