import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<T> = {
  readonly value: T | null;
  readonly error: Error | null;
  /** True while the first load or a reload runs; the old value stays on screen meanwhile. */
  readonly isLoading: boolean;
  reload(): void;
};

/** Loads when the page opens and whenever a dependency changes; an answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, dependencies: DependencyList): Loaded<T> {
  const [state, setState] = useState<{ value: T | null; error: Error | null; isLoading: boolean }>({
    value: null,
    error: null,
    isLoading: true,
  });
  const [turn, setTurn] = useState(0);
  const newest = useRef(0);

  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    setState((old) => ({ ...old, isLoading: true }));
    load().then(
      (value) => mine === newest.current && setState({ value, error: null, isLoading: false }),
      (error: unknown) =>
        mine === newest.current &&
        setState((old) => ({ ...old, error: error instanceof Error ? error : new Error(String(error)), isLoading: false })),
    );
    return () => {
      newest.current += 1;
    };
  }, [...dependencies, turn]);

  return { ...state, reload: useCallback(() => setTurn((old) => old + 1), []) };
}

/** The same again every so many milliseconds while `active`, for work that is under way. */
export function usePolling(reload: () => void, everyMs: number, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs, active]);
}
