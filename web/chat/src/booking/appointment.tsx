import { type ReactNode, useState } from 'react';
import { go } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import type { Kept } from '../state/types.js';
import { Dialog } from '../ui/dialog.js';
import { grouped } from '../ui/grouped.js';
import { type Booked, calendarAt, cancel, undo } from './api.js';
import { Sample } from './sample.js';
import { momentOf } from './times.js';

const STATUS: Readonly<Record<Booked['status'], string>> = {
  pending: '正在人工安排，定了会告诉您',
  booked: '约好了',
  unconfirmed: '医院还没有回话，约没约上还不知道；有结果会告诉您',
  cancelled: '已经取消',
  fulfilled: '已经看过了',
  noshow: '没有去',
};

const LIVE: ReadonlySet<Booked['status']> = new Set(['pending', 'booked', 'unconfirmed']);

/** One appointment: the number large, and all that can still be done with it. */
export function Appointment({ booked: loaded, kept }: { booked: Booked; kept: Kept }): ReactNode {
  const elder = useElder();
  const [booked, setBooked] = useState(loaded);
  const [fault, setFault] = useState('');
  const [cancelling, setCancelling] = useState(false);
  const { id, code, status, provider, department, service, start, end, undoUntil, fetch: take } = booked;
  const isLive = LIVE.has(status);

  async function change(how: (id: string) => Promise<Booked>): Promise<void> {
    setCancelling(false);
    try {
      const now = await how(id);
      setBooked(now);
      setFault('');
      changeElder(elder.id, (one) => ({
        ...one,
        appointments: one.appointments.map((each) =>
          each.id === kept.id ? { ...each, id: now.id, code: now.code } : each,
        ),
      }));
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  function moveTo(): void {
    const { id: providerId, name, phone, sample } = provider;
    changeElder(elder.id, (one) => ({
      ...one,
      wish: {
        service,
        provider: { id: providerId, name, phone, sample, needsId: false },
        department,
        moves: { ...kept, id, code },
      },
    }));
    go('book/when');
  }

  return (
    <>
      <Sample sample={provider.sample} />
      <section className="card" aria-live="polite">
        <p>预约码</p>
        <p className="code">{grouped(code)}</p>
        <p className="source-title">{STATUS[status]}</p>
        <p>{service.name}</p>
        <p>{momentOf(start)}</p>
        <p>
          {provider.name} {department.name}
        </p>
        <p className="fine">{provider.address}</p>
        {isLive && take.by !== null && (
          <p>
            {momentOf(take.by)}以前{take.place === null ? '' : `到${take.place}`}取号。
          </p>
        )}
      </section>
      <p role="alert">{fault}</p>
      {undoUntil !== null && (
        <button type="button" className="choice" onClick={() => change(undo)}>
          刚才弄错了，撤销
          <span className="fine">{momentOf(undoUntil).replace(/^.* /, '')}以前都能撤销</span>
        </button>
      )}
      {isLive && (
        <>
          <a className="main" href={calendarAt(code, kept.phone)} download={`预约${code}.ics`}>
            记到手机日历
          </a>
          <button type="button" className="choice" onClick={moveTo}>
            改时间
          </button>
          <button type="button" className="choice" onClick={() => setCancelling(true)}>
            不去了，取消
          </button>
        </>
      )}
      {provider.phone !== '' && (
        <a className="choice" href={`tel:${provider.phone.replace(/[^\d+]/g, '')}`}>
          给医院打电话 {provider.phone}
        </a>
      )}
      {cancelling && (
        <Dialog title="取消这个预约？" onClose={() => setCancelling(false)}>
          <p>
            {momentOf(start)}到{end.slice(11, 16)}，{provider.name} {department.name}。
          </p>
          <div className="choices">
            <button type="button" className="choice" onClick={() => setCancelling(false)}>
              不取消
            </button>
            <button type="button" className="main danger" onClick={() => change(cancel)}>
              取消预约
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
