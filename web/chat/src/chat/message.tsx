import { Avatar } from '@chatui/core';
import type { ReactNode } from 'react';
import { useElder } from '../state/store.js';

interface Props {
  from: 'yiwen' | 'user';
  danger?: boolean;
  children: ReactNode;
}

/**
 * A line of the talk, as WeChat sets it. `@chatui/core` has a `Message`, but it announces each as an alert, old ones
 * too; here the log announces what is new, once.
 */
export function Message({ from, danger = false, children }: Props): ReactNode {
  const { name } = useElder();
  const own = from === 'user';
  return (
    <article className={`Message ${own ? 'right' : 'left'}`} data-danger={danger}>
      <Avatar shape="square">
        <span aria-hidden="true">{own ? name.slice(-1) : '颐'}</span>
        <span className="unseen">{own ? '您说：' : '颐问：'}</span>
      </Avatar>
      <div className="Message-inner">{children}</div>
    </article>
  );
}
