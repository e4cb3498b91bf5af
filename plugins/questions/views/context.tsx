import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ViewTexts } from './texts/texts.ts';
import type { ViewActions } from './types.ts';

type Surroundings = {
  readonly texts: ViewTexts;
  readonly actions: ViewActions;
  /** Drawn as text for a page without a script of ours; places for sounds stay empty and can be filled later. */
  readonly isStatic: boolean;
};
const ViewContext = createContext<Surroundings | null>(null);
const NOTHING: ViewActions = {};

/** Language and helpers of the views inside. */
export function ViewProvider({
  texts,
  actions = NOTHING,
  isStatic = false,
  children,
}: {
  texts: ViewTexts;
  actions?: ViewActions | undefined;
  isStatic?: boolean;
  children: ReactNode;
}) {
  const value = useMemo(() => ({ texts, actions, isStatic }), [texts, actions, isStatic]);
  return <ViewContext.Provider value={value}>{children}</ViewContext.Provider>;
}

function useSurroundings(): Surroundings {
  const value = useContext(ViewContext);
  if (value === null) throw new Error('a view stands outside of its provider');
  return value;
}

export const useViewTexts = (): ViewTexts => useSurroundings().texts;
export const useIsStatic = (): boolean => useSurroundings().isStatic;
export const useActions = (): ViewActions => useSurroundings().actions;
