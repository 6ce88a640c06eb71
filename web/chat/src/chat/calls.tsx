import type { ReactNode } from 'react';
import type { Action } from '../../../../src/bot/reply.js';
import { Icon } from '../ui/icon.js';

const NAMES: Readonly<Record<string, string>> = {
  110: '报警 110',
  119: '火警 119',
  120: '急救 120',
  12345: '政务热线 12345',
  12393: '医保热线 12393',
  12333: '人社热线 12333',
  96110: '反诈 96110',
};

export function Calls({ actions }: { actions: readonly Action[] }): ReactNode {
  if (actions.length === 0) return null;
  return (
    <div className="calls">
      {actions.map(({ number }) => (
        <a className="call" key={number} href={`tel:${number.replace(/[^\d+*#-]/g, '')}`}>
          <Icon name="phone" />
          {NAMES[number] ?? number}
        </a>
      ))}
    </div>
  );
}
