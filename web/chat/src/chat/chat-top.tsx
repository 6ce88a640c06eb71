import type { ReactNode } from 'react';
import { go } from '../route.js';
import { resized } from '../state/look.js';
import { changeLook, useElder, useLook } from '../state/store.js';
import { Help } from '../ui/help.js';
import { Icon } from '../ui/icon.js';

/** For whom and for which place is asked, how large it is written, and who helps. */
export function ChatTop(): ReactNode {
  const { name, place } = useElder();
  return (
    <header className="top">
      <div className="top-row">
        <h1 className="name">颐问</h1>
        <button
          type="button"
          className="chooser"
          onClick={() => go('family')}
          aria-label={`现在问的是：${name}。换一位老人`}
        >
          <span className="chosen">{name}</span>
          <Icon name="down" />
        </button>
        <Help />
      </div>
      <div className="top-row">
        <button
          type="button"
          className="chooser wide"
          onClick={() => go('place')}
          aria-label={place ? `老人在：${place.name}。换地方` : '选老人在哪里'}
        >
          <Icon name="place" />
          <span className="chosen">{place?.name ?? '老人在哪里'}</span>
        </button>
        <Sizer label="A− 字小一点" mark="A−" by={-1} />
        <Sizer label="A+ 字大一点" mark="A+" by={1} />
      </div>
    </header>
  );
}

/** At the end of the sizes it stays where it is, so that the keyboard does not lose its place. */
function Sizer({ label, mark, by }: { label: string; mark: string; by: 1 | -1 }): ReactNode {
  const look = useLook();
  return (
    <button
      type="button"
      className="sizer"
      aria-label={label}
      aria-disabled={resized(look, by).size === look.size}
      onClick={() => changeLook((old) => resized(old, by))}
    >
      {mark}
    </button>
  );
}
