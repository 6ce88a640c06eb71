import type { ReactNode } from 'react';
import { go } from '../route.js';
import { say } from '../talk/talk.js';

/** A person and the ambulance, in the same place on every screen. */
export function Help(): ReactNode {
  const askForPerson = (): void => {
    go('');
    say('我要找人工');
  };
  return (
    <div className="helps">
      <button type="button" className="help" onClick={askForPerson}>
        人工
      </button>
      <a className="help danger" href="tel:120" aria-label="打急救电话 120">
        120
      </a>
    </div>
  );
}
