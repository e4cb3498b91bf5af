import { type ReactNode, useEffect, useId, useRef } from 'react';

export type DialogProps = {
  open: boolean;
  /** Called by Escape and by any way of closing; the owner sets `open`. */
  onClose: () => void;
  title: string;
  /** Buttons at the end; the one with `autoFocus` has focus first. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A question that stops the work: the browser's own modal dialog, so focus stays inside and goes back where it was. */
export function Dialog({ open, onClose, title, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog ref={dialog} aria-labelledby={name} onClose={onClose}>
      {open && (
        <div className="dialog-body">
          <h2 id={name}>{title}</h2>
          {children}
          {actions !== undefined && <div className="row actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
