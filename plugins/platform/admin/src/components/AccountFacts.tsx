import { useDates, useText } from '@lyceum/core/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { UserRow } from '../../../contract/users.ts';
import { StateBadge } from './StateBadge.tsx';

type User = UserRow & { staffAccount: { id: number; active: boolean } | null };

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Flex gap={4} alignItems="baseline">
      <Box minWidth="14rem">
        <Typography tag="dt" textColor="neutral600">
          {name}
        </Typography>
      </Box>
      <Typography tag="dd">{children}</Typography>
    </Flex>
  );
}

/** What an account is, in one column. */
export function AccountFacts({ user }: { user: User }) {
  const t = useText('platform');
  const { dateTime } = useDates();
  const staff = user.staffAccount === null ? 'none' : user.staffAccount.active ? 'active' : 'asleep';
  return (
    <Flex tag="dl" direction="column" alignItems="stretch" gap={3}>
      <Fact name={t('list.state')}>
        <StateBadge state={user.state} />
      </Fact>
      <Fact name={t('list.email')}>{user.email}</Fact>
      <Fact name={t('account.verified')}>{dateTime(user.verifiedAt)}</Fact>
      <Fact name={t('list.registered')}>{dateTime(user.createdAt)}</Fact>
      <Fact name={t('list.last-seen')}>{dateTime(user.lastSeenAt)}</Fact>
      <Fact name={t('account.language')}>{t(`language.${user.locale}`)}</Fact>
      <Fact name={t('account.time-zone')}>{user.timeZone}</Fact>
      <Fact name={t('account.staff')}>{t(`staff.${staff}`)}</Fact>
    </Flex>
  );
}
