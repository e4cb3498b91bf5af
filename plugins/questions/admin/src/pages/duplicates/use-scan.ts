import { useCall, useLoaded, usePolling, useProblemText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { getScan, startScan } from '../../../../contract/index.ts';

const LOOK_MS = 1_500;

/** The scan of the whole bank: how it stands, live while it runs, and a way to start it. */
export function useScan(onFinished: () => void) {
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const scan = useLoaded(() => call(getScan), []);
  const isRunning = scan.value?.state === 'waiting' || scan.value?.state === 'running';
  const wasRunning = useRef(false);
  usePolling(scan.reload, LOOK_MS, isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) onFinished();
    wasRunning.current = isRunning;
  }, [isRunning]);
  return {
    scan: scan.value,
    isRunning,
    start: async () => {
      try {
        await call(startScan);
        scan.reload();
      } catch (error) {
        toggleNotification({ type: 'danger', message: problemText(error) });
      }
    },
  };
}
