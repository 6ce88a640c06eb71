import { type ReactNode, useState } from 'react';
import type { WaitingEntry } from '../../../../src/appointments/types.js';
import { arrive } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import type { Waiting as Kept } from '../state/types.js';
import { Dialog } from '../ui/dialog.js';
import { useLoaded } from '../ui/use-loaded.js';
import { acceptOffer, leaveWaiting, waitingAt } from './api.js';
import { keep } from './carry-out.js';
import { momentOf } from './times.js';

const STATUS: Readonly<Record<WaitingEntry['status'], string>> = {
  waiting: '正在排队，还没有人退号。有了会在这里给您留一个小时，请常来看看。',
  offered: '有号了，先给您留着',
  booked: '已经约上了。',
  left: '已经不排了。',
  over: '没有等到号。',
};

/** A place in the waiting list: what was offered, and what can be done with it. */
export function Waiting({ kept }: { kept: Kept }): ReactNode {
  const elder = useElder();
  const [loaded, again] = useLoaded<WaitingEntry>(waitingAt(kept.id));
  const [fault, setFault] = useState('');
  const [leaving, setLeaving] = useState(false);
  const entry = loaded.state === 'there' ? loaded.value : null;
  const offer = entry?.offer ?? null;
  const open = entry?.status === 'waiting' || entry?.status === 'offered';

  const forget = (): void =>
    changeElder(elder.id, (one) => ({ ...one, waits: one.waits.filter(({ id }) => id !== kept.id) }));

  async function attempt(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      again();
    }
  }
  const accept = (): Promise<void> =>
    attempt(async () => {
      const booked = await acceptOffer(kept.id);
      forget();
      arrive(keep(elder.id, booked, kept.phone));
    });
  const leave = (): Promise<void> =>
    attempt(async () => {
      setLeaving(false);
      await leaveWaiting(kept.id);
      forget();
    });

  return (
    <section className="card" aria-label={`排队：${kept.service}`}>
      <p className="source-title">
        {kept.service}，{kept.where}
      </p>
      <p className="fine">等{momentOf(kept.until)}以前的号</p>
      <div aria-live="polite">
        <p>{loaded.state === 'failed' ? loaded.why : entry === null ? '正在打开……' : STATUS[entry.status]}</p>
        {offer && (
          <p className="source-title">
            {momentOf(offer.slot.start)}，留到{momentOf(offer.until)}
          </p>
        )}
      </div>
      <p role="alert">{fault}</p>
      <div className="choices">
        {offer && (
          <button type="button" className="main" onClick={accept}>
            要这个号
          </button>
        )}
        {!offer && (open || loaded.state === 'failed') && (
          <button type="button" className="choice" onClick={again}>
            再看看有号没有
          </button>
        )}
        {open && (
          <button type="button" className="choice" onClick={() => setLeaving(true)}>
            不排了
          </button>
        )}
        {entry !== null && !open && (
          <button type="button" className="choice" onClick={forget}>
            知道了，不用再记着
          </button>
        )}
      </div>
      {leaving && (
        <Dialog title="不排了？" onClose={() => setLeaving(false)}>
          <p>不排了，排到的先后就没有了；再排要从头排。</p>
          <div className="choices">
            <button type="button" className="choice" onClick={() => setLeaving(false)}>
              接着排
            </button>
            <button type="button" className="main danger" onClick={leave}>
              不排了
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
