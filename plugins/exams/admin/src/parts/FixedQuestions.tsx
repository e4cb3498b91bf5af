import { useCall, useLoaded, useText } from '@lyceum/core/admin';
import { getQuestion, listQuestions } from '@lyceum/questions/contract';
import { Box, Button, Flex, IconButton, Loader, Modal, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { useState } from 'react';
import type { ExamSection } from '../../../contract/index.ts';
import { moved } from './draft.ts';

type Ids = ExamSection['fixed'];

function Picker({ taken, onPick, onClose }: { taken: ReadonlySet<string>; onPick(id: Ids[number]): void; onClose(): void }) {
  const t = useText('exams');
  const call = useCall();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const { value } = useLoaded(
    () => call(listQuestions, { query: { status: 'published', pageSize: 50, ...(search ? { search } : {}) } }),
    [search],
  );
  const rows = value?.rows.filter((row) => !taken.has(row.documentId)) ?? [];
  return (
    <Modal.Root open onOpenChange={(open: boolean) => (open ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('fixed.pick')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <SearchForm
            onSubmit={(event: React.FormEvent) => {
              event.preventDefault();
              setSearch(typed.trim());
            }}
          >
            <Searchbar
              name="question-search"
              value={typed}
              clearLabel={t('fixed.search-clear')}
              onClear={() => setTyped('')}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
            >
              {t('fixed.search')}
            </Searchbar>
          </SearchForm>
          <Box tag="ul" paddingTop={4}>
            {value ? null : <Loader />}
            {value && rows.length === 0 ? <Typography textColor="neutral600">{t('fixed.none')}</Typography> : null}
            {rows.map((row) => (
              <Flex tag="li" key={row.documentId} gap={3} paddingBottom={2} justifyContent="space-between">
                <Typography>{`${row.code} · ${row.stemStart.slice(0, 90)}`}</Typography>
                <Button size="S" variant="secondary" startIcon={<Plus />} onClick={() => onPick(row.documentId)}>
                  {t('fixed.add')}
                </Button>
              </Flex>
            ))}
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t('fixed.done')}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function Name({ id }: { id: Ids[number] }) {
  const t = useText('exams');
  const call = useCall();
  const { value, error } = useLoaded(() => call(getQuestion, { params: { documentId: id } }), [id]);
  if (error) return <Typography textColor="danger600">{t('fixed.gone')}</Typography>;
  return <Typography ellipsis>{value ? `${value.code} · ${value.stem.slice(0, 110)}` : '…'}</Typography>;
}

/** Questions that are on every paper, in their order. */
export function FixedQuestions({ ids, onChange }: { ids: Ids; onChange(ids: Ids): void }) {
  const t = useText('exams');
  const [isOpen, setOpen] = useState(false);
  return (
    <Box>
      <Box tag="ol">
        {ids.map((id, at) => (
          <Flex tag="li" key={id} gap={2} paddingBottom={2} justifyContent="space-between">
            <Box flex="1" minWidth={0}>
              <Name id={id} />
            </Box>
            <IconButton label={t('move-up')} variant="ghost" disabled={at === 0} onClick={() => onChange(moved(ids, at, -1))}>
              <ArrowUp />
            </IconButton>
            <IconButton
              label={t('move-down')}
              variant="ghost"
              disabled={at === ids.length - 1}
              onClick={() => onChange(moved(ids, at, 1))}
            >
              <ArrowDown />
            </IconButton>
            <IconButton label={t('fixed.remove')} variant="ghost" onClick={() => onChange(ids.filter((other) => other !== id))}>
              <Trash />
            </IconButton>
          </Flex>
        ))}
      </Box>
      <Button variant="tertiary" startIcon={<Plus />} onClick={() => setOpen(true)}>
        {t('fixed.open')}
      </Button>
      {isOpen ? <Picker taken={new Set(ids)} onPick={(id) => onChange([...ids, id])} onClose={() => setOpen(false)} /> : null}
    </Box>
  );
}
