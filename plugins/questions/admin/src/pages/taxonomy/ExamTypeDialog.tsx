import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex, IconButton, NumberInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useState } from 'react';
import { BLUEPRINT_SUM, type BlueprintLine, type ExamType, TEXT_LIMITS, type Topic } from '../../../../contract/index.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { TopicSelect } from '../../components/TopicSelect.tsx';
import { type DraftLine, isWhole, sumOf, toBlueprint } from './blueprint.ts';
import { NameField } from './NameField.tsx';

export type ExamTypeDialogProps = {
  examType?: ExamType;
  topics: readonly Topic[];
  onSave(input: { code: string; name: string; blueprint: BlueprintLine[] }): Promise<void>;
  onClose(): void;
};

/** Code, name and blueprint of an exam type. */
export function ExamTypeDialog({ examType, topics, onSave, onClose }: ExamTypeDialogProps) {
  const t = useText('questions');
  const [code, setCode] = useState(examType?.code ?? '');
  const [name, setName] = useState(examType?.name ?? '');
  const [lines, setLines] = useState<DraftLine[]>(examType?.blueprint ?? []);
  const change = (at: number, line: DraftLine) => setLines(lines.with(at, line));
  const sum = sumOf(lines);
  return (
    <FormDialog
      title={examType ? t('exam-type.change') : t('exam-type.new')}
      isComplete={code.trim() !== '' && name.trim() !== '' && isWhole(lines)}
      onSave={() => onSave({ code: code.trim(), name: name.trim(), blueprint: toBlueprint(lines) })}
      onClose={onClose}
    >
      <NameField
        name="exam-type-code"
        label={t('exam-type.code')}
        hint={t('exam-type.code-hint')}
        value={code}
        maxLength={TEXT_LIMITS.code}
        onChange={setCode}
      />
      <NameField
        name="exam-type-name"
        label={t('exam-type.name')}
        value={name}
        maxLength={TEXT_LIMITS.topicName}
        onChange={setName}
      />
      <Box tag="fieldset" style={{ border: 0 }}>
        <Flex tag="legend" justifyContent="space-between" gap={4} paddingBottom={2}>
          <Typography variant="pi" fontWeight="bold">
            {t('exam-type.blueprint')}
          </Typography>
          {lines.length > 0 ? (
            <Typography variant="pi" aria-live="polite" textColor={sum === BLUEPRINT_SUM ? 'success600' : 'danger600'}>
              {t('exam-type.sum', { sum })}
            </Typography>
          ) : null}
        </Flex>
        <Flex direction="column" alignItems="stretch" gap={2}>
          <Typography variant="pi" textColor="neutral600">
            {t('exam-type.blueprint-hint')}
          </Typography>
          {lines.map((line, at) => (
            <Flex key={at} gap={2} alignItems="center">
              <Box flex="1">
                <TopicSelect
                  topics={topics}
                  label={t('field.topic')}
                  value={line.topic}
                  onChange={(topic) => change(at, { ...line, topic })}
                />
              </Box>
              <Box width="10rem">
                <NumberInput
                  aria-label={t('exam-type.weight')}
                  value={line.weight}
                  onValueChange={(weight: number | undefined) => change(at, { ...line, weight })}
                />
              </Box>
              <IconButton
                variant="ghost"
                label={t('exam-type.remove-line', { number: at + 1 })}
                onClick={() => setLines(lines.toSpliced(at, 1))}
              >
                <Trash />
              </IconButton>
            </Flex>
          ))}
          <Box>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<Plus />}
              onClick={() => setLines([...lines, { topic: null, weight: undefined }])}
            >
              {t('exam-type.add-line')}
            </Button>
          </Box>
        </Flex>
      </Box>
    </FormDialog>
  );
}
