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
  // Older telephones know no dialogs; there it lies over the screen like any other part of it.
  useEffect(() => {
    dialog.current?.showModal?.();
  }, []);
  const close = (): void => (dialog.current?.close ? dialog.current.close() : onClose());
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={heading} onClose={onClose}>
      <div className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain" onClick={close}>
          <Icon name="close" />
          关闭
        </button>
      </div>
      {children}
    </dialog>
  );
}
