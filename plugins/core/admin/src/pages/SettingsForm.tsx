import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  Loader,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Toggle,
  Typography,
} from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { getSettings, putSettings } from '../../../contract/index.ts';
import { AdminProblem } from '../kit/problem.ts';
import { useCall } from '../kit/use-call.ts';
import { useLoaded } from '../kit/use-loaded.ts';
import { useDates, useProblemText, useText } from '../kit/use-text.ts';
import { type FieldSchema, fieldsOf, labelOf, limitsOf } from './settings-schema.ts';

type Values = Record<string, unknown>;
type InputProps = { field: FieldSchema; value: unknown; onChange(value: unknown): void };

function Input({ field, value, onChange }: InputProps) {
  const t = useText('core');
  if (field.type === 'boolean') {
    return (
      <Toggle
        checked={value === true}
        onLabel={t('settings.on')}
        offLabel={t('settings.off')}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
      />
    );
  }
  if (field.type === 'integer' || field.type === 'number') {
    return (
      <NumberInput
        value={typeof value === 'number' ? value : undefined}
        onValueChange={(next: number | undefined) => onChange(next ?? null)}
      />
    );
  }
  if (field.enum) {
    return (
      <SingleSelect value={String(value ?? '')} onChange={(next: string | number) => onChange(String(next))}>
        {field.enum.map((option) => (
          <SingleSelectOption key={option} value={option}>
            {option}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  }
  return (
    <TextInput
      value={String(value ?? '')}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  );
}

/** The form of one plugin's settings, with the default and the limits beside each value, and who changed what before. */
export function SettingsForm({ plugin }: { plugin: string }) {
  const t = useText('core');
  const { dateTime } = useDates();
  const problemText = useProblemText();
  const call = useCall();
  const { toggleNotification } = useNotification();
  const { value: loaded, reload } = useLoaded(() => call(getSettings, { params: { plugin } }), [plugin]);
  const [values, setValues] = useState<Values>({});
  const [wrong, setWrong] = useState<Record<string, string>>({});
  useEffect(() => setValues(loaded?.values ?? {}), [loaded]);

  if (!loaded) return <Loader />;
  const changed = Object.keys(values).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(loaded.values[name]));

  const save = async () => {
    setWrong({});
    try {
      await call(putSettings, {
        params: { plugin },
        body: { values: Object.fromEntries(changed.map((name) => [name, values[name]])) },
      });
      toggleNotification({ type: 'success', message: t('settings.saved') });
      reload();
    } catch (error) {
      if (error instanceof AdminProblem)
        setWrong(Object.fromEntries(error.errors.map(({ path, message }) => [path.split('.').at(-1) ?? '', message])));
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={8}>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
        <Grid.Root gap={6}>
          {fieldsOf(loaded.schema).map(([name, field]) => (
            <Grid.Item key={name} col={6} s={12} xs={12} direction="column" alignItems="stretch">
              <Field.Root
                name={name}
                error={wrong[name]}
                hint={[field.description, limitsOf(field), t('settings.default', { value: String(loaded.defaults[name] ?? '–') })]
                  .filter(Boolean)
                  .join(' · ')}
              >
                <Field.Label>{labelOf(name)}</Field.Label>
                <Input field={field} value={values[name]} onChange={(next) => setValues({ ...values, [name]: next })} />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            </Grid.Item>
          ))}
        </Grid.Root>
        <Flex gap={3} paddingTop={6}>
          <Button disabled={changed.length === 0} onClick={() => void save()}>
            {t('settings.save')}
          </Button>
          <Button variant="tertiary" disabled={changed.length === 0} onClick={() => setValues(loaded.values)}>
            {t('settings.discard')}
          </Button>
        </Flex>
      </Box>
      <Box>
        <Typography variant="delta" tag="h2">
          {t('settings.history')}
        </Typography>
        {loaded.history.length === 0 ? <Typography textColor="neutral600">{t('settings.history-empty')}</Typography> : null}
        <Box tag="ul" paddingTop={3}>
          {loaded.history.map((row) => (
            <Box tag="li" key={`${row.changedAt}-${row.field}`} paddingBottom={2}>
              <Typography>{`${dateTime(row.changedAt)} · ${row.changedBy} · ${labelOf(row.field)}: ${JSON.stringify(row.before)} → ${JSON.stringify(row.after)}`}</Typography>
            </Box>
          ))}
        </Box>
      </Box>
    </Flex>
  );
}
