import { type ReactNode, useState } from 'react';
import type { Slot } from '../../../../src/appointments/types.js';
import type { Wish } from '../state/types.js';
import { dayAndWeekday } from '../ui/days.js';
import { Load } from '../ui/load.js';
import { type Slots, slotsOf } from './api.js';
import { Calendar } from './calendar.js';
import { clockOf, dayOf, soonerThan } from './times.js';

interface Props {
  wish: Wish;
  onChoose(slot: NonNullable<Wish['slot']>): void;
  /** Where waiting is no use, as for an appointment that is only moved, it is not offered. */
  onWait: ((between: NonNullable<Wish['waits']>) => void) | null;
}

export function ChooseTime({ wish, onChoose, onWait }: Props): ReactNode {
  const { provider, department, service } = wish;
  return (
    <>
      <p>
        {provider?.name} {department?.name}
      </p>
      <Load<Slots> path={slotsOf(provider?.id ?? '', department?.id ?? '', service?.id ?? '')}>
        {({ slots }) => (
          <>
            {slots.length === 0 ? (
              <p>最近没有号了。{provider?.phone && `也可以打${provider.phone}问。`}</p>
            ) : (
              <Times slots={slots} chosen={wish.slot} onChoose={onChoose} />
            )}
            {onWait && <Wait between={soonerThan(slots[0]?.start, Date.now())} onWait={onWait} />}
          </>
        )}
      </Load>
    </>
  );
}

interface WaitProps {
  between: Wish['waits'] | null;
  onWait: NonNullable<Props['onWait']>;
}

const Wait = ({ between, onWait }: WaitProps): ReactNode =>
  between && (
    <section className="card">
      <h2>想等更早的号？</h2>
      <p>有人退了{dayAndWeekday(dayOf(between.to))}以前的号，就按先后给排队的人留着。</p>
      <button type="button" className="choice" onClick={() => onWait(between)}>
        排队等号
      </button>
    </section>
  );

interface TimesProps {
  slots: readonly Slot[];
  chosen: Wish['slot'];
  onChoose: Props['onChoose'];
}

function Times({ slots, chosen, onChoose }: TimesProps): ReactNode {
  const days = [...new Set(slots.map(({ start }) => dayOf(start)))];
  const [day, setDay] = useState(chosen ? dayOf(chosen.start) : days[0]);
  const ofDay = slots.filter(({ start }) => dayOf(start) === day);
  return (
    <>
      <Calendar days={days} chosen={day} onChoose={setDay} />
      <section className="card" aria-live="polite">
        <h2>{day === undefined ? '' : dayAndWeekday(day)}</h2>
        <div className="choices">
          {ofDay.map(({ id, start, end, remaining }) => (
            <button
              type="button"
              className="choice"
              key={id}
              aria-pressed={id === chosen?.id}
              onClick={() => onChoose({ id, start, end })}
            >
              {clockOf(start)}到{clockOf(end)}
              <span className="fine">{remaining === null ? '要等医院回话' : `还有${remaining}个号`}</span>
            </button>
          ))}
        </div>
      </section>
    </>
  );
}
