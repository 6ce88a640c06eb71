import { type ReactNode, useState } from 'react';
import { Erase } from '../family/erase.js';
import { elderly, resized } from '../state/look.js';
import { changeLook, useElder, useLook } from '../state/store.js';
import type { Theme } from '../state/types.js';
import { Screen } from '../ui/screen.js';

const THEMES: readonly [Theme, string][] = [
  ['auto', '跟着手机'],
  ['light', '白天'],
  ['dark', '夜间'],
];

export default function SettingsScreen(): ReactNode {
  const look = useLook();
  const elder = useElder();
  const [erasing, setErasing] = useState(false);
  return (
    <Screen title="设置">
      <h2>长辈版</h2>
      <button
        type="button"
        className="choice"
        aria-pressed={look.elderly}
        onClick={() => changeLook((old) => elderly(old, !old.elderly))}
      >
        {look.elderly ? '正在用长辈版，点一下换回普通版' : '换成长辈版：字大、按钮大'}
      </button>
      <h2>字的大小</h2>
      <div className="choices">
        <button type="button" className="choice" onClick={() => changeLook((old) => resized(old, -1))}>
          小一点
        </button>
        <button type="button" className="choice" onClick={() => changeLook((old) => resized(old, 1))}>
          大一点
        </button>
      </div>
      <h2>明暗</h2>
      <div className="choices">
        {THEMES.map(([theme, name]) => (
          <button
            type="button"
            className="choice"
            key={theme}
            aria-pressed={look.theme === theme}
            onClick={() => changeLook((old) => ({ ...old, theme }))}
          >
            {name}
          </button>
        ))}
      </div>
      <h2>{elder.name}的信息</h2>
      <p>对话记在这部手机上和服务器上。服务器上的加了密，过期自动删。</p>
      <button type="button" className="choice" onClick={() => setErasing(true)}>
        清除我的信息
      </button>
      {erasing && <Erase elder={elder} onClose={() => setErasing(false)} />}
    </Screen>
  );
}
