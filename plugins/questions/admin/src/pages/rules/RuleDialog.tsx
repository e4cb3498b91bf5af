import { useText } from '@lyceum/core/admin';
import type { DocumentId } from '@lyceum/core/contract';
import { Field, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useState } from 'react';
import {
  type CustomRule,
  type ExamType,
  LIMITED_FIELDS,
  RULE_KINDS,
  RuleBody,
  type RuleKind,
  SWITCHABLE_WARNINGS,
} from '../../../../contract/index.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { NameField } from '../taxonomy/NameField.tsx';

export type RuleDialogProps = {
  rule?: CustomRule;
  examTypes: readonly ExamType[];
  onSave(rule: Omit<CustomRule, 'id'>): Promise<void>;
  onClose(): void;
};

/** Everything a rule of any kind may say, while it is written. */
type Draft = { kind: RuleKind; code: string; tag: string; field: string; max: number | undefined; phrase: string };

const EMPTY: Draft = {
  kind: 'requiredTag',
  code: SWITCHABLE_WARNINGS[0],
  tag: '',
  field: LIMITED_FIELDS[0],
  max: undefined,
  phrase: '',
};
/** What each kind takes from the draft. */
const PARTS = { switchOff: ['code'], requiredTag: ['tag'], maxLength: ['field', 'max'], forbiddenPhrase: ['phrase'] } as const;
const ALL = 'all';

const bodyOf = (draft: Draft) =>
  RuleBody.safeParse({ kind: draft.kind, ...Object.fromEntries(PARTS[draft.kind].map((part) => [part, draft[part]])) });

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
};

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect aria-label={label} value={value} onChange={(next: string | number) => onChange(String(next))}>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

/** Kind, what it says, and whose questions it holds for. */
export function RuleDialog({ rule, examTypes, onSave, onClose }: RuleDialogProps) {
  const t = useText('questions');
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, ...rule?.rule });
  const [examType, setExamType] = useState<DocumentId | null>(rule?.examType ?? null);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const body = bodyOf(draft);
  const parts: readonly string[] = PARTS[draft.kind];

  return (
    <FormDialog
      title={rule ? t('rule.change') : t('rule.new')}
      isComplete={body.success}
      onSave={async () => {
        if (body.success) await onSave({ examType, rule: body.data, isOn: rule?.isOn ?? true });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('rule.kind')}
        value={draft.kind}
        options={RULE_KINDS.map((kind) => ({ value: kind, label: t(`rule.kind-${kind}`) }))}
        onChange={(kind) => set({ kind: kind as RuleKind })}
      />
      {parts.includes('code') ? (
        <Choice
          label={t('rule.code')}
          value={draft.code}
          options={SWITCHABLE_WARNINGS.map((code) => ({ value: code, label: t(`warning.${code}`) }))}
          onChange={(code) => set({ code })}
        />
      ) : null}
      {parts.includes('tag') ? (
        <NameField name="rule-tag" label={t('rule.tag')} value={draft.tag} maxLength={60} onChange={(tag) => set({ tag })} />
      ) : null}
      {parts.includes('field') ? (
        <Choice
          label={t('rule.field')}
          value={draft.field}
          options={LIMITED_FIELDS.map((field) => ({ value: field, label: t(`field.${field}`) }))}
          onChange={(field) => set({ field })}
        />
      ) : null}
      {parts.includes('max') ? (
        <Field.Root name="rule-max" required>
          <Field.Label>{t('rule.max')}</Field.Label>
          <NumberInput value={draft.max} onValueChange={(max: number | undefined) => set({ max })} />
        </Field.Root>
      ) : null}
      {parts.includes('phrase') ? (
        <NameField
          name="rule-phrase"
          label={t('rule.phrase')}
          hint={t('rule.phrase-hint')}
          value={draft.phrase}
          maxLength={200}
          onChange={(phrase) => set({ phrase })}
        />
      ) : null}
      <Choice
        label={t('rule.exam-type')}
        value={examType ?? ALL}
        options={[
          { value: ALL, label: t('rule.all') },
          ...examTypes.map(({ documentId, code, name }) => ({ value: documentId, label: `${code}: ${name}` })),
        ]}
        onChange={(next) => setExamType(next === ALL ? null : (next as DocumentId))}
      />
    </FormDialog>
  );
}
