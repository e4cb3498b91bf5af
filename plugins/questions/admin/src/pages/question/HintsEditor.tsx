import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, IconButton } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { TEXT_LIMITS } from '../../../../contract/index.ts';
import type { FormProps } from './form-props.ts';
import { MarkdownField } from './MarkdownField.tsx';

const MOST = 10;

/** Hints in the order they are given. */
export function HintsEditor({ draft, change, messages }: FormProps) {
  const t = useText('questions');
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {draft.hints.map((hint, at) => (
        <MarkdownField
          key={at}
          field={`hints.${at}`}
          label={t('field.hint-named', { number: at + 1 })}
          value={hint}
          rows={2}
          maxLength={TEXT_LIMITS.hint}
          onChange={(text) => change({ ...draft, hints: draft.hints.with(at, text) })}
          messages={messages}
          action={
            <IconButton
              size="S"
              variant="ghost"
              label={t('hint.remove', { number: at + 1 })}
              onClick={() => change({ ...draft, hints: draft.hints.toSpliced(at, 1) })}
            >
              <Trash />
            </IconButton>
          }
        />
      ))}
      <Box>
        <Button
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          disabled={draft.hints.length >= MOST}
          onClick={() => change({ ...draft, hints: [...draft.hints, ''] })}
        >
          {t('hint.add')}
        </Button>
      </Box>
    </Flex>
  );
}
