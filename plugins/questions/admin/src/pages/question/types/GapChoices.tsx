import { useText } from '@lyceum/core/admin';
import { Box, Checkbox, Flex } from '@strapi/design-system';
import { OPTION_COUNT, type RuleMessage } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { movesRow, RowButtons } from '../../../components/RowButtons.tsx';
import { MarkdownField } from '../MarkdownField.tsx';
import { marked } from './choice.ts';
import type { GapDraft } from './gaps.ts';
import { changedOption, moved, withOption, withoutOption } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';

export type GapChoicesProps = {
  gap: GapDraft;
  change(part: Partial<GapDraft>): void;
  /** `details.gaps.0.options` */
  field: string;
  messages: readonly RuleMessage[];
};

/** What can be chosen in a gap, and which of it is right. */
export function GapChoices({ gap, change, field, messages }: GapChoicesProps) {
  const t = useText('questions');
  const { options, correct } = gap;
  return (
    <Box width="100%">
      <Rows>
        {options.map((option, at) => {
          const name = t('field.option-named', { name: String.fromCharCode(65 + at) });
          const move = (by: -1 | 1) => change({ options: moved(options, at, by) });
          return (
            <Row key={option.id} isRight={correct.includes(option.id)} onKeyDown={movesRow(move)}>
              <MarkdownField
                field={`${field}.${at}.text`}
                label={name}
                value={option.text}
                rows={2}
                onChange={(text) => change({ options: changedOption(options, option.id, { text }) })}
                messages={messages}
                action={
                  <RowButtons
                    name={name}
                    at={at}
                    count={options.length}
                    onMove={move}
                    onRemove={() =>
                      change({ options: withoutOption(options, option.id), correct: correct.filter((id) => id !== option.id) })
                    }
                    canRemove={options.length > OPTION_COUNT.min}
                  />
                }
              />
              <Flex gap={6} paddingTop={2} wrap="wrap">
                <Checkbox
                  checked={correct.includes(option.id)}
                  onCheckedChange={(is: boolean | 'indeterminate') =>
                    change({ correct: marked(correct, option.id, is === true, false) })
                  }
                >
                  {t('option.right')}
                </Checkbox>
                <Checkbox
                  checked={option.pinned === true}
                  onCheckedChange={(is: boolean | 'indeterminate') =>
                    change({ options: changedOption(options, option.id, { pinned: is === true }) })
                  }
                >
                  {t('option.pin')}
                </Checkbox>
              </Flex>
            </Row>
          );
        })}
      </Rows>
      <Messages messages={messages.filter((message) => message.field === field)} />
      <AddButton
        label={t('option.add')}
        isDisabled={options.length >= OPTION_COUNT.max}
        onAdd={() => change({ options: withOption(options) })}
      />
    </Box>
  );
}
