import { PageFrame, useCall, useConfirm, useDates, useLoaded, useProblemText, useText } from '@lyceum/core/admin';
import {
  Badge,
  Button,
  EmptyStateLayout,
  Flex,
  Loader,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { BackButton, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import {
  createPartnerToken,
  listPartnerTokens,
  PARTNER_TOKENS,
  type PartnerToken,
  revokePartnerToken,
} from '../../../../contract/partner-tokens.ts';
import { NewToken, type TokenWishes } from './NewToken.tsx';

const COLUMNS = ['name', 'scopes', 'by', 'until', 'used', 'actions'] as const;

/** Keys of other systems: who made them, what they open, when they were last used, and an end at once. */
export function PartnerTokens() {
  const t = useText('platform');
  const call = useCall();
  const problemText = useProblemText();
  const { date, dateTime } = useDates();
  const { toggleNotification } = useNotification();
  const { confirm, dialog } = useConfirm();
  const tokens = useLoaded(() => call(listPartnerTokens), []);
  const [making, setMaking] = useState<{ token: string | null } | null>(null);

  const tell = (error: unknown) => toggleNotification({ type: 'danger', message: problemText(error) });
  const make = async (wishes: TokenWishes) => {
    try {
      const { token } = await call(createPartnerToken, { body: wishes });
      setMaking({ token });
      tokens.reload();
    } catch (error) {
      tell(error);
    }
  };
  const revoke = async ({ id, name }: PartnerToken) => {
    const question = {
      title: t('partner.revoke-title', { name }),
      text: t('partner.revoke-text'),
      action: t('partner.revoke'),
      isDangerous: true,
    };
    if (!(await confirm(question))) return;
    await call(revokePartnerToken, { params: { id } }).then(tokens.reload, tell);
  };
  const until = ({ expiresAt, revokedAt }: PartnerToken) => {
    if (revokedAt) return <Badge variant="danger">{t('partner.revoked', { when: date(revokedAt) })}</Badge>;
    if (expiresAt && new Date(expiresAt) < new Date())
      return <Badge variant="warning">{t('partner.expired', { when: date(expiresAt) })}</Badge>;
    return <Typography>{expiresAt ? date(expiresAt) : t('partner.endless')}</Typography>;
  };
  const add = (
    <Button startIcon={<Plus />} onClick={() => setMaking({ token: null })}>
      {t('partner.new')}
    </Button>
  );

  return (
    <PageFrame
      title={t('partner.title')}
      subtitle={t('partner.subtitle')}
      permission={PARTNER_TOKENS}
      navigationAction={<BackButton />}
      primaryAction={add}
      error={tokens.error}
    >
      {tokens.value === null ? (
        tokens.error ? null : (
          <Flex justifyContent="center" padding={8}>
            <Loader>{t('partner.loading')}</Loader>
          </Flex>
        )
      ) : tokens.value.rows.length === 0 ? (
        <EmptyStateLayout content={t('partner.empty')} action={add} />
      ) : (
        <Table colCount={COLUMNS.length} rowCount={tokens.value.rows.length + 1}>
          <Thead>
            <Tr>
              {COLUMNS.map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`partner.${column}`)}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {tokens.value.rows.map((token) => (
              <Tr key={token.id}>
                <Td>
                  <Typography fontWeight="bold" dir="auto">
                    {token.name}
                  </Typography>
                </Td>
                <Td>
                  <Typography>{token.scopes.join(', ')}</Typography>
                </Td>
                <Td>
                  <Typography>{`${token.createdBy ?? '–'}, ${date(token.createdAt)}`}</Typography>
                </Td>
                <Td>{until(token)}</Td>
                <Td>
                  <Typography>{token.lastUsedAt ? dateTime(token.lastUsedAt) : t('partner.never')}</Typography>
                </Td>
                <Td>
                  {token.revokedAt ? null : (
                    <Button variant="danger-light" size="S" onClick={() => void revoke(token)}>
                      {t('partner.revoke')}
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {making ? (
        <NewToken scopes={tokens.value?.scopes ?? []} made={making.token} onMake={make} onClose={() => setMaking(null)} />
      ) : null}
      {dialog}
    </PageFrame>
  );
}
