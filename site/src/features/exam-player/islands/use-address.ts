import type { TFunction } from 'i18next';
import { type RefObject, useEffect, useRef } from 'react';
import type { Namespace } from '../../../i18n/texts.ts';
import { hashOf, itemOfHash } from '../palette/address.ts';
import type { ExamSession } from '../session/exam-session.ts';
import type { ExamView } from '../session/exam-view.ts';

/**
 * Keeps the question, the address and the title together. Every way to a question is a change of the address, so the
 * back button works; an address that cannot be gone to is put back.
 * @returns for the heading of the question on screen, which takes focus when another one comes
 */
export function useAddress(
  session: ExamSession | null,
  { paper, journal }: ExamView,
  t: TFunction<Namespace[]>,
): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  const { position } = journal;
  const before = useRef(position);

  useEffect(() => {
    if (session === null) return;
    const follow = () => {
      const item = itemOfHash(location.hash);
      // Other addresses on this page, such as the skip link's, are the browser's affair.
      if (item === null && location.hash !== '') return;
      if (item === null || !session.moveTo(item)) history.replaceState(null, '', hashOf(session.view().journal.position));
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [session]);

  useEffect(() => {
    document.title = t('exam:player.pageTitle', { number: position, title: paper.exam.title });
    if (before.current === position) return;
    before.current = position;
    if (location.hash !== hashOf(position)) history.replaceState(null, '', hashOf(position));
    heading.current?.focus({ preventScroll: true });
    if (paper.exam.presentation === 'one') scrollTo({ top: 0, behavior: 'instant' });
    else heading.current?.scrollIntoView({ block: 'start' });
  }, [position, paper, t]);

  return heading;
}
