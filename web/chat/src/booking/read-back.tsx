import { type ReactNode, useState } from 'react';
import { arrive, go } from '../route.js';
import { newId } from '../state/elder.js';
import { changeElder, useElder } from '../state/store.js';
import type { Wish } from '../state/types.js';
import { book, move, orderOf } from './api.js';
import { momentOf } from './times.js';

interface Line {
  name: string;
  value: string;
  /** The step that changes it; none while an appointment is only moved. */
  step?: string;
}

function linesOf({
  service,
  provider,
  department,
  slot,
  patient,
  bookedBy,
  needs = [],
  moves,
}: Wish): Line[] {
  const when = { name: '时间', value: slot ? momentOf(slot.start) : '', step: 'when' };
  const where = `${provider?.name ?? ''} ${department?.name ?? ''}`;
  if (moves)
    return [
      { name: '原来的预约号', value: moves.code },
      { name: '去哪里', value: where },
      { ...when, name: '改到' },
    ];
  return [
    { name: '约什么', value: service?.name ?? '', step: 'service' },
    { name: '去哪里', value: where, step: 'where' },
    when,
    { name: '老人', value: `${patient?.name ?? ''} ${patient?.phone ?? ''}`, step: 'who' },
    ...(bookedBy
      ? [{ name: '谁来约', value: `${bookedBy.name}（${bookedBy.relation}）${bookedBy.phone}`, step: 'who' }]
      : []),
    { name: '要帮的忙', value: needs.join('、') || '没有', step: 'who' },
  ];
}

/** All of it, read back: nothing is booked before the yes. */
export function ReadBack({ wish, idNumber }: { wish: Wish; idNumber: string }): ReactNode {
  const elder = useElder();
  const [fault, setFault] = useState('');
  const [isAsking, setAsking] = useState(false);

  async function confirm(): Promise<void> {
    const order = orderOf(wish);
    const { moves, slot, key = newId() } = wish;
    if (isAsking || slot === undefined) return;
    changeElder(elder.id, (one) => ({ ...one, wish: { ...one.wish, key } }));
    setAsking(true);
    setFault('');
    try {
      const booked = moves
        ? await move(moves, slot.id, key)
        : order &&
          (await book({ ...order, patient: { ...order.patient, ...(idNumber ? { idNumber } : {}) } }, key));
      if (booked === null) return;
      const phone = moves?.phone ?? wish.patient?.phone ?? '';
      const { id, code } = booked;
      changeElder(elder.id, (one) => ({
        ...one,
        wish: {},
        appointments: [
          { id, code, phone },
          ...one.appointments.filter((kept) => kept.id !== moves?.id && kept.id !== id),
        ],
      }));
      arrive(`appointments/${code}`);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    } finally {
      setAsking(false);
    }
  }

  return (
    <>
      <dl className="card lines">
        {linesOf(wish).map(({ name, value, step }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            {step && (
              <dd>
                <button
                  type="button"
                  className="plain"
                  aria-label={`改：${name}`}
                  onClick={() => go(`book/${step}`)}
                >
                  改
                </button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <p>都对吗？点了“对，约上”才算约。约上以后十分钟里还能撤销。</p>
      <p role="alert">{fault}</p>
      <button type="button" className="main" aria-disabled={isAsking} onClick={confirm}>
        {isAsking ? '正在约，请等一等……' : wish.moves ? '对，改到这个时间' : '对，约上'}
      </button>
      {fault !== '' && (
        <button type="button" className="choice" onClick={() => go('book/when')}>
          换个时间
        </button>
      )}
    </>
  );
}
