import { useText } from '@lyceum/core/admin';
import { useMemo } from 'react';
import { difficultyLevel } from './difficulty.ts';
import { useBankSettings } from './use-bank-settings.ts';

/** `7 · Advanced`, in the reader's language. */
export function useDifficultyLabel(): (difficulty: number) => string {
  const t = useText('questions');
  const settings = useBankSettings();
  return useMemo(
    () => (difficulty) => `${difficulty} · ${t(`difficulty.${difficultyLevel(difficulty, settings)}`)}`,
    [t, settings],
  );
}
