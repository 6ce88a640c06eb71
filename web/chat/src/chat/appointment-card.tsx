import { Card } from '@chatui/core';
import type { ReactNode } from 'react';
import type { Spoken } from '../../../../src/bot/reply.js';
import { go } from '../route.js';
import { grouped } from '../ui/grouped.js';

/** The appointment that was spoken of: the number large, and the way to all that can be done with it. */
export const AppointmentCard = ({ appointment: { code } }: { appointment: Spoken }): ReactNode => (
  <Card className="source">
    <p>预约码</p>
    <p className="code">{grouped(code)}</p>
    <button type="button" className="clause-link" onClick={() => go(`appointments/${code}`)}>
      <span>记日历、改时间、撤销</span>
      <span className="link">看预约</span>
    </button>
  </Card>
);
