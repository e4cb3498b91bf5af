import { PageFrame, useCall, useConfirm, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import { Box, Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  createInstitute,
  deleteInstitute,
  INSTITUTES,
  type Institute,
  listInstituteStaff,
  listInstitutes,
  renameInstitute,
  setInstituteOfStaff,
} from '../../../../contract/institutes.ts';
import { InstituteTable } from './InstituteTable.tsx';
import { MemberTable } from './MemberTable.tsx';
import { NameDialog } from './NameDialog.tsx';

/** Institutes and who of the staff belongs to which: what teachers see in the question bank depends on it. */
export function Institutes() {
  const t = useText('platform');
  const call = useCall();
  const problemText = useProblemText();
  const { toggleNotification } = useNotification();
  const { confirm, dialog } = useConfirm();
  const institutes = useLoaded(async () => (await call(listInstitutes)).rows, []);
  const people = useLoaded(async () => (await call(listInstituteStaff)).rows, []);
  const [naming, setNaming] = useState<Institute | 'new' | null>(null);

  /** True when it was done; a refusal is shown and nothing else happens. */
  const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      institutes.reload();
      people.reload();
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: problemText(error) });
      return false;
    }
  };

  const save = async (name: string) => {
    const isDone = await tried(() =>
      naming === 'new' || naming === null
        ? call(createInstitute, { body: { name } })
        : call(renameInstitute, { params: { id: naming.id }, body: { name } }),
    );
    if (isDone) setNaming(null);
  };

  const remove = async (institute: Institute) => {
    const isSure = await confirm({
      title: t('institute.delete-title', { name: institute.name }),
      text: t('institute.delete-text'),
      action: t('institute.delete'),
      isDangerous: true,
    });
    if (isSure) await tried(() => call(deleteInstitute, { params: { id: institute.id } }));
  };

  const add = (
    <Button startIcon={<Plus />} onClick={() => setNaming('new')}>
      {t('institute.new')}
    </Button>
  );
  return (
    <PageFrame
      title={t('institute.title')}
      subtitle={t('institute.subtitle')}
      permission={INSTITUTES}
      navigationAction={<BackButton />}
      primaryAction={add}
      error={institutes.error ?? people.error}
    >
      {institutes.value === null ? (
        institutes.error ? null : (
          <Flex justifyContent="center" padding={8}>
            <Loader>{t('institute.loading')}</Loader>
          </Flex>
        )
      ) : institutes.value.length === 0 ? (
        <EmptyStateLayout content={t('institute.empty')} action={add} />
      ) : (
        <>
          <InstituteTable rows={institutes.value} onRename={setNaming} onDelete={(one) => void remove(one)} />
          <Box paddingTop={8} paddingBottom={4}>
            <Typography variant="beta" tag="h2">
              {t('institute.members')}
            </Typography>
          </Box>
          <MemberTable
            people={people.value ?? []}
            institutes={institutes.value}
            onPut={(staffId, instituteId) =>
              void tried(() => call(setInstituteOfStaff, { params: { staffId }, body: { instituteId } }))
            }
          />
        </>
      )}
      {naming ? (
        <NameDialog
          title={naming === 'new' ? t('institute.new') : t('institute.rename')}
          name={naming === 'new' ? '' : naming.name}
          onSave={save}
          onClose={() => setNaming(null)}
        />
      ) : null}
      {dialog}
    </PageFrame>
  );
}
