import { useCall, useLoaded, useMay } from '@lyceum/core/admin';
import { CORE_PERMISSIONS, getSettings } from '@lyceum/core/contract';
import type { z } from 'zod';
import { questionSettings } from '../../../contract/index.ts';

type BankSettings = z.output<typeof questionSettings.schema>;

const DEFAULTS = questionSettings.schema.parse({});

/** Limits and label ranges in force; the defaults for people who may not read settings, and until they are there. */
export function useBankSettings(): BankSettings {
  const call = useCall();
  const mayRead = useMay()(CORE_PERMISSIONS.settings);
  const { value } = useLoaded(async () => {
    if (!mayRead) return DEFAULTS;
    const { values } = await call(getSettings, { params: { plugin: questionSettings.plugin } });
    return questionSettings.schema.parse(values);
  }, [mayRead]);
  return value ?? DEFAULTS;
}
