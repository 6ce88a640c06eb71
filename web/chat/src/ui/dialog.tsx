import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.js';

interface Props {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** A sheet over the screen. The browser keeps the focus in it and gives it back; Escape closes it. */
export function Dialog({ title, onClose, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
          关闭
        </button>
      </div>
      {children}
    </dialog>
  );
}
