import type { ReactNode } from 'react';
import { go } from '../route.js';
import { Icon, type IconName } from '../ui/icon.js';

const ITEMS: readonly { screen: string; icon: IconName; name: string }[] = [
  { screen: 'assess', icon: 'list', name: '算待遇' },
  { screen: 'book', icon: 'calendar', name: '约看病' },
  { screen: 'appointments', icon: 'ticket', name: '我的预约' },
  { screen: 'place', icon: 'place', name: '换地方' },
  { screen: 'family', icon: 'people', name: '换老人' },
  { screen: 'documents', icon: 'document', name: '看文件' },
  { screen: 'settings', icon: 'settings', name: '设置' },
];

/** What else can be done, behind the plus of the input bar. */
export const Menu = ({ onClose }: { onClose(): void }): ReactNode => (
  <nav className="menu" aria-label="更多">
    {ITEMS.map(({ screen, icon, name }) => (
      <button
        type="button"
        key={screen}
        onClick={() => {
          onClose();
          go(screen);
        }}
      >
        <Icon name={icon} />
        {name}
      </button>
    ))}
  </nav>
);
