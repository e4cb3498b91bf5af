import { useText } from '@lyceum/core/admin';
import { Field, Flex, Typography } from '@strapi/design-system';
import { MAX_ALTERNATIVES, type RuleMessage, TEXT_LIMITS } from '../../../../../contract/index.ts';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { RowButtons } from '../../../components/RowButtons.tsx';
import { emptyText, type TextAlternative } from './alternatives.ts';
import { LabelledField } from './LabelledField.tsx';
import { freeRow, moved } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';
import { ShareAndFeedback } from './ShareAndFeedback.tsx';

export type TextAlternativesProps = {
  list: readonly TextAlternative[];
  change(list: TextAlternative[]): void;
  /** `key.alternatives`, `key.gaps.2.alternatives`. */
  field: string;
  messages: readonly RuleMessage[];
};

/** Other texts that earn a share or have feedback; the first that fits counts. */
export function TextAlternatives({ list, change, field, messages }: TextAlternativesProps) {
  const t = useText('questions');
  const set = (at: number, part: Partial<TextAlternative>) =>
    change(list.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <Disclosure label={t('alternative.disclosure')} isNeeded={list.length > 0}>
      <Rows>
        {list.map((one, at) => {
          const name = t('alternative.named', { number: at + 1 });
          return (
            <Row key={one.row}>
              <Flex justifyContent="space-between">
                <Typography variant="sigma">{name}</Typography>
                <Flex gap={1}>
                  <RowButtons
                    name={name}
                    at={at}
                    count={list.length}
                    onMove={(by) => change(moved(list, at, by))}
                    onRemove={() => change(list.toSpliced(at, 1))}
                  />
                </Flex>
              </Flex>
              <LabelledField field={`${field}.${at}.text`} label={t('alternative.text')} messages={messages} isRequired>
                <Field.Input
                  name={`${field}.${at}.text`}
                  value={one.text}
                  dir="auto"
                  maxLength={TEXT_LIMITS.accepted}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(at, { text: event.target.value })}
                />
              </LabelledField>
              <ShareAndFeedback
                name={name}
                shareField={`${field}.${at}.share`}
                feedbackField={`${field}.${at}.feedback`}
                percent={one.percent}
                feedback={one.feedback}
                change={(part) => set(at, part)}
                messages={messages}
              />
            </Row>
          );
        })}
      </Rows>
      <AddButton
        label={t('alternative.add')}
        isDisabled={list.length >= MAX_ALTERNATIVES}
        onAdd={() => change([...list, emptyText(freeRow(list))])}
      />
    </Disclosure>
  );
}
