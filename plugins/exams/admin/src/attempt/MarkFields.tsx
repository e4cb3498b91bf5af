import { useText } from '@lyceum/core/admin';
import { Box, Flex, NumberInput, SingleSelect, SingleSelectOption, Textarea, Typography } from '@strapi/design-system';
import { MARK_COMMENT_MAX, type Marking } from '../../../contract/index.ts';
import { LabelledField } from '../parts/LabelledField.tsx';
import { type MarkDraft, weightPercents } from './mark-draft.ts';

export type MarkFieldsProps = {
  item: number;
  rubric: Marking['rubric'];
  pointsMax: number;
  draft: MarkDraft;
  onChange(draft: MarkDraft): void;
};

/** A share in percent for each criterion with what it asks for. */
function Criteria({ item, rubric, draft, onChange }: Omit<MarkFieldsProps, 'pointsMax'>) {
  const t = useText('exams');
  const weights = weightPercents(rubric);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {rubric.map(({ id, title, descriptionHtml }) => (
        <Box key={id}>
          <LabelledField
            name={`share-${item}-${id}`}
            label={t('marking.share', { title })}
            hint={t('marking.weight', { percent: weights[id] ?? 0 })}
          >
            <NumberInput
              value={draft.percents[id]}
              step={5}
              onValueChange={(next: number | undefined) => onChange({ ...draft, percents: { ...draft.percents, [id]: next } })}
            />
          </LabelledField>
          {/* Rendered and cleaned by the one renderer of the platform. */}
          {descriptionHtml ? (
            <Typography tag="div" textColor="neutral600" dangerouslySetInnerHTML={{ __html: descriptionHtml }} />
          ) : null}
        </Box>
      ))}
    </Flex>
  );
}

/** How the answer is marked: by the rubric or as points, and what the learner reads about it. */
export function MarkFields({ item, rubric, pointsMax, draft, onChange }: MarkFieldsProps) {
  const t = useText('exams');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {rubric.length > 0 ? (
        <LabelledField name={`how-${item}`} label={t('marking.how')}>
          <SingleSelect
            value={draft.mode}
            onChange={(next: string | number) => onChange({ ...draft, mode: next === 'points' ? 'points' : 'criteria' })}
          >
            <SingleSelectOption value="criteria">{t('marking.by-rubric')}</SingleSelectOption>
            <SingleSelectOption value="points">{t('marking.by-points')}</SingleSelectOption>
          </SingleSelect>
        </LabelledField>
      ) : (
        <Typography textColor="neutral600">{t('marking.no-rubric')}</Typography>
      )}
      {draft.mode === 'criteria' ? (
        <Criteria item={item} rubric={rubric} draft={draft} onChange={onChange} />
      ) : (
        <LabelledField name={`points-${item}`} label={t('marking.given-points', { max: pointsMax })}>
          <NumberInput
            value={draft.points}
            step={0.5}
            onValueChange={(points: number | undefined) => onChange({ ...draft, points })}
          />
        </LabelledField>
      )}
      <LabelledField name={`comment-${item}`} label={t('marking.comment')} hint={t('marking.comment-hint')}>
        <Textarea
          value={draft.comment}
          maxLength={MARK_COMMENT_MAX}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange({ ...draft, comment: event.target.value })}
        />
      </LabelledField>
    </Flex>
  );
}
