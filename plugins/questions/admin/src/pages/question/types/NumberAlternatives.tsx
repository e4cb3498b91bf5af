import { useText } from '@lyceum/core/admin';
import { Flex, Typography } from '@strapi/design-system';
import { MAX_ALTERNATIVES, type RuleMessage } from '../../../../../contract/index.ts';
import { Disclosure } from '../../../components/Disclosure.tsx';
import { RowButtons } from '../../../components/RowButtons.tsx';
import { emptyNumber, type NumberAlternative } from './alternatives.ts';
import { NumberFields } from './NumberFields.tsx';
import { freeRow, moved } from './option-list.ts';
import { AddButton, Row, Rows } from './Rows.tsx';
import { ShareAndFeedback } from './ShareAndFeedback.tsx';

export type NumberAlternativesProps = {
  list: readonly NumberAlternative[];
  change(list: NumberAlternative[]): void;
  /** `key.alternatives`, `key.gaps.2.alternatives`. */
  field: string;
  messages: readonly RuleMessage[];
};

/** Other numbers that earn a share or have feedback; the first that fits counts. */
export function NumberAlternatives({ list, change, field, messages }: NumberAlternativesProps) {
  const t = useText('questions');
  const set = (at: number, part: Partial<NumberAlternative>) =>
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
              <NumberFields
                value={one.value}
                tolerance={one.tolerance}
                change={(part) => set(at, part)}
                field={`${field}.${at}`}
                label={t('alternative.number')}
                messages={messages}
              />
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
        onAdd={() => change([...list, emptyNumber(freeRow(list))])}
      />
    </Disclosure>
  );
}
