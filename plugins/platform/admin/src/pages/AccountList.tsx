import { PageFrame, useDates, useMay, useText, WorkList } from '@lyceum/core/admin';
import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { INSTITUTES } from '../../../contract/institutes.ts';
import { PARTNER_TOKENS } from '../../../contract/partner-tokens.ts';
import { ROLES } from '../../../contract/roles.ts';
import { listUsers, USER_STATES, USERS_MANAGE, USERS_READ, type UserRow } from '../../../contract/users.ts';
import { useAccountDeeds } from '../api/use-account-deeds.ts';
import { ReasonDialog } from '../components/ReasonDialog.tsx';
import { StateBadge } from '../components/StateBadge.tsx';
import { HOME } from '../plugin-id.ts';

type Blocking = { readonly rows: readonly UserRow[]; answer(isDone: boolean): void };

/** Everybody with an account: found, looked at, blocked, signed out. */
export function AccountList() {
  const t = useText('platform');
  const { dateTime } = useDates();
  const may = useMay();
  const navigate = useNavigate();
  const deeds = useAccountDeeds();
  const [blocking, setBlocking] = useState<Blocking | null>(null);

  const finish = (isDone: boolean) => {
    blocking?.answer(isDone);
    setBlocking(null);
  };

  const actions = may(USERS_MANAGE)
    ? [
        {
          label: t('list.sign-out'),
          async run(rows: readonly UserRow[]) {
            for (const row of rows) await deeds.signOut(row.id);
          },
        },
        {
          label: t('list.block'),
          variant: 'danger-light' as const,
          run: (rows: readonly UserRow[]) => new Promise<boolean | undefined>((answer) => setBlocking({ rows, answer })),
        },
      ]
    : [];

  return (
    <PageFrame
      title={t('list.title')}
      subtitle={t('list.subtitle')}
      permission={USERS_READ}
      primaryAction={
        <Flex gap={2}>
          {may(PARTNER_TOKENS) ? (
            <LinkButton variant="tertiary" tag={Link} to={`${HOME}/partner-tokens`}>
              {t('partner.title')}
            </LinkButton>
          ) : null}
          {may(INSTITUTES) ? (
            <LinkButton variant="secondary" tag={Link} to={`${HOME}/institutes`}>
              {t('institute.title')}
            </LinkButton>
          ) : null}
        </Flex>
      }
    >
      <WorkList<UserRow>
        endpoint={listUsers}
        name="accounts"
        searchLabel={t('list.search')}
        filters={[
          {
            name: 'state',
            label: t('list.state'),
            options: USER_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
          { name: 'role', label: t('list.role'), options: ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })) },
        ]}
        rowId={(row) => row.id}
        rowName={(row) => row.email}
        onOpen={(row) => navigate(`${HOME}/${row.id}`)}
        actions={actions}
        columns={[
          {
            key: 'displayName',
            header: t('list.name'),
            sort: 'displayName',
            cell: (row) => <Typography fontWeight="bold">{row.displayName || '–'}</Typography>,
          },
          { key: 'email', header: t('list.email'), sort: 'email', cell: (row) => <Typography>{row.email}</Typography> },
          { key: 'state', header: t('list.state'), cell: (row) => <StateBadge state={row.state} /> },
          {
            key: 'roles',
            header: t('list.roles'),
            cell: (row) => (
              <Flex gap={1} wrap="wrap">
                <Typography>{[...new Set(row.roles.map(({ role }) => t(`role.${role}`)))].join(', ')}</Typography>
              </Flex>
            ),
          },
          { key: 'lastSeenAt', header: t('list.last-seen'), cell: (row) => <Typography>{dateTime(row.lastSeenAt)}</Typography> },
          {
            key: 'createdAt',
            header: t('list.registered'),
            sort: 'createdAt',
            cell: (row) => <Typography>{dateTime(row.createdAt)}</Typography>,
          },
        ]}
        empty={{ text: t('list.empty') }}
      />
      {blocking ? (
        <ReasonDialog
          title={t('block.title', { count: blocking.rows.length })}
          text={t('block.text')}
          action={t('block.action')}
          isDangerous
          onClose={() => finish(false)}
          onConfirm={async (reason) => {
            for (const row of blocking.rows) await deeds.block(row.id, reason);
            finish(true);
          }}
        />
      ) : null}
    </PageFrame>
  );
}
