import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router-dom';
import type { Confirmation } from './use-confirm.tsx';
import { useText } from './use-text.ts';

/**
 * Asks before a page with unsaved changes is left, by a link or by closing the window.
 * @returns call it right before a navigation of one's own that may pass
 */
export function useUnsavedGuard(isDirty: boolean, confirm: (question: Confirmation) => Promise<boolean>): () => void {
  const t = useText('core');
  const mayPass = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && !mayPass.current && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    mayPass.current = false;
    if (!isDirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void confirm({ title: t('unsaved.title'), text: t('unsaved.text'), action: t('unsaved.leave'), isDangerous: true }).then(
      (leave) => (leave ? blocker.proceed() : blocker.reset()),
    );
  }, [blocker.state]);

  return () => {
    mayPass.current = true;
  };
}
