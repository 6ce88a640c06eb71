import { type FormEvent, type ReactNode, useState } from 'react';
import { NEEDS } from '../../../../src/appointments/service.js';
import { useElder } from '../state/store.js';
import type { Wish } from '../state/types.js';
import { Field } from '../ui/field.js';
import { BirthDate } from './birth-date.js';

interface Props {
  wish: Wish;
  idNumber: string;
  onIdNumber(idNumber: string): void;
  onTell(people: Pick<Wish, 'patient' | 'bookedBy' | 'needs'>): void;
}

/** Who comes, who books for them, and what they need on the day. */
export function Who({ wish, idNumber, onIdNumber, onTell }: Props): ReactNode {
  const elder = useElder();
  const forOther = elder.name !== '自己';
  const [patient, setPatient] = useState(wish.patient ?? { name: '', phone: '' });
  const [booker, setBooker] = useState(wish.bookedBy ?? { name: '', phone: '', relation: '' });
  const [needs, setNeeds] = useState<readonly string[]>(wish.needs ?? []);
  const [books, setBooks] = useState(forOther || wish.bookedBy !== undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { birthDate, ...known } = patient;
    onTell({
      patient: birthDate ? { ...known, birthDate } : known,
      bookedBy: books ? booker : undefined,
      needs,
    });
  }

  return (
    <form className="people" onSubmit={submit}>
      <fieldset className="card">
        <legend>看病的老人</legend>
        <Field
          label="姓名"
          name="name"
          value={patient.name}
          onChange={(name) => setPatient({ ...patient, name })}
        />
        <Field
          label="电话（手机，或者带区号的座机）"
          name="tel"
          type="tel"
          value={patient.phone}
          onChange={(phone) => setPatient({ ...patient, phone })}
        />
        <BirthDate
          required={wish.service?.id === 'green-channel'}
          value={patient.birthDate ?? ''}
          onChange={(birthDate) => setPatient({ ...patient, birthDate })}
        />
        {wish.provider?.needsId && (
          <Field
            label="身份证号（只用来挂号，不会记在手机上）"
            name="off"
            value={idNumber}
            onChange={onIdNumber}
          />
        )}
      </fieldset>
      <label className="tick">
        <input type="checkbox" checked={books} onChange={({ target }) => setBooks(target.checked)} />
        我是替老人约的
      </label>
      {books && (
        <fieldset className="card">
          <legend>您自己</legend>
          <Field
            label="您的姓名"
            name="name"
            value={booker.name}
            onChange={(name) => setBooker({ ...booker, name })}
          />
          <Field
            label="您的电话"
            name="tel"
            type="tel"
            value={booker.phone}
            onChange={(phone) => setBooker({ ...booker, phone })}
          />
          <Field
            label="您是老人的什么人，比如女儿、社区工作人员"
            name="off"
            value={booker.relation}
            onChange={(relation) => setBooker({ ...booker, relation })}
          />
        </fieldset>
      )}
      <fieldset className="card">
        <legend>到时候要帮什么忙（不选也行）</legend>
        <div className="choices">
          {NEEDS.map((need) => (
            <button
              type="button"
              className="choice"
              key={need}
              aria-pressed={needs.includes(need)}
              onClick={() =>
                setNeeds(needs.includes(need) ? needs.filter((one) => one !== need) : [...needs, need])
              }
            >
              {need}
            </button>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="main">
        下一步：核对
      </button>
    </form>
  );
}
