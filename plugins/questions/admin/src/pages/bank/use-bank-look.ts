import { type ListLookStore, useCall, useProblemText } from '@lyceum/core/admin';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { DEFAULT_COLUMNS, type ListChoices, ListColumnKey, putListChoices } from '../../../../contract/index.ts';

/** Changes that follow each other so quickly are kept together. */
const KEEP_AFTER_MS = 600;

const known = (keys: readonly string[]): ListColumnKey[] =>
  keys.flatMap((key) => {
    const parsed = ListColumnKey.safeParse(key);
    return parsed.success ? [parsed.data] : [];
  });

export type BankLook = ListLookStore & {
  readonly columns: readonly ListColumnKey[];
  /** Shows the columns of a view, without making them the ones somebody opens the list with. */
  show(columns: readonly ListColumnKey[]): void;
};

/** Columns and density of the bank, kept on the server for every device. */
export function useBankLook(choices: ListChoices | null): BankLook {
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const [columns, setColumns] = useState<readonly ListColumnKey[] | null>(null);
  const [density, setDensity] = useState<ListChoices['density']>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  const inForce = columns ?? choices?.columns ?? DEFAULT_COLUMNS;
  const tight = density ?? choices?.density ?? 'comfortable';

  const keep = (next: { columns: ListColumnKey[]; density: ListChoices['density'] }) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      call(putListChoices, { body: next }).catch((error: unknown) =>
        toggleNotification({ type: 'danger', message: problemText(error) }),
      );
    }, KEEP_AFTER_MS);
  };

  return {
    columns: inForce,
    look: { columns: inForce, density: tight },
    show: setColumns,
    change(next) {
      const after = { columns: next.columns ? known(next.columns) : [...inForce], density: next.density ?? tight };
      setColumns(after.columns);
      setDensity(after.density);
      keep(after);
    },
  };
}
