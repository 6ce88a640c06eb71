import { type ReactNode, useState } from 'react';
import { post } from '../api.js';
import { withTurn } from '../state/elder.js';
import { changeElder, useElder } from '../state/store.js';
import type { Turn } from '../state/types.js';
import { Dialog } from '../ui/dialog.js';

const REASONS = ['数字不对', '地方不对', '没答我问的', '看不懂', '别的不对'] as const;

/** Tells those who run this what is wrong with a reply. */
export default function Wrong({ turn, onClose }: { turn: Turn; onClose(): void }): ReactNode {
  const { id, sessionId } = useElder();
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');

  async function tell(reason: string): Promise<void> {
    try {
      await post('api/feedback', { sessionId, messageId: turn.messageId, reason, note });
      changeElder(id, (elder) => withTurn(elder, turn.messageId, (told) => ({ ...told, wrong: reason })));
      onClose();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Dialog title="哪里不对？" onClose={onClose}>
      <p>点一下就记下了，会有人看，用来改正。{turn.wrong && `您上次说的是：${turn.wrong}。`}</p>
      <label className="field">
        想多说一句也行（不要写姓名、电话、身份证号）
        <textarea rows={2} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </label>
      <p role="alert">{fault}</p>
      <div className="choices">
        {REASONS.map((reason) => (
          <button type="button" className="choice" key={reason} onClick={() => tell(reason)}>
            {reason}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
