import type { ReactNode } from 'react';
import { forgetAll } from '../state/memory.js';
import { Screen } from './screen.js';

/** In place of a screen that failed; the talk behind it is untouched. */
export const BrokenScreen = (): ReactNode => (
  <Screen title="这里出了点问题">
    <p>这一页没有打开成。请点“返回”接着问；着急的事请打12345。</p>
  </Screen>
);

/** In place of a page that failed as a whole, as when what it remembered cannot be shown. */
export const BrokenPage = (): ReactNode => (
  <main className="screen">
    <h1>颐问出了点问题</h1>
    <p>请重新打开。着急的事请打12345，急病打120。</p>
    <div className="choices">
      <button type="button" className="main" onClick={() => location.reload()}>
        重新打开
      </button>
      <button
        type="button"
        className="choice"
        onClick={() => {
          forgetAll();
          location.reload();
        }}
      >
        还是不行？清掉这部手机上的记录再打开
      </button>
      <a className="call" href="tel:12345">
        打 12345
      </a>
      <a className="call" href="tel:120">
        打 120
      </a>
    </div>
  </main>
);
