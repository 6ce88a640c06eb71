import { type ReactNode, useState } from 'react';
import { remove } from '../api.js';
import { withoutElder } from '../state/elder.js';
import { change } from '../state/store.js';
import type { Elder } from '../state/types.js';
import { Dialog } from '../ui/dialog.js';

/** Removes all that is known of somebody: first at the server, then here. */
export function Erase({ elder, onClose }: { elder: Elder; onClose(): void }): ReactNode {
  const [fault, setFault] = useState('');

  async function erase(): Promise<void> {
    try {
      if (elder.sessionId !== null) await remove(`api/sessions/${encodeURIComponent(elder.sessionId)}`);
      change((held) => withoutElder(held, elder.id));
      onClose();
    } catch (error) {
      setFault(`没有清除成：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return (
    <Dialog title={`清除${elder.name}的信息？`} onClose={onClose}>
      <p>会删掉{elder.name}的对话、说过的情况和记在这里的预约码，手机上和服务器上都删。删了就找不回来。</p>
      {elder.appointments.length + elder.waits.length > 0 && (
        <p>已经约好的、正在排队的号不会因此取消；不要的话，请先到“我的预约”里取消。</p>
      )}
      <p role="alert">{fault}</p>
      <div className="choices">
        <button type="button" className="choice" onClick={onClose}>
          不清除
        </button>
        <button type="button" className="main danger" onClick={erase}>
          清除
        </button>
      </div>
    </Dialog>
  );
}
