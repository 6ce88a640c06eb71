import type { ReactNode } from 'react';
import type { Grant } from '../../../../src/appointments/types.js';
import { clauseRoute, go } from '../route.js';
import type { Place, Wish } from '../state/types.js';
import { Load } from '../ui/load.js';
import { type Services, servicesAt } from './api.js';

const FORCES: Readonly<Record<Grant['force'], string>> = {
  entitlement: '政策规定要给',
  duty: '政策要求医疗机构办',
  target: '政策定的目标',
  encouragement: '政策鼓励，不是一定有',
};

interface Props {
  place: Place;
  onChoose(service: NonNullable<Wish['service']>): void;
}

/** What can be booked in the place, with the clause that grants it. */
export const ChooseService = ({ place, onChoose }: Props): ReactNode => (
  <Load<Services> path={servicesAt(place.adcode)}>
    {({ services }) => {
      const bookable = services.filter((service) => service.bookable);
      if (bookable.length === 0)
        return <p>{place.name}现在没有能在这里约的。请打12345，或者直接打医院的电话。</p>;
      return bookable.map(({ id, name, about, byDepartment, grants: [grant], note }) => (
        <section className="card" key={id}>
          <h2>{name}</h2>
          <p>{about}</p>
          {grant ? (
            <button
              type="button"
              className="plain clause-plain"
              onClick={() => go(clauseRoute(grant.documentId, grant.clauseId, [grant.quote]))}
            >
              {grant.region.name}：{FORCES[grant.force]}，看原文
            </button>
          ) : (
            <p className="fine">{note}</p>
          )}
          <button type="button" className="main" onClick={() => onChoose({ id, name, byDepartment })}>
            约{name}
          </button>
        </section>
      ));
    }}
  </Load>
);
