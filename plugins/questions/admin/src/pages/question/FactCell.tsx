import { useText } from '@lyceum/core/admin';
import { Field, Flex, Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { RuleMessage } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import type { Draft } from './draft.ts';

export type FactCellProps = {
  field: keyof Draft;
  messages: readonly RuleMessage[];
  hint?: string;
  isRequired?: boolean;
  /** Stands at the end of the label's line. */
  action?: ReactNode;
  children: ReactNode;
};

/** True where a message blocks the field. */
export const isBlocked = (field: string, messages: readonly RuleMessage[]): boolean =>
  messages.some((message) => message.level === 'error' && (message.field === field || message.field.startsWith(`${field}.`)));

/** One fact about a question: label, input, what is wrong. */
export function FactCell({ field, messages, hint, isRequired = false, action, children }: FactCellProps) {
  const t = useText('questions');
  const own = messages.filter((message) => message.field === field || message.field.startsWith(`${field}.`));
  return (
    <Grid.Item id={`cell-${field}`} col={6} xs={12} direction="column" alignItems="stretch">
      <Field.Root
        id={`field-${field}`}
        name={field}
        required={isRequired}
        error={isBlocked(field, messages)}
        {...(hint ? { hint } : {})}
      >
        <Flex justifyContent="space-between" width="100%" wrap="wrap" gap={1}>
          <Field.Label>{t(`field.${field}`)}</Field.Label>
          {action}
        </Flex>
        {children}
        <Field.Hint />
        <Messages messages={own} />
      </Field.Root>
    </Grid.Item>
  );
}
