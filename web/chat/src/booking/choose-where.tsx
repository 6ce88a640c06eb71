import type { ReactNode } from 'react';
import type { Place, Wish } from '../state/types.js';
import { Load } from '../ui/load.js';
import { type Providers, providersAt } from './api.js';
import { Sample } from './sample.js';
import { WhichDepartment } from './which-department.js';

interface Props {
  place: Place;
  wish: Wish;
  onChoose(where: Pick<Wish, 'provider' | 'department'>): void;
}

/** The hospitals and centres of the place, each with its departments. */
export const ChooseWhere = ({ place, wish, onChoose }: Props): ReactNode => (
  <Load<Providers> path={providersAt(place.adcode, wish.service?.id ?? '')}>
    {({ providers }) =>
      providers.length === 0 ? (
        <p>{place.name}没有能约这一项的机构。请打12345问。</p>
      ) : (
        <>
          {wish.service?.byDepartment && <WhichDepartment />}
          {providers.map(({ departments, ...provider }) => (
            <section className="card" key={provider.id}>
              <h2>{provider.name}</h2>
              <p className="fine">
                {provider.address}
                {provider.phone !== '' && ` · 电话 ${provider.phone}`}
              </p>
              <Sample sample={provider.sample} />
              <div className="choices">
                {departments.map((department) => (
                  <button
                    type="button"
                    className="choice"
                    key={department.id}
                    aria-pressed={department.id === wish.department?.id}
                    onClick={() =>
                      onChoose({
                        provider: {
                          id: provider.id,
                          name: provider.name,
                          phone: provider.phone,
                          sample: provider.sample,
                          needsId: provider.rules.needsId,
                        },
                        department: { id: department.id, name: department.name },
                      })
                    }
                  >
                    {department.name}
                  </button>
                ))}
              </div>
            </section>
          ))}
        </>
      )
    }
  </Load>
);
