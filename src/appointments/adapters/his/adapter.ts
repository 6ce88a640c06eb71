import type { Database } from '../../../store/database.js';
import { countSeats, freeSeats, keepSeat } from '../../../store/registrations.js';
import type { Adapter, ProviderRecord } from '../../port.js';
import { openedOnce, perProvider, type Report, type Secrets } from '../remote.js';
import { book, cancel, lookup } from './book.js';
import { openPlatform, type Platform } from './platform.js';
import { daysOf, findSession, listSessions, type Session } from './schedules.js';
import { hisSettingsOf } from './settings.js';

/**
 * Providers with the JSON interface of the registration platforms (`order/submitOrder`, `order/updateCancelStatus`),
 * signed. The platform knows no holds: ours are kept in our own database, from our other callers; somebody at its own
 * counter may still be quicker, which booking then says. `db` also has what was sent, before it is.
 */
export function createHisAdapter(db: Database, secrets: Secrets, report: Report): Adapter {
  const opened = openedOnce(
    (provider) => platformAdapter(db, openPlatform(hisSettingsOf(provider), secrets)),
    report,
  );
  return perProvider(async (provider) => opened(provider));
}

function platformAdapter(db: Database, platform: Platform): Adapter {
  const slotId = (provider: ProviderRecord, { slot }: Session): string => `${provider.id}:${slot.ref}`;

  return {
    async slots({ provider, departments, from, to, green, limit, now }) {
      const days = daysOf({ from, to });
      const sessions: Session[] = [];
      for (const { id } of departments) {
        const listed = await listSessions(platform, { departmentId: id, green, ...days, now });
        if (listed.outcome !== 'found') return listed;
        sessions.push(...listed.sessions.filter(({ slot }) => slot.start >= from && slot.start < to));
      }
      const kept = await countSeats(
        db,
        sessions.map((session) => slotId(provider, session)),
        now,
      );
      const open = sessions
        .map((session) => ({
          ...session.slot,
          remaining: session.left - (kept.get(slotId(provider, session)) ?? 0),
        }))
        .filter(({ remaining }) => remaining > 0)
        .sort((a, b) => a.start.localeCompare(b.start) || a.ref.localeCompare(b.ref));
      return { outcome: 'found', slots: open.slice(0, limit) };
    },

    async slot({ provider, ref, now }) {
      const session = await findSession(platform, { ref, green: true, now });
      if (session === 'unreachable') return { outcome: 'unreachable' };
      if (session === null) return { outcome: 'absent' };
      const id = slotId(provider, session);
      const kept = (await countSeats(db, [id], now)).get(id) ?? 0;
      const slot = { ...session.slot, remaining: Math.max(0, session.left - kept) };
      return { outcome: 'found', slot, withdrawn: session.withdrawn };
    },

    async hold({ provider, slot, reference, green, until, now }) {
      const session = await findSession(platform, { ref: slot.ref, green, now });
      if (session === 'unreachable') return { outcome: 'unreachable' };
      if (session?.withdrawn) return { outcome: 'withdrawn' };
      if (session === null) return { outcome: 'taken' };
      const seat = { slotId: slotId(provider, session), holder: reference, until, now, left: session.left };
      return (await keepSeat(db, seat))
        ? { outcome: 'held', until, externalRef: null }
        : { outcome: 'taken' };
    },

    async release({ reference }) {
      await freeSeats(db, [reference]);
      return { outcome: 'released' };
    },

    book: (request) => book(db, platform, request),
    cancel: (request) => cancel(db, platform, request),
    lookup: (request) => lookup(db, platform, request),
  };
}
