import { useText } from '@lyceum/core/admin';
import { Box, Flex, NumberInput } from '@strapi/design-system';
import { type RuleMessage, TEXT_LIMITS } from '../../../../../contract/index.ts';
import { MarkdownField } from '../MarkdownField.tsx';
import { LabelledField } from './LabelledField.tsx';

export type ShareAndFeedbackProps = {
  /** What earns the share: "Option B". */
  name: string;
  shareField: string;
  feedbackField: string;
  percent: number | undefined;
  feedback: string;
  change(part: { percent?: number | undefined; feedback?: string }): void;
  messages: readonly RuleMessage[];
};

/** What an answer earns in percent of the points, and what a learner is told who gives it. */
export function ShareAndFeedback({
  name,
  shareField,
  feedbackField,
  percent,
  feedback,
  change,
  messages,
}: ShareAndFeedbackProps) {
  const t = useText('questions');
  return (
    <Flex gap={4} wrap="wrap" alignItems="start" paddingTop={3}>
      <Box style={{ flex: '0 1 14rem', minInlineSize: '12rem' }}>
        <LabelledField field={shareField} label={t('share.label')} hint={t('share.hint')} messages={messages}>
          <NumberInput
            aria-label={t('share.named', { name })}
            name={shareField}
            value={percent}
            onValueChange={(value: number | undefined) => change({ percent: value })}
          />
        </LabelledField>
      </Box>
      <Box style={{ flex: '1 1 22rem', minInlineSize: 0 }}>
        <MarkdownField
          field={feedbackField}
          label={t('feedback.named', { name })}
          value={feedback}
          rows={2}
          maxLength={TEXT_LIMITS.feedback}
          onChange={(text) => change({ feedback: text })}
          messages={messages}
        />
      </Box>
    </Flex>
  );
}
