import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex, TextInput } from '@strapi/design-system';
import { type RuleMessage, TEXT_LIMITS } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { RowButtons } from '../../../components/RowButtons.tsx';
import { AddButton } from './Rows.tsx';

type Accepted = { accepted: string[]; caseSensitive: boolean };
export type AcceptedTextsProps = Accepted & {
  change(part: Partial<Accepted>): void;
  /** `key`, `key.gaps.2`. */
  field: string;
  messages: readonly RuleMessage[];
};

/** The texts that are right. Enter in the last one adds another. */
export function AcceptedTexts({ accepted, caseSensitive, change, field, messages }: AcceptedTextsProps) {
  const t = useText('questions');
  const add = () => change({ accepted: [...accepted, ''] });
  return (
    <Box width="100%">
      <Flex direction="column" alignItems="stretch" gap={2}>
        {accepted.map((text, at) => (
          <Flex key={at} gap={2}>
            <Box flex="1" minWidth={0}>
              <TextInput
                aria-label={t('accepted.named', { number: at + 1 })}
                name={at === 0 ? `${field}.accepted` : `${field}.accepted.${at}`}
                value={text}
                dir="auto"
                maxLength={TEXT_LIMITS.accepted}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
                  change({ accepted: accepted.with(at, event.target.value) })
                }
                onKeyDown={(event: React.KeyboardEvent) => {
                  if (event.key !== 'Enter' || at !== accepted.length - 1) return;
                  event.preventDefault();
                  add();
                }}
              />
            </Box>
            <RowButtons
              name={t('accepted.named', { number: at + 1 })}
              at={at}
              count={accepted.length}
              onRemove={() => change({ accepted: accepted.toSpliced(at, 1) })}
              canRemove={accepted.length > 1}
            />
          </Flex>
        ))}
      </Flex>
      <Messages messages={messages.filter((message) => message.field === `${field}.accepted`)} />
      <Flex gap={6} wrap="wrap" alignItems="end">
        <AddButton label={t('accepted.add')} onAdd={add} />
        <Checkbox
          checked={caseSensitive}
          onCheckedChange={(is: boolean | 'indeterminate') => change({ caseSensitive: is === true })}
        >
          {t('accepted.case')}
        </Checkbox>
      </Flex>
    </Box>
  );
}
