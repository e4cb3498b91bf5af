import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';

const ICON_OF = { info: Info, positive: CircleCheck, negative: CircleAlert } as const;

export type ToastProps = {
  tone?: keyof typeof ICON_OF;
  text: string;
  closeLabel: string;
  onClose: () => void;
  /** Goes by itself after this time in ms; never for a failure. Default 6,000. */
  stayMs?: number;
};

/** One line about something that just happened. What needs an answer is a Notice or a Dialog. */
export function Toast({ tone = 'info', text, closeLabel, onClose, stayMs = 6000 }: ToastProps) {
  useEffect(() => {
    if (tone === 'negative') return;
    const timer = setTimeout(onClose, stayMs);
    return () => clearTimeout(timer);
  }, [tone, stayMs, onClose]);
  const Shown = ICON_OF[tone];
  return (
    <div className="toasts">
      <div className="toast" data-tone={tone} role={tone === 'negative' ? 'alert' : 'status'}>
        <Shown className="icon" aria-hidden="true" />
        <p>{text}</p>
        <button type="button" className="button" data-kind="icon" data-size="small" aria-label={closeLabel} onClick={onClose}>
          <X className="icon" aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
