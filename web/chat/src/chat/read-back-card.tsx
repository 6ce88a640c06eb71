import { Card } from '@chatui/core';
import type { ReactNode } from 'react';
import type { ReadBack } from '../../../../src/bot/reply.js';
import { say } from '../talk/talk.js';

interface Props {
  readBack: ReadBack;
  /** It is being read aloud. */
  isRead: boolean;
  /** Whether it is still open: then each line can be said to be wrong. */
  isOpen: boolean;
}

/** What is booked after a yes, a line for each thing. */
export const ReadBackCard = ({ readBack, isRead, isOpen }: Props): ReactNode => (
  <Card className="source" data-read={isRead}>
    <h2>请核对</h2>
    <dl className="lines">
      {readBack.lines.map(({ name, value, change }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {isOpen && change !== undefined && (
            <dd>
              <button type="button" className="plain" aria-label={`改：${name}`} onClick={() => say(change)}>
                改
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  </Card>
);
