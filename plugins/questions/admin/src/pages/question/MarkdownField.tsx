import { useText } from '@lyceum/core/admin';
import { Box, Button, Field, Flex, IconButton, Textarea } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { type ReactNode, useState } from 'react';
import type { RuleMessage } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { MediaDialog } from '../media/MediaDialog.tsx';
import { BrokenFormula } from './BrokenFormula.tsx';
import { withInserted } from './insert-text.ts';

export type MarkdownFieldProps = {
  /** As messages name it: `stem`, `options.0.text`. */
  field: string;
  label: string;
  value: string;
  onChange(value: string): void;
  messages: readonly RuleMessage[];
  rows?: number;
  maxLength?: number;
  hint?: string;
  isRequired?: boolean;
  /** Stands at the end of the label's line. */
  action?: ReactNode;
};

/** From so many rows on there is room for words beside the label. */
const ROOMY = 4;

const isPlaced = ({ params }: RuleMessage): boolean => typeof params['position'] === 'number';

/** Markdown with formulas and images; what is wrong stands below, and a broken formula leads to its place. */
export function MarkdownField({
  field,
  label,
  value,
  onChange,
  messages,
  rows = 4,
  maxLength,
  hint,
  isRequired = false,
  action,
}: MarkdownFieldProps) {
  const t = useText('questions');
  const [isInserting, setInserting] = useState(false);
  const own = messages.filter((message) => message.field === field);
  const hasError = own.some(({ level }) => level === 'error');
  const placed = own.filter(isPlaced);
  return (
    <Field.Root name={field} required={isRequired} error={hasError} {...(hint ? { hint } : {})} width="100%">
      <Flex justifyContent="space-between" alignItems="end" width="100%" wrap="wrap" gap={1}>
        <Field.Label>{label}</Field.Label>
        <Flex gap={1} wrap="wrap">
          {rows < ROOMY ? (
            <IconButton variant="ghost" size="S" label={t('media.insert')} onClick={() => setInserting(true)}>
              <Image />
            </IconButton>
          ) : (
            <Button variant="ghost" size="S" startIcon={<Image />} onClick={() => setInserting(true)}>
              {t('media.insert')}
            </Button>
          )}
          {action}
        </Flex>
      </Flex>
      <Textarea
        name={field}
        value={value}
        rows={rows}
        dir="auto"
        resizable
        style={{ minBlockSize: 0, blockSize: `${rows * 2.1 + 1.8}rem` }}
        hasError={hasError}
        {...(maxLength === undefined ? {} : { maxLength })}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Box role="status">
        <Messages messages={own.filter((message) => !isPlaced(message))} />
        {placed.length > 0 ? (
          <Box tag="ul" style={{ listStyle: 'none', padding: 0 }}>
            {placed.map((message) => (
              <BrokenFormula key={JSON.stringify(message.params)} field={field} text={value} message={message} />
            ))}
          </Box>
        ) : null}
      </Box>
      {isInserting ? (
        <MediaDialog
          onClose={() => setInserting(false)}
          onInsert={(markdown) => {
            onChange(withInserted(field, value, markdown));
            setInserting(false);
          }}
        />
      ) : null}
    </Field.Root>
  );
}
