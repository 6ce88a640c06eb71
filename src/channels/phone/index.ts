import type { FastifyPluginAsync } from 'fastify';
import { phoneRoutes } from './routes.js';
import { createSignatures } from './signature.js';
import { createSwitchboard, type SwitchboardParts } from './switchboard.js';

export type { Call, Pace } from './call.js';
export { deskIsOpen, type Hours } from './desk-hours.js';
export type { CallBack, Office } from './office.js';
export type { CallBook, SwitchboardParts } from './switchboard.js';

export interface PhoneParts extends SwitchboardParts {
  /** Twilio's auth token: what every webhook is signed with. */
  token: string;
}

/** The telephone: its webhooks, as a plugin for the web server. */
export function phoneChannel(parts: PhoneParts): FastifyPluginAsync {
  return phoneRoutes({
    switchboard: createSwitchboard(parts),
    signatures: createSignatures(parts.token, parts.line.base),
    base: parts.line.base,
    deskNow: parts.office.deskNow,
  });
}
