import { type FormEvent, type ReactNode, useState } from 'react';
import { back } from '../route.js';
import { newElder } from '../state/elder.js';
import { change, saved, useElder, useStore } from '../state/store.js';
import type { Elder } from '../state/types.js';
import { Screen } from '../ui/screen.js';
import { Erase } from './erase.js';

const COMMON = ['我妈', '我爸', '岳母', '岳父', '婆婆', '公公', '老伴'] as const;

/** The old people whom this telephone asks for, each with an own talk, own facts and own appointments. */
export default function FamilyScreen(): ReactNode {
  const { elders } = useStore(saved);
  const { id } = useElder();
  const [erasing, setErasing] = useState<Elder | null>(null);
  const names = new Set(elders.map(({ name }) => name));

  function choose(chosen: string): void {
    change((held) => ({ ...held, current: chosen }));
    back();
  }

  function add(name: string): void {
    const elder = newElder(name);
    change((held) => ({ ...held, elders: [...held.elders, elder], current: elder.id }));
    back();
  }

  return (
    <Screen title="给哪位老人问">
      <p>每位老人的对话、情况和预约各记各的，互相看不到。</p>
      <ul className="list">
        {elders.map((elder) => (
          <li key={elder.id} className="card elder">
            <button
              type="button"
              className="choice"
              aria-pressed={elder.id === id}
              onClick={() => choose(elder.id)}
            >
              {elder.name}
              {elder.id === id && '（现在问的）'}
              <span className="fine">{elder.place?.name ?? '还没选地方'}</span>
            </button>
            <button type="button" className="plain" onClick={() => setErasing(elder)}>
              清除{elder.name}的信息
            </button>
          </li>
        ))}
      </ul>
      <h2>再加一位</h2>
      <div className="choices">
        {COMMON.filter((name) => !names.has(name)).map((name) => (
          <button type="button" className="choice" key={name} onClick={() => add(name)}>
            {name}
          </button>
        ))}
      </div>
      <OtherName onName={add} />
      {erasing && <Erase elder={erasing} onClose={() => setErasing(null)} />}
    </Screen>
  );
}

function OtherName({ onName }: { onName(name: string): void }): ReactNode {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <label className="field">
        别的称呼（不用写真名）
        <input value={name} maxLength={12} onChange={({ target }) => setName(target.value)} />
      </label>
      <button type="submit" className="main">
        加上
      </button>
    </form>
  );
}
