import type { ReactNode } from 'react';
import { CheckIcon, CrossIcon } from '../icons.tsx';

export type Mark = 'right' | 'wrong' | null;

/** A line of an answer with what is said of it. */
export function Line({ mark, label, children, said }: { mark: Mark; label: ReactNode; children: ReactNode; said?: ReactNode }) {
  return (
    <li className="answer read" data-mark={mark ?? undefined}>
      <span className="key">{label}</span>
      {children}
      {said !== undefined && (
        <span className="said">
          {mark === 'right' && <CheckIcon />}
          {mark === 'wrong' && <CrossIcon />}
          {said}
        </span>
      )}
    </li>
  );
}
