import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICON_OF = { info: Info, positive: CircleCheck, caution: TriangleAlert, negative: CircleAlert, plain: Info } as const;

export type NoticeProps = { tone?: keyof typeof ICON_OF; icon?: LucideIcon; role?: 'status' | 'alert'; children: ReactNode };

/** Says what happened and what to do; stays until solved. Children are paragraphs. */
export function Notice({ tone = 'info', icon, role, children }: NoticeProps) {
  const Shown = icon ?? ICON_OF[tone];
  return (
    <div className="notice" data-tone={tone === 'info' ? undefined : tone} role={role}>
      <Shown className="icon" aria-hidden="true" />
      {children}
    </div>
  );
}
