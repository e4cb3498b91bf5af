import { useText } from '@lyceum/core/admin';
import { LOCALES, type Locale } from '@lyceum/core/contract';
import { Field, Grid, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { TEXT_LIMITS } from '../../../../contract/index.ts';
import { DIFFICULTIES } from '../../api/difficulty.ts';
import { useDifficultyLabel } from '../../api/use-difficulty-label.ts';
import { FactCell } from './FactCell.tsx';
import { LICENCES } from './licences.ts';
import { NamesFields, type NamesFieldsProps } from './NamesFields.tsx';

type Texts = 'code' | 'title' | 'tags' | 'source' | 'licence';
type Numbers = 'points' | 'estimatedSec';

const LICENCE_LIST = 'question-licences';

/** Everything about a question that is not its text or its answer. */
export function FactsFields(props: NamesFieldsProps) {
  const { draft, change, messages } = props;
  const t = useText('questions');
  const difficultyLabel = useDifficultyLabel();

  const text = (field: Texts, maxLength: number, hint = '', list?: string) => (
    <FactCell field={field} messages={messages} hint={hint}>
      <Field.Input
        name={field}
        value={draft[field]}
        dir="auto"
        maxLength={maxLength}
        {...(list ? { list } : {})}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ ...draft, [field]: event.target.value })}
      />
    </FactCell>
  );
  const number = (field: Numbers, hint: string) => (
    <FactCell field={field} messages={messages} hint={hint}>
      <NumberInput
        name={field}
        value={draft[field]}
        onValueChange={(value: number | undefined) => change({ ...draft, [field]: value })}
      />
    </FactCell>
  );

  return (
    <Grid.Root gap={4} width="100%">
      <NamesFields {...props} />
      <FactCell field="difficulty" messages={messages} isRequired>
        <SingleSelect
          aria-label={t('field.difficulty')}
          value={draft.difficulty === undefined ? '' : String(draft.difficulty)}
          placeholder={t('form.choose')}
          onChange={(value: string | number) => change({ ...draft, difficulty: Number(value) })}
        >
          {DIFFICULTIES.map((value) => (
            <SingleSelectOption key={value} value={String(value)}>
              {difficultyLabel(value)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </FactCell>
      <FactCell field="language" messages={messages} isRequired>
        <SingleSelect
          aria-label={t('field.language')}
          value={draft.language}
          onChange={(value: string | number) => change({ ...draft, language: value as Locale })}
        >
          {LOCALES.map((value) => (
            <SingleSelectOption key={value} value={value}>
              {t(`language.${value}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </FactCell>
      {number('points', t('form.points-hint'))}
      {number('estimatedSec', t('form.seconds-hint'))}
      {text('title', TEXT_LIMITS.title, t('form.title-hint'))}
      {text('code', TEXT_LIMITS.code, t('form.code-hint'))}
      {text('tags', 2_000, t('form.tags-hint'))}
      {text('source', TEXT_LIMITS.source, t('form.source-hint'))}
      {text('licence', TEXT_LIMITS.source, t('form.licence-hint'), LICENCE_LIST)}
      <datalist id={LICENCE_LIST}>
        {LICENCES.map((licence) => (
          <option key={licence} value={licence} />
        ))}
      </datalist>
    </Grid.Root>
  );
}
