import { Field } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A field with its label, a sentence below it and its error. */
export function LabelledField({
  name,
  label,
  hint,
  error,
  children,
}: {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Field.Root name={name} {...(hint ? { hint } : {})} {...(error ? { error } : {})} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
