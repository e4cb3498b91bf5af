import { useText } from '@lyceum/core/admin';
import { Box, Button, Flex } from '@strapi/design-system';
import type { Tags } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { KeyCap } from './KeyCap.tsx';
import { EXAM_TYPE_KEYS, FIELD_KEYS, type TypedField } from './keys.ts';
import { TagRow } from './TagRow.tsx';
import { TypeAhead } from './TypeAhead.tsx';
import { type ListField, toggled } from './tags.ts';
import type { TagNames } from './use-tag-names.ts';

export type TagPanelProps = {
  tags: Tags;
  names: TagNames;
  /** The field one types in. */
  open: TypedField | null;
  onOpen(field: TypedField | null): void;
  change(tags: Tags): void;
  /** Tells a screen reader. */
  say(text: string): void;
};

const isList = (field: TypedField): field is ListField => field !== 'topic' && field !== 'skill';
const valuesOf = (tags: Tags, field: TypedField): readonly string[] => {
  const value = tags[field];
  return Array.isArray(value) ? value : value === null ? [] : [value];
};

/** Every tag of the question with its key. */
export function TagPanel({ tags, names, open, onOpen, change, say }: TagPanelProps) {
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();
  const choose = (field: TypedField, value: string) => {
    const name = names.options[field].find((option) => option.value === value)?.label ?? value;
    const isOut = isList(field) && valuesOf(tags, field).includes(value);
    change(isList(field) ? toggled(tags, field, value) : { ...tags, [field]: value });
    say(t(isOut ? 'tagging.removed' : 'tagging.added', { name }));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {Object.entries(FIELD_KEYS).map(([key, field]) => (
        <Box key={field}>
          <TagRow
            label={t(`tagging.field-${field}`)}
            keyName={key}
            values={valuesOf(tags, field)}
            options={names.options[field]}
            onOpen={() => onOpen(field)}
            {...(field === 'topic'
              ? {}
              : {
                  onRemove: (value: string) => change(field === 'skill' ? { ...tags, skill: null } : toggled(tags, field, value)),
                })}
          />
          {open === field ? (
            <Box paddingTop={2}>
              <TypeAhead
                label={t(`tagging.find-${field}`)}
                options={names.options[field]}
                chosen={valuesOf(tags, field)}
                takesNew={field === 'tags'}
                onChoose={(value) => choose(field, value)}
                onClose={() => onOpen(null)}
              />
            </Box>
          ) : null}
          {field === 'examTypes' && names.frequent.length > 0 ? (
            <Flex gap={2} wrap="wrap" paddingTop={2} tag="section" aria-label={t('tagging.frequent')}>
              {names.frequent.map(({ value, code }, place) => (
                <Button
                  key={value}
                  size="S"
                  variant={valuesOf(tags, 'examTypes').includes(value) ? 'secondary' : 'tertiary'}
                  aria-pressed={valuesOf(tags, 'examTypes').includes(value)}
                  startIcon={<KeyCap>{EXAM_TYPE_KEYS[place] ?? ''}</KeyCap>}
                  onClick={() => choose('examTypes', value)}
                >
                  {code}
                </Button>
              ))}
            </Flex>
          ) : null}
        </Box>
      ))}
      <TagRow
        label={t('field.difficulty')}
        keyName="1–0"
        values={[difficultyLabel(tags.difficulty)]}
        options={[]}
        onOpen={() => undefined}
      >
        <Flex gap={1} wrap="wrap">
          {DIFFICULTIES.map((value) => (
            <Button
              key={value}
              size="S"
              variant={value === tags.difficulty ? 'secondary' : 'tertiary'}
              aria-pressed={value === tags.difficulty}
              aria-label={difficultyLabel(value)}
              onClick={() => change({ ...tags, difficulty: value })}
            >
              {value}
            </Button>
          ))}
        </Flex>
      </TagRow>
    </Flex>
  );
}
