import { type ReactNode, useEffect, useState } from 'react';
import { post } from '../api.js';
import { go, type Route } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import type { Place, Told } from '../state/types.js';
import { Screen } from '../ui/screen.js';
import { Asking } from './asking.js';
import { factsOf } from './facts.js';
import { Result } from './result.js';
import type { Assessed } from './types.js';

/** What somebody is entitled to: one question at a time, and the result as a table, at any time. */
export default function AssessScreen({ route }: { route: Route }): ReactNode {
  const { place } = useElder();
  const showsResult = route.path[0] === 'result';
  return (
    <Screen title={showsResult ? '能享受什么' : '算一算能享受什么'}>
      {place === null ? (
        <>
          <p>各地规定不一样，先选老人在哪里。</p>
          <button type="button" className="main" onClick={() => go('place')}>
            选老人在哪里
          </button>
        </>
      ) : (
        <Assess place={place} showsResult={showsResult} />
      )}
    </Screen>
  );
}

function Assess({ place, showsResult }: { place: Place; showsResult: boolean }): ReactNode {
  const { id, told } = useElder();
  const [assessed, setAssessed] = useState<Assessed | null>(null);
  const [fault, setFault] = useState('');
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let wanted = true;
    post<Assessed>('api/benefits/assess', { region: place.adcode, ...factsOf(told) }).then(
      (answer) => {
        if (!wanted) return;
        setFault('');
        setAssessed(answer);
      },
      (error: unknown) => wanted && setFault(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [place.adcode, told, tries]);

  const tell = (one: Told): void => changeElder(id, (elder) => ({ ...elder, told: [...elder.told, one] }));
  /** Takes an answer back, and with it those that came after: they may have been asked because of it. */
  const takeBack = (at: number): void =>
    changeElder(id, (elder) => ({ ...elder, told: elder.told.slice(0, at) }));

  if (fault !== '')
    return (
      <div role="alert">
        <p>{fault}</p>
        <button type="button" className="choice" onClick={() => setTries(tries + 1)}>
          再试一次
        </button>
      </div>
    );
  if (assessed === null) return <p role="status">正在查……</p>;
  if (showsResult) return <Result assessed={assessed} place={place} told={told} />;
  return <Asking key={told.length} assessed={assessed} told={told} onTold={tell} onTakeBack={takeBack} />;
}
