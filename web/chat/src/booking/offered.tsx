import type { ReactNode } from 'react';
import type { WaitingEntry } from '../../../../src/appointments/types.js';
import { go } from '../route.js';
import { useElder } from '../state/store.js';
import { useLoaded } from '../ui/use-loaded.js';
import { waitingAt } from './api.js';
import { momentOf } from './times.js';

/** Tells in the talk of places that came free for the elder. */
export default function Offered(): ReactNode {
  const { waits } = useElder();
  return (
    <div role="status">
      {waits.map(({ id }) => (
        <Offer key={id} id={id} />
      ))}
    </div>
  );
}

function Offer({ id }: { id: string }): ReactNode {
  const [loaded] = useLoaded<WaitingEntry>(waitingAt(id));
  const offer = loaded.state === 'there' ? loaded.value.offer : null;
  return (
    offer && (
      <div className="notice">
        您排的号有了，给您留到{momentOf(offer.until)}。
        <button type="button" className="plain" onClick={() => go('appointments')}>
          去看看
        </button>
      </div>
    )
  );
}
