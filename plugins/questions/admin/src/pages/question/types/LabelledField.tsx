import { Field } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { RuleMessage } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';

export type LabelledFieldProps = {
  /** As messages name it: `key.value`. */
  field: string;
  label: string;
  messages: readonly RuleMessage[];
  hint?: string;
  isRequired?: boolean;
  children: ReactNode;
};

/** An input with its label, and what is wrong with it below. */
export function LabelledField({ field, label, messages, hint, isRequired = false, children }: LabelledFieldProps) {
  const own = messages.filter((message) => message.field === field);
  return (
    <Field.Root
      name={field}
      required={isRequired}
      error={own.some(({ level }) => level === 'error')}
      {...(hint ? { hint } : {})}
      width="100%"
    >
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Hint />
      <Messages messages={own} />
    </Field.Root>
  );
}
