import { type FormEvent, type ReactNode, useState } from 'react';
import { back } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import type { Place } from '../state/types.js';
import { Load } from '../ui/load.js';
import { Screen } from '../ui/screen.js';
import { type Found, placesCalled } from './called.js';

/** Where the old person lives: one of the places whose policies are held, or any other, by its name. */
export default function PlaceScreen(): ReactNode {
  const { id, name, place } = useElder();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Place[]>([]);
  const [fault, setFault] = useState('');

  function choose(chosen: Place): void {
    changeElder(id, (elder) => ({ ...elder, place: chosen }));
    back();
  }

  async function find(event: FormEvent): Promise<void> {
    event.preventDefault();
    const sought = words.trim();
    if (sought === '') return;
    try {
      const { places } = await placesCalled(sought);
      setFound(places);
      setFault(places.length === 0 ? `没有认出“${sought}”。请写全名，比如：怀化市鹤城区。` : '');
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  const option = (one: Place): ReactNode => (
    <button
      type="button"
      className="choice"
      key={one.adcode}
      aria-pressed={one.adcode === place?.adcode}
      onClick={() => choose(one)}
    >
      {one.name}
      {!one.covered && '（没有收录这里的文件）'}
    </button>
  );

  return (
    <Screen title="老人在哪里">
      <p>各地规定不一样。{name === '自己' ? '' : `${name}的`}地方由您来选，不会定位您的手机。</p>
      <h2>收录了文件的地方</h2>
      <Load<Found> path="api/places">
        {({ places }) => <div className="choices">{places.map(option)}</div>}
      </Load>
      <h2>别的地方</h2>
      <form onSubmit={find}>
        <label className="field">
          写上市、县、区的名字
          <input value={words} maxLength={60} onChange={({ target }) => setWords(target.value)} />
        </label>
        <button type="submit" className="main">
          找这个地方
        </button>
      </form>
      <p role="status">{fault}</p>
      <div className="choices">{found.map(option)}</div>
    </Screen>
  );
}
