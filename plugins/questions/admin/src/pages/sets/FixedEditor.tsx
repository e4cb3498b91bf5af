import { useText } from '@lyceum/core/admin';
import { Box, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Cross } from '@strapi/icons';
import { AddQuestions } from './AddQuestions.tsx';
import { MemberList } from './MemberList.tsx';
import { moved } from './set-draft.ts';
import type { SetOnScreen } from './use-set.ts';

/** A list in an order: questions are found and added below it. */
export function FixedEditor({ set: { draft, change, known, learn } }: { set: SetOnScreen }) {
  const t = useText('questions');
  const members = draft.documentIds.flatMap((id) => known[id] ?? []);
  const hidden = draft.documentIds.length - members.length;
  const list = (documentIds: readonly string[]) => change({ ...draft, documentIds });
  const move = (id: string, by: -1 | 1) => list(moved(draft.documentIds, draft.documentIds.indexOf(id), by));
  return (
    <>
      <Box>
        <Typography variant="delta" tag="h2">
          {t('sets.members', { count: draft.documentIds.length })}
        </Typography>
        {draft.documentIds.length === 0 ? (
          <Typography tag="p" textColor="neutral600" paddingTop={2}>
            {t('sets.no-members')}
          </Typography>
        ) : null}
        {hidden > 0 ? (
          <Typography tag="p" textColor="neutral600" paddingTop={2}>
            {t('sets.hidden', { count: hidden })}
          </Typography>
        ) : null}
        <MemberList
          label={t('sets.members', { count: members.length })}
          members={members}
          actions={({ documentId, code }, at) => (
            <>
              <IconButton variant="ghost" label={t('sets.up', { code })} disabled={at === 0} onClick={() => move(documentId, -1)}>
                <ArrowUp />
              </IconButton>
              <IconButton
                variant="ghost"
                label={t('sets.down', { code })}
                disabled={at === members.length - 1}
                onClick={() => move(documentId, 1)}
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                variant="ghost"
                label={t('sets.remove', { code })}
                onClick={() => list(draft.documentIds.filter((id) => id !== documentId))}
              >
                <Cross />
              </IconButton>
            </>
          )}
        />
      </Box>
      <AddQuestions
        taken={draft.documentIds}
        onAdd={(member) => {
          learn([member]);
          list([...draft.documentIds, member.documentId]);
        }}
      />
    </>
  );
}
