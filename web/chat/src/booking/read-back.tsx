import { type ReactNode, useState } from 'react';
import { arrive, go } from '../route.js';
import { newId } from '../state/elder.js';
import { changeElder, useElder } from '../state/store.js';
import type { Wish } from '../state/types.js';
import { carryOut } from './carry-out.js';
import { linesOf } from './lines.js';

/** All of it, read back: nothing is booked before the yes. */
export function ReadBack({ wish, idNumber }: { wish: Wish; idNumber: string }): ReactNode {
  const elder = useElder();
  const [fault, setFault] = useState('');
  const [isAsking, setAsking] = useState(false);

  async function confirm(): Promise<void> {
    if (isAsking) return;
    const { key = newId() } = wish;
    changeElder(elder.id, (one) => ({ ...one, wish: { ...one.wish, key } }));
    setAsking(true);
    setFault('');
    try {
      arrive(await carryOut(elder.id, wish, idNumber, key));
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
      <p>
        {wish.waits
          ? '都对吗？有人退了号，会给您留一个小时，到“我的预约”里点了才算约。'
          : '都对吗？点了“对，约上”才算约。约上以后十分钟里还能撤销。'}
      </p>
      <p role="alert">{fault}</p>
      <button type="button" className="main" aria-disabled={isAsking} onClick={confirm}>
        {isAsking
          ? '正在约，请等一等……'
          : wish.moves
            ? '对，改到这个时间'
            : wish.waits
              ? '对，排队'
              : '对，约上'}
      </button>
      {fault !== '' && (
        <button type="button" className="choice" onClick={() => go('book/when')}>
          换个时间
        </button>
      )}
    </>
  );
}
