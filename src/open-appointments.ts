import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsync } from 'fastify';
import { createDeskAdapter } from './appointments/adapters/desk.js';
import { createLocalAdapter } from './appointments/adapters/local.js';
import { perProvider, type Report } from './appointments/adapters/remote.js';
import { createCatalogue } from './appointments/catalogue.js';
import { createAppointments } from './appointments/create.js';
import { type DepartmentsGuide, loadGuide } from './appointments/departments-guide.js';
import { createDeskWork } from './appointments/desk-work.js';
import { seedSamples } from './appointments/import/apply.js';
import { instant } from './appointments/instants.js';
import { keepAppointments } from './appointments/keep.js';
import type { AdapterSeats, Parts } from './appointments/parts.js';
import type { Appointments } from './appointments/service.js';
import { loadServices } from './appointments/services.js';
import { appointmentRoutes } from './channels/web/appointments.js';
import { deskRoutes } from './channels/web/appointments-desk.js';
import { offerRoutes } from './channels/web/appointments-offers.js';
import { waitingRoutes } from './channels/web/waiting.js';
import type { Config } from './config.js';
import type { PolicyDocument } from './knowledge/types.js';
import { createLogSender } from './messages/log.js';
import type { Sender } from './messages/sender.js';
import type { Database } from './store/database.js';
import type { Hasher, Seal } from './store/seal.js';

interface AppointmentsNeeds {
  config: Pick<Config, 'DESK_TOKEN' | 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN' | 'TWILIO_FROM'>;
  db: Database;
  seal: Seal;
  hasher: Hasher;
  now: () => Date;
  /** Folder of the corpus. */
  corpus: string;
  documents: readonly PolicyDocument[];
  /** The secret of a name that a provider's settings give; null where there is none. */
  secret: (name: string) => string | null;
  log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
    error(fields: object, text: string): void;
  };
}

export interface OpenAppointments {
  parts: Parts;
  appointments: Appointments;
  guide: DepartmentsGuide;
  /** Whether messages leave for a telephone, or for the log alone. */
  sendsMessages: boolean;
  /** Its routes, for the web server. */
  plugins: readonly FastifyPluginAsync[];
  /** Begins the work that time brings. Returns how to stop it. */
  keepTime(): () => Promise<void>;
}

const ID_BYTES = 16;

/** Booking, wired. The sample providers are put into a database that has none when it is first asked. */
export async function openAppointments(needs: AppointmentsNeeds): Promise<OpenAppointments> {
  const { config, db, seal, hasher, corpus, documents, log } = needs;
  const now = (): string => instant(needs.now());
  const services = await loadServices(join(corpus, 'services.yaml'), documents);
  const guide = await loadGuide(join(corpus, 'departments.yaml'));
  const catalogue = createCatalogue(db, async () => {
    const samples = await readFile(join(corpus, 'samples/providers.yaml'), 'utf8').catch(() => null);
    if (samples !== null) await seedSamples(db, samples, now());
  });
  const parts: Parts = {
    db,
    seal,
    hasher,
    catalogue,
    services: new Map(services.map((service) => [service.id, service])),
    adapters: adaptersOf(needs),
    now,
    random: (below) => randomInt(below),
    newId: () => randomBytes(ID_BYTES).toString('base64url'),
    pause: (ms) => pause(ms),
  };
  const appointments = createAppointments(parts);
  const plugins = [
    offerRoutes({ appointments, guide }),
    appointmentRoutes(appointments),
    waitingRoutes(appointments),
  ];
  if (config.DESK_TOKEN !== undefined) plugins.push(deskRoutes(createDeskWork(parts), config.DESK_TOKEN));
  return {
    parts,
    appointments,
    guide,
    sendsMessages: sendsSms(config),
    plugins,
    keepTime() {
      return keepAppointments({
        parts,
        sender: lazily(() => senderOf(needs)),
        onError: (error) => log.error({ err: error }, 'work on appointments failed; it is tried again'),
        onOverdue: (count) => log.warn({ count }, 'tasks of the desk are overdue'),
      });
    },
  };
}

/** Adapters of providers elsewhere are loaded when the first of their providers is asked. */
function adaptersOf({ db, seal, hasher, secret, log }: AppointmentsNeeds): AdapterSeats {
  const report: Report = (fault) => log.warn({ fault }, 'a provider is not configured rightly');
  const fhir = once(async () =>
    (await import('./appointments/adapters/fhir/adapter.js')).createFhirAdapter(secret, report),
  );
  const his = once(async () =>
    (await import('./appointments/adapters/his/adapter.js')).createHisAdapter(db, secret, report),
  );
  return {
    local: { within: createLocalAdapter },
    desk: { within: (database) => createDeskAdapter(database, { seal, hasher }) },
    fhir: { remote: perProvider(fhir) },
    his: { remote: perProvider(his) },
  };
}

const sendsSms = (config: AppointmentsNeeds['config']): boolean =>
  config.TWILIO_ACCOUNT_SID !== undefined &&
  config.TWILIO_AUTH_TOKEN !== undefined &&
  config.TWILIO_FROM !== undefined;

/** SMS where an account is configured, else the log. */
async function senderOf({ config, log }: AppointmentsNeeds): Promise<Sender> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_FROM: from } = config;
  if (accountSid === undefined || authToken === undefined || from === undefined)
    return createLogSender((message) => log.info(message, 'message'));
  const { openTwilioSender } = await import('./messages/twilio.js');
  return openTwilioSender({ accountSid, authToken, from });
}

function lazily(open: () => Promise<Sender>): Sender {
  const sender = once(open);
  return {
    send: async (message) => (await sender()).send(message),
    hasLeft: async (message, since) => (await sender()).hasLeft(message, since),
  };
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
