import { type FormEvent, type ReactNode, useState } from 'react';
import { get } from '../api.js';
import { go, type Route } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import { Field } from '../ui/field.js';
import { Load } from '../ui/load.js';
import { Screen } from '../ui/screen.js';
import { appointmentAt, type Booked } from './api.js';
import { Appointment } from './appointment.js';
import { momentOf } from './times.js';
import { Waiting } from './waiting.js';

/** The elder's appointments; with a code, one of them. */
export default function AppointmentsScreen({ route }: { route: Route }): ReactNode {
  const elder = useElder();
  const [code] = route.path;
  const kept = elder.appointments.find((one) => one.code === code);
  if (kept)
    return (
      <Screen title="预约">
        <Load<Booked> path={appointmentAt(kept.code, kept.phone)}>
          {(booked) => <Appointment booked={booked} kept={kept} />}
        </Load>
      </Screen>
    );
  return (
    <Screen title={`${elder.name === '自己' ? '我' : elder.name}的预约`}>
      {elder.appointments.length + elder.waits.length === 0 && <p>这里还没有记着的预约。</p>}
      {elder.waits.map((kept) => (
        <Waiting key={kept.id} kept={kept} />
      ))}
      {elder.appointments.map(({ id, code: one, phone }) => (
        <button type="button" className="card entry" key={id} onClick={() => go(`appointments/${one}`)}>
          <span className="source-title">预约码 {one}</span>
          <Load<Booked> path={appointmentAt(one, phone)}>
            {({ provider, start }) => (
              <span>
                {momentOf(start)} {provider.name}
              </span>
            )}
          </Load>
        </button>
      ))}
      <button type="button" className="main" onClick={() => go('book')}>
        约一个新的
      </button>
      <Find />
    </Screen>
  );
}

/** An appointment made elsewhere, by telephone say, is found by its code and the telephone number. */
function Find(): ReactNode {
  const elder = useElder();
  const [code, setCode] = useState('');
  const [phone, setPhone] = useState('');
  const [fault, setFault] = useState('');

  async function find(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      const { id } = await get<Booked>(appointmentAt(code.trim(), phone.trim()));
      const found = { id, code: code.trim(), phone: phone.trim() };
      changeElder(elder.id, (one) => ({
        ...one,
        appointments: [found, ...one.appointments.filter((kept) => kept.id !== id)],
      }));
      go(`appointments/${found.code}`);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form className="card" onSubmit={find}>
      <h2>在别处约的，用号码查</h2>
      <Field label="六位预约码" name="off" value={code} onChange={setCode} />
      <Field label="约的时候留的电话" name="tel" type="tel" value={phone} onChange={setPhone} />
      <p role="alert">{fault}</p>
      <button type="submit" className="main">
        查一查
      </button>
    </form>
  );
}
