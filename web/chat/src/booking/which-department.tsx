import { type FormEvent, type ReactNode, useState } from 'react';
import { get } from '../api.js';
import { type Advice, departmentsFor } from './api.js';

/** Which department treats what somebody feels; it names departments, never an illness. */
export function WhichDepartment(): ReactNode {
  const [complaint, setComplaint] = useState('');
  const [advice, setAdvice] = useState<Advice | null>(null);
  const [fault, setFault] = useState('');

  async function find(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (complaint.trim() === '') return;
    try {
      setAdvice(await get<Advice>(departmentsFor(complaint.trim())));
      setFault('');
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form className="card" onSubmit={find}>
      <h2>不知道挂什么科？</h2>
      <label className="field">
        说说哪里不舒服
        <input value={complaint} maxLength={200} onChange={({ target }) => setComplaint(target.value)} />
      </label>
      <button type="submit" className="main">
        看看挂什么科
      </button>
      <p role="status">
        {advice !== null &&
          `${advice.departments.length > 0 ? `可以挂：${advice.departments.join('、')}。` : ''}${advice.caution}`}
        {fault}
      </p>
    </form>
  );
}
