import { Notice, useCall, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, Field, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { listQuestions, SEARCH_LENGTH, SET_MAX_QUESTIONS, type SetMember } from '../../../../contract/index.ts';
import { MemberList } from './MemberList.tsx';

/** How long somebody may go on typing before the bank is searched. */
const PAUSE_MS = 300;
const SHOWN = 10;

type Props = { taken: readonly string[]; onAdd(member: SetMember): void };

/** Finds questions by code or words and adds them. */
export function AddQuestions({ taken, onAdd }: Props) {
  const t = useText('questions');
  const call = useCall();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useLoaded(
    async () => (search === '' ? null : call(listQuestions, { query: { search, sort: 'relevance', pageSize: SHOWN } } as never)),
    [search],
  );
  const rows: SetMember[] = (found.value?.rows ?? []).map((row) => ({ ...row, stemStart: row.stemStart }));
  const isFull = taken.length >= SET_MAX_QUESTIONS;
  return (
    <Box>
      <Field.Root name="set-add" hint={isFull ? t('sets.full', { count: SET_MAX_QUESTIONS }) : t('sets.add-hint')}>
        <Field.Label>{t('sets.add')}</Field.Label>
        <Field.Input
          value={text}
          dir="auto"
          maxLength={SEARCH_LENGTH}
          disabled={isFull}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      {found.error ? <Notice tone="danger" title={problemText(found.error)} /> : null}
      {search !== '' && found.value && rows.length === 0 ? (
        <Typography role="status" tag="p" textColor="neutral600" paddingTop={2}>
          {t('sets.nothing-found')}
        </Typography>
      ) : null}
      <MemberList
        label={t('sets.found')}
        members={rows}
        actions={(member) =>
          taken.includes(member.documentId) ? (
            <Typography textColor="neutral600">{t('sets.is-in')}</Typography>
          ) : (
            <Button
              size="S"
              variant="secondary"
              startIcon={<Plus />}
              disabled={isFull}
              aria-label={t('sets.add-named', { code: member.code })}
              onClick={() => onAdd(member)}
            >
              {t('many.add')}
            </Button>
          )
        }
      />
    </Box>
  );
}
