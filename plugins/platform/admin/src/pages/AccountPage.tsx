import { PageFrame, useCall, useConfirm, useLoaded, useMay, useText } from '@lyceum/core/admin';
import { Box, Button, Flex, Grid, Loader, Typography } from '@strapi/design-system';
import { BackButton } from '@strapi/strapi/admin';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router-dom';
import { getUser, USERS_MANAGE, USERS_READ, USERS_ROLES } from '../../../contract/users.ts';
import { useAccountDeeds } from '../api/use-account-deeds.ts';
import { AccountFacts } from '../components/AccountFacts.tsx';
import { ReasonDialog } from '../components/ReasonDialog.tsx';
import { RoleEditor } from '../components/RoleEditor.tsx';
import { SessionList } from '../components/SessionList.tsx';

type WithReason = 'block' | 'unblock' | 'confirm';

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section" width="100%">
      <Typography variant="delta" tag="h2" paddingBottom={4}>
        {title}
      </Typography>
      <Box paddingTop={4}>{children}</Box>
    </Box>
  );
}

/** One account: what it is, what it may, where it is signed in. */
export function AccountPage() {
  const t = useText('platform');
  const { userId = '' } = useParams();
  const call = useCall();
  const may = useMay();
  const deeds = useAccountDeeds();
  const { confirm, dialog } = useConfirm();
  const [asking, setAsking] = useState<WithReason | null>(null);
  const { value: user, error, reload } = useLoaded(() => call(getUser, { params: { userId } }), [userId]);
  const mayManage = may(USERS_MANAGE);

  const withReason = async (reason: string) => {
    const deed = { block: deeds.block, unblock: deeds.unblock, confirm: deeds.confirmEmail }[asking ?? 'block'];
    if (await deed(userId, reason)) reload();
    setAsking(null);
  };

  const signOutAll = async () => {
    const isSure = await confirm({
      title: t('sign-out.title'),
      text: t('sign-out.text'),
      action: t('list.sign-out'),
      isDangerous: true,
    });
    if (isSure && (await deeds.signOut(userId))) reload();
  };

  return (
    <PageFrame
      title={user?.displayName || user?.email || t('account.title')}
      subtitle={user?.email ?? ''}
      permission={USERS_READ}
      navigationAction={<BackButton />}
      error={error}
      primaryAction={
        user && mayManage ? (
          <Flex gap={2} wrap="wrap">
            {user.state === 'unverified' ? (
              <Button variant="secondary" onClick={() => setAsking('confirm')}>
                {t('confirm.action')}
              </Button>
            ) : null}
            <Button variant="secondary" disabled={user.openSessions === 0} onClick={() => void signOutAll()}>
              {t('list.sign-out')}
            </Button>
            {user.state === 'disabled' ? (
              <Button onClick={() => setAsking('unblock')}>{t('unblock.action')}</Button>
            ) : (
              <Button variant="danger-light" onClick={() => setAsking('block')}>
                {t('block.action')}
              </Button>
            )}
          </Flex>
        ) : undefined
      }
    >
      {user ? (
        <Grid.Root gap={6}>
          <Grid.Item col={7} s={12} alignItems="stretch">
            <Card title={t('account.facts')}>
              <AccountFacts user={user} />
            </Card>
          </Grid.Item>
          <Grid.Item col={5} s={12} alignItems="stretch">
            <Card title={t('account.roles')}>
              <RoleEditor
                grants={user.roles}
                isReadOnly={!may(USERS_ROLES)}
                onSave={async (roles) => {
                  if (await deeds.assignRoles(userId, roles)) reload();
                }}
              />
            </Card>
          </Grid.Item>
          <Grid.Item col={12} alignItems="stretch">
            <Card title={t('account.sessions')}>
              <SessionList
                sessions={user.sessions}
                mayEnd={mayManage}
                onEnd={async (session) => {
                  if (await deeds.endSession(userId, session.id)) reload();
                }}
              />
            </Card>
          </Grid.Item>
        </Grid.Root>
      ) : error ? null : (
        <Loader>{t('account.loading')}</Loader>
      )}
      {asking ? (
        <ReasonDialog
          title={t(`${asking}.title`, { count: 1 })}
          text={t(`${asking}.text`)}
          action={t(`${asking}.action`)}
          isDangerous={asking === 'block'}
          onClose={() => setAsking(null)}
          onConfirm={withReason}
        />
      ) : null}
      {dialog}
    </PageFrame>
  );
}
