import { useCall, useLoaded } from '@lyceum/core/admin';
import type { z } from 'zod';
import { getBankSettings, questionSettings } from '../../../contract/index.ts';

type BankSettings = z.output<typeof questionSettings.schema>;

const DEFAULTS = questionSettings.schema.parse({});

/** Limits and label ranges in force; the defaults until they are there. */
export function useBankSettings(): BankSettings {
  const call = useCall();
  const { value } = useLoaded(() => call(getBankSettings), []);
  return value ?? DEFAULTS;
}
