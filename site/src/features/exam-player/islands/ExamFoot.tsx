import { ArrowLeft, ArrowRight, LayoutGrid } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { hashOf } from '../palette/address.ts';
import { mayMove, type Reach } from '../palette/reach.ts';
import { useTexts } from '../texts.ts';

type Props = {
  item: number;
  total: number;
  reach: Reach;
  /** What the button at the end of the open part does. */
  end: 'submit' | 'section';
  canEnd: boolean;
  onEnd: () => void;
  /** The saved mark. */
  children: ReactNode;
};

/** An attribute that React 18 passes on without knowing it. */
const OPENS = { popovertarget: 'sheet' };

/** Saved mark and the ways on: each is a link, because the question is in the address. */
export function ExamFoot({ item, total, reach, end, canEnd, onEnd, children }: Props) {
  const { t, rightToLeft } = useTexts();
  const last = item >= reach.to;
  const keys = rightToLeft ? { back: 'ArrowRight', on: 'ArrowLeft' } : { back: 'ArrowLeft', on: 'ArrowRight' };
  return (
    <footer className="exam-foot">
      <div>
        {children}
        <div className="moves">
          <a className="button" {...linkTo(item - 1, mayMove(reach, item - 1))} aria-keyshortcuts={keys.back}>
            <ArrowLeft className="icon turn" aria-hidden="true" />
            <span className="word">{t('exam:player.previous')}</span>
          </a>
          <Button className="sheet-button" {...OPENS}>
            <LayoutGrid className="icon" aria-hidden="true" />
            {t('exam:player.place', { number: item, total })}
          </Button>
          {last ? (
            <Button kind="primary" onClick={onEnd} disabled={!canEnd}>
              {t(end === 'submit' ? 'exam:player.submit.last' : 'exam:player.section.end')}
            </Button>
          ) : (
            <a className="button" data-kind="primary" {...linkTo(item + 1, mayMove(reach, item + 1))} aria-keyshortcuts={keys.on}>
              {t('exam:player.next')}
              <ArrowRight className="icon turn" aria-hidden="true" />
            </a>
          )}
        </div>
      </div>
    </footer>
  );
}

const linkTo = (item: number, allowed: boolean) =>
  allowed ? { href: hashOf(item) } : ({ role: 'link', 'aria-disabled': true } as const);
