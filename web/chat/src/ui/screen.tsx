import { type ReactNode, useEffect, useRef } from 'react';
import { back } from '../route.js';
import { Help } from './help.js';
import { Icon } from './icon.js';

/** A screen beside the talk, with its way back. */
export function Screen({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="page">
      <header className="top">
        <div className="top-row">
          <button type="button" className="back" onClick={back}>
            <Icon name="back" />
            返回
          </button>
          <Help />
        </div>
      </header>
      <main className="screen">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  );
}
