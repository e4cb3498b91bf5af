/** Tells the other tabs of this browser who holds an attempt, before the server has to [E-14]. */
export type Tabs = {
  /** This tab took the attempt over. */
  readonly announce: () => void;
  readonly close: () => void;
};

/**
 * @param device id of this tab
 * @param onTaken another tab took the attempt over
 */
export function joinTabs(attemptId: string, device: string, onTaken: () => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { announce: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(`lyceum-attempt-${attemptId}`);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string' && event.data !== device) onTaken();
  };
  return { announce: () => channel.postMessage(device), close: () => channel.close() };
}
