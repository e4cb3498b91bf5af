import { useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Flex, IconButton, Radio, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { OPTION_COUNT, type RuleMessage } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import { addOption, type Draft, markOption, moveOption, removeOption } from './draft.ts';
import { MarkdownField } from './MarkdownField.tsx';

export type EditorProps = { draft: Draft; change(next: Draft): void; messages: readonly RuleMessage[] };

const letter = (at: number) => String.fromCharCode(65 + at);

/** Options with their marks; Alt with an arrow moves the one that is being written. */
export function OptionsEditor({ draft, change, messages }: EditorProps) {
  const t = useText('questions');
  const isSingle = draft.type === 'single-choice';
  const set = (id: string, part: { text?: string; pinned?: boolean }) =>
    change({ ...draft, options: draft.options.map((option) => (option.id === id ? { ...option, ...part } : option)) });

  const onKeyDown = (id: string) => (event: React.KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    change(moveOption(draft, id, event.key === 'ArrowUp' ? -1 : 1));
  };

  const rows = draft.options.map((option, at) => (
    <Box
      key={option.id}
      tag="li"
      padding={3}
      hasRadius
      borderColor={draft.correct.includes(option.id) ? 'success500' : 'neutral200'}
      onKeyDown={onKeyDown(option.id)}
    >
      <MarkdownField
        field={`options.${at}.text`}
        label={t('field.option-named', { name: letter(at) })}
        value={option.text}
        rows={2}
        onChange={(text) => set(option.id, { text })}
        messages={messages}
        action={
          <>
            <IconButton
              size="S"
              variant="ghost"
              label={t('option.up', { name: letter(at) })}
              disabled={at === 0}
              onClick={() => change(moveOption(draft, option.id, -1))}
            >
              <ArrowUp />
            </IconButton>
            <IconButton
              size="S"
              variant="ghost"
              label={t('option.down', { name: letter(at) })}
              disabled={at === draft.options.length - 1}
              onClick={() => change(moveOption(draft, option.id, 1))}
            >
              <ArrowDown />
            </IconButton>
            <IconButton
              size="S"
              variant="ghost"
              label={t('option.remove', { name: letter(at) })}
              disabled={draft.options.length <= OPTION_COUNT.min}
              onClick={() => change(removeOption(draft, option.id))}
            >
              <Trash />
            </IconButton>
          </>
        }
      />
      <Flex gap={6} paddingTop={2}>
        {isSingle ? (
          <Radio.Item value={option.id}>{t('option.right')}</Radio.Item>
        ) : (
          <Checkbox
            checked={draft.correct.includes(option.id)}
            onCheckedChange={(is: boolean | 'indeterminate') => change(markOption(draft, option.id, is === true))}
          >
            {t('option.right')}
          </Checkbox>
        )}
        <Checkbox
          checked={option.pinned === true}
          onCheckedChange={(is: boolean | 'indeterminate') => set(option.id, { pinned: is === true })}
        >
          {t('option.pin')}
        </Checkbox>
      </Flex>
    </Box>
  ));

  const list = (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none', padding: 0 }}>
      {rows}
    </Flex>
  );
  return (
    <Box id="field-key" tabIndex={-1} role="group" aria-label={t('field.options')} width="100%">
      <Typography variant="pi" fontWeight="bold">
        {t('field.options')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {t('option.hint')}
      </Typography>
      {isSingle ? (
        <Radio.Group
          value={draft.correct[0] ?? ''}
          aria-label={t('field.key')}
          onValueChange={(id: string) => change(markOption(draft, id, true))}
        >
          {list}
        </Radio.Group>
      ) : (
        list
      )}
      <Messages messages={messages.filter(({ field }) => field === 'options' || field === 'key')} />
      <Box paddingTop={3}>
        <Button
          variant="secondary"
          size="S"
          startIcon={<Plus />}
          disabled={draft.options.length >= OPTION_COUNT.max}
          onClick={() => change(addOption(draft))}
        >
          {t('option.add')}
        </Button>
      </Box>
    </Box>
  );
}
