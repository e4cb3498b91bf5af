import { useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { TEXT_LIMITS } from '../../../../contract/index.ts';
import { Messages } from '../../components/Messages.tsx';
import type { EditorProps } from './OptionsEditor.tsx';

/** The answers a short text may have. Enter in the last one adds another. */
export function AcceptedEditor({ draft, change, messages }: EditorProps) {
  const t = useText('questions');
  const set = (at: number, text: string) => change({ ...draft, accepted: draft.accepted.with(at, text) });
  const add = () => change({ ...draft, accepted: [...draft.accepted, ''] });
  return (
    <Box id="field-key" tabIndex={-1} role="group" aria-label={t('field.key-accepted')} width="100%">
      <Typography variant="pi" fontWeight="bold">
        {t('field.key-accepted')}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingBottom={2}>
        {t('accepted.hint')}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {draft.accepted.map((text, at) => (
          <Flex key={at} gap={2}>
            <Box flex="1">
              <TextInput
                aria-label={t('accepted.named', { number: at + 1 })}
                name={`key.accepted.${at}`}
                value={text}
                dir="auto"
                maxLength={TEXT_LIMITS.accepted}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(at, event.target.value)}
                onKeyDown={(event: React.KeyboardEvent) => {
                  if (event.key !== 'Enter' || at !== draft.accepted.length - 1) return;
                  event.preventDefault();
                  add();
                }}
              />
            </Box>
            <IconButton
              variant="ghost"
              label={t('accepted.remove', { number: at + 1 })}
              disabled={draft.accepted.length === 1}
              onClick={() => change({ ...draft, accepted: draft.accepted.toSpliced(at, 1) })}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
      </Flex>
      <Messages messages={messages.filter(({ field }) => field.startsWith('key'))} />
      <Flex gap={6} paddingTop={3}>
        <Button variant="secondary" size="S" startIcon={<Plus />} onClick={add}>
          {t('accepted.add')}
        </Button>
        <Checkbox
          checked={draft.caseSensitive}
          onCheckedChange={(is: boolean | 'indeterminate') => change({ ...draft, caseSensitive: is === true })}
        >
          {t('accepted.case')}
        </Checkbox>
      </Flex>
    </Box>
  );
}
