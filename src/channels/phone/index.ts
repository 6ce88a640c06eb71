import type { FastifyPluginAsync } from 'fastify';
import { relayRoute } from './relay-route.js';
import { phoneRoutes } from './routes.js';
import { createSignatures } from './signature.js';
import { createSwitchboard, type SwitchboardParts } from './switchboard.js';

export type { CallBack, Office } from './office.js';
export type { CallBook, SwitchboardParts } from './switchboard.js';
export type { Mend, Mended } from './turn.js';

export interface PhoneParts extends SwitchboardParts {
  /** Twilio's auth token: what every webhook and upgrade is signed with. */
  token: string;
}

/** A socket hears its first words sooner than a webhook is answered. */
const RELAY_PATIENCE_MS = 200;

/** The telephone: its webhooks and its socket, as a plugin for the web server. */
export function phoneChannel(parts: PhoneParts): FastifyPluginAsync {
  const switchboard = createSwitchboard(parts);
  const signatures = createSignatures(parts.token, parts.line.base);
  return async (app) => {
    await app.register(
      phoneRoutes({ switchboard, signatures, base: parts.line.base, deskNow: parts.office.deskNow }),
    );
    await app.register(
      relayRoute({
        switchboard,
        signatures,
        sockets: parts.limits.calls,
        dialogue: { ...parts, patienceMs: RELAY_PATIENCE_MS },
      }),
    );
  };
}
