import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useEffect, useRef, useState } from 'react';
import { useText } from './use-text.ts';

export type SearchableSelectProps = {
  label: string;
  placeholder?: string;
  options: readonly { value: string; label: string }[];
  value: string | null;
  onChange(value: string | null): void;
  hasError?: boolean;
  isDisabled?: boolean;
};

/**
 * One of many: one types to find it. Strapi's combobox takes its text once, when it is born; it is born again whenever
 * the value changes from outside or the options arrive later.
 */
export function SearchableSelect({
  label,
  placeholder,
  options,
  value,
  onChange,
  hasError = false,
  isDisabled = false,
}: SearchableSelectProps) {
  const t = useText('core');
  const chosenHere = useRef(value);
  const [birth, setBirth] = useState(0);
  useEffect(() => {
    if (value === chosenHere.current) return;
    chosenHere.current = value;
    setBirth((old) => old + 1);
  }, [value]);

  const choose = (next: string | null) => {
    if (next === value) return;
    chosenHere.current = next;
    onChange(next);
  };
  return (
    <Combobox
      key={`${options.length}-${birth}`}
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value ?? ''}
      disabled={isDisabled}
      hasError={hasError}
      onChange={(next: string | undefined) => choose(next || null)}
      onClear={() => choose(null)}
      clearLabel={t('list.filter-clear', { name: label })}
      noOptionsMessage={() => t('list.filter-nothing')}
      autocomplete={{ type: 'list', filter: 'contains' }}
    >
      {options.map((option) => (
        <ComboboxOption key={option.value} value={option.value} textValue={option.label}>
          {option.label}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
