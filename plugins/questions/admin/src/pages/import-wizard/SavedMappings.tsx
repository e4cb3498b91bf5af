import { useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Button, Flex, IconButton, SingleSelect, SingleSelectOption, TextInput, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { deleteMapping, listMappings, type Mapping, saveMapping } from '../../../../contract/index.ts';
import { fitted, sendable } from './mapping.ts';

export type SavedMappingsProps = { mapping: Mapping; headers: readonly string[]; onLoad(mapping: Mapping): void };

/** Mappings kept under a name for files of the same form. */
export function SavedMappings({ mapping, headers, onLoad }: SavedMappingsProps) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { value, reload } = useLoaded(() => call(listMappings), []);
  const [chosen, setChosen] = useState('');
  const [name, setName] = useState('');
  const rows = value?.rows ?? [];

  const act = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toggleNotification({ type: 'success', message: done });
      reload();
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
    }
  };
  const load = (id: string) => {
    const saved = rows.find((row) => row.id === id);
    if (!saved) return;
    setChosen(id);
    setName(saved.name);
    const { mapping: loaded, unknown } = fitted(saved.mapping, headers);
    onLoad(loaded);
    if (unknown.length > 0) toggleNotification({ type: 'warning', message: t('saved.unknown', { columns: unknown.join(', ') }) });
  };

  return (
    <Flex gap={3} wrap="wrap" alignItems="center">
      <Typography fontWeight="bold">{t('saved.title')}</Typography>
      {rows.length > 0 ? (
        <Flex gap={1}>
          <SingleSelect
            aria-label={t('saved.load')}
            placeholder={t('saved.load')}
            size="S"
            value={chosen}
            onChange={(id: string | number) => load(String(id))}
          >
            {rows.map((row) => (
              <SingleSelectOption key={row.id} value={row.id}>
                {row.name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          {chosen !== '' ? (
            <IconButton
              variant="ghost"
              label={t('saved.delete', { name })}
              onClick={() => {
                setChosen('');
                void act(() => call(deleteMapping, { params: { id: chosen } }), t('saved.deleted', { name }));
              }}
            >
              <Trash />
            </IconButton>
          ) : null}
        </Flex>
      ) : null}
      <TextInput
        aria-label={t('saved.name')}
        placeholder={t('saved.name')}
        size="S"
        maxLength={100}
        value={name}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
      />
      <Button
        variant="secondary"
        size="S"
        disabled={name.trim() === ''}
        onClick={() =>
          void act(
            () => call(saveMapping, { body: { name: name.trim(), mapping: sendable(mapping) } }),
            t('saved.done', { name: name.trim() }),
          )
        }
      >
        {t('saved.save')}
      </Button>
    </Flex>
  );
}
