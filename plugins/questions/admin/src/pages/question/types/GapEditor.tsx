import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { GAP_KINDS, type Gap, type RuleMessage } from '../../../../../contract/index.ts';
import { Messages } from '../../../components/Messages.tsx';
import { RowButtons } from '../../../components/RowButtons.tsx';
import { AcceptedTexts } from './AcceptedTexts.tsx';
import { GapChoices } from './GapChoices.tsx';
import type { GapDraft } from './gaps.ts';
import { NumberAlternatives } from './NumberAlternatives.tsx';
import { NumberFields } from './NumberFields.tsx';
import { Row } from './Rows.tsx';
import { TextAlternatives } from './TextAlternatives.tsx';

export type GapEditorProps = {
  gap: GapDraft;
  /** Its place among the stored gaps, as messages count them. */
  at: number;
  isInText: boolean;
  change(part: Partial<GapDraft>): void;
  onInsert(): void;
  onRemove(): void;
  messages: readonly RuleMessage[];
};

/** One gap: what kind it is of, and what is right in it. */
export function GapEditor({ gap, at, isInText, change, onInsert, onRemove, messages }: GapEditorProps) {
  const t = useText('questions');
  const name = t('gap.named', { number: gap.id });
  const field = `key.gaps.${gap.id}`;
  return (
    <Row>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={3}>
        <Typography variant="sigma" tag="h3" id={`field-${field}`} tabIndex={-1}>
          {name}
        </Typography>
        <Flex gap={2}>
          {isInText ? null : (
            <Button variant="secondary" size="S" onClick={onInsert}>
              {t('gap.put')}
            </Button>
          )}
          <RowButtons name={name} at={0} count={1} onRemove={onRemove} />
        </Flex>
      </Flex>
      <SingleSelect
        aria-label={t('gap.kind', { number: gap.id })}
        value={gap.kind}
        onChange={(kind: string | number) => change({ kind: kind as Gap['kind'] })}
      >
        {GAP_KINDS.map((kind) => (
          <SingleSelectOption key={kind} value={kind}>
            {t(`gap.kind-${kind}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Box paddingTop={4}>
        {gap.kind === 'text' ? (
          <>
            <AcceptedTexts
              accepted={gap.accepted}
              caseSensitive={gap.caseSensitive}
              change={change}
              field={field}
              messages={messages}
            />
            <Box paddingTop={3}>
              <TextAlternatives
                list={gap.texts}
                change={(texts) => change({ texts })}
                field={`${field}.alternatives`}
                messages={messages}
              />
            </Box>
          </>
        ) : null}
        {gap.kind === 'number' ? (
          <>
            <NumberFields
              value={gap.value}
              tolerance={gap.tolerance}
              change={change}
              field={field}
              label={t('field.key-value')}
              messages={messages}
            />
            <Box paddingTop={3}>
              <NumberAlternatives
                list={gap.numbers}
                change={(numbers) => change({ numbers })}
                field={`${field}.alternatives`}
                messages={messages}
              />
            </Box>
          </>
        ) : null}
        {gap.kind === 'choice' ? (
          <GapChoices gap={gap} change={change} field={`details.gaps.${at}.options`} messages={messages} />
        ) : null}
      </Box>
      <Messages messages={messages.filter((message) => message.field === field)} />
    </Row>
  );
}
