import { type ReactNode, useState } from 'react';
import { go, type Route } from '../route.js';
import { changeElder, useElder } from '../state/store.js';
import type { Wish } from '../state/types.js';
import { Screen } from '../ui/screen.js';
import { ChooseService } from './choose-service.js';
import { ChooseTime } from './choose-time.js';
import { ChooseWhere } from './choose-where.js';
import { ReadBack } from './read-back.js';
import { Sample } from './sample.js';
import { Who } from './who.js';

const TITLES = {
  service: '约什么',
  where: '去哪里',
  when: '什么时候',
  who: '给谁约',
  check: '核对一遍',
} as const;
type Step = keyof typeof TITLES;
const isStep = (name: string): name is Step => Object.keys(TITLES).includes(name);

/** The first thing that is not chosen yet, or the step that was gone back to. */
function stepOf(asked: string, { service, department, slot, waits, patient, moves }: Wish): Step {
  const open: Step =
    service === undefined
      ? 'service'
      : department === undefined
        ? 'where'
        : slot === undefined && waits === undefined
          ? 'when'
          : patient === undefined && moves === undefined
            ? 'who'
            : 'check';
  const order = Object.keys(TITLES);
  return isStep(asked) && order.indexOf(asked) <= order.indexOf(open) ? asked : open;
}

/** A booking, one thing at a time; each can be gone back to until it is confirmed. */
export default function BookScreen({ route }: { route: Route }): ReactNode {
  const { id, place, wish } = useElder();
  // An ID number is told again after a reload: it is not written down here.
  const [idNumber, setIdNumber] = useState('');
  const step = stepOf(route.path[0] ?? '', wish);
  const want = (part: Partial<Wish>, next: Step): void => {
    changeElder(id, ({ wish: { key: _, ...before }, ...elder }) => ({
      ...elder,
      wish: { ...before, ...part },
    }));
    go(`book/${next}`);
  };

  if (place === null)
    return (
      <Screen title="约看病">
        <p>先选老人在哪里，才知道能约哪些地方。</p>
        <button type="button" className="main" onClick={() => go('place')}>
          选老人在哪里
        </button>
      </Screen>
    );
  return (
    <Screen title={TITLES[step]}>
      <Sample sample={wish.provider?.sample ?? false} />
      {step === 'service' && (
        <ChooseService
          place={place}
          onChoose={(service) => want({ service, ...NOTHING_AFTER_SERVICE }, 'where')}
        />
      )}
      {step === 'where' && (
        <ChooseWhere place={place} wish={wish} onChoose={(where) => want({ ...where, ...NO_TIME }, 'when')} />
      )}
      {step === 'when' && (
        <ChooseTime
          wish={wish}
          onChoose={(slot) => want({ ...NO_TIME, slot }, wish.moves ? 'check' : 'who')}
          onWait={wish.moves ? null : (waits) => want({ ...NO_TIME, waits }, 'who')}
        />
      )}
      {step === 'who' && (
        <Who
          wish={wish}
          idNumber={idNumber}
          onIdNumber={setIdNumber}
          onTell={(people) => want(people, 'check')}
        />
      )}
      {step === 'check' && <ReadBack wish={wish} idNumber={idNumber} />}
    </Screen>
  );
}

const NO_TIME = { slot: undefined, waits: undefined };
const NOTHING_AFTER_SERVICE = { provider: undefined, department: undefined, ...NO_TIME };
