import { type AppointmentResource, appointmentResource, spanOf } from './resources.js';
import type { FhirServer, Reading } from './server.js';
import { type FhirSettings, sourcesOf } from './settings.js';
import { isSame, type Place, placeOf } from './slots.js';

/** What `$find` (ITI-115) proposes: places that start from `from` to before `to`, each with its department. */
export async function findProposals(
  server: FhirServer,
  settings: FhirSettings,
  asked: {
    departmentIds: readonly string[];
    green: boolean;
    from: string;
    to: string;
  },
): Promise<Reading<readonly { place: Place; proposal: AppointmentResource }[]>> {
  const found: { place: Place; proposal: AppointmentResource }[] = [];
  for (const departmentId of asked.departmentIds) {
    for (const location of sourcesOf(settings, departmentId, 'locations', asked.green)) {
      const answer = await server.find(
        [
          { name: 'start', valueDateTime: asked.from },
          { name: 'end', valueDateTime: asked.to },
          { name: 'location-reference', valueReference: { reference: location } },
        ],
        appointmentResource,
      );
      if (answer.outcome !== 'ok') return { outcome: 'unreachable' };
      for (const proposal of answer.value) {
        const span = spanOf(proposal);
        if (span !== null) found.push({ place: { departmentId, ...span }, proposal });
      }
    }
  }
  return { outcome: 'ok', value: found };
}

/** Those of one slot of the port; absent for a name that is none of ours. */
export async function proposalsOf(
  server: FhirServer,
  settings: FhirSettings,
  ref: string,
  green: boolean,
): Promise<Reading<readonly AppointmentResource[]>> {
  const place = placeOf(ref);
  if (place === null) return { outcome: 'absent' };
  const departmentIds = [place.departmentId];
  const found = await findProposals(server, settings, {
    departmentIds,
    green,
    from: place.start,
    to: place.end,
  });
  if (found.outcome !== 'ok') return found;
  return {
    outcome: 'ok',
    value: found.value.filter((other) => isSame(other.place, place)).map(({ proposal }) => proposal),
  };
}
