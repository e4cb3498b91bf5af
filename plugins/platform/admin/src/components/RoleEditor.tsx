import { useText } from '@lyceum/core/admin';
import { Box, Button, Checkbox, Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { ROLES, type Role, type RoleGrant } from '../../../contract/roles.ts';

export type RoleEditorProps = {
  grants: readonly RoleGrant[];
  isReadOnly: boolean;
  onSave(grants: RoleGrant[]): Promise<void>;
};

const keyOf = ({ role, scopeType, scopeId }: RoleGrant) => `${role} ${scopeType} ${scopeId ?? ''}`;
const isForSite = (role: Role) => (grant: RoleGrant) => grant.role === role && grant.scopeType === 'site';

/** Roles for the whole site as ticks; roles for one course or partner as tags that can be taken away. */
export function RoleEditor({ grants, isReadOnly, onSave }: RoleEditorProps) {
  const t = useText('platform');
  const [draft, setDraft] = useState<readonly RoleGrant[]>(grants);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => setDraft(grants), [grants]);

  const names = (list: readonly RoleGrant[]) => list.map(keyOf).sort().join('|');
  const isChanged = names(draft) !== names(grants);
  const scoped = draft.filter((grant) => grant.scopeType !== 'site');

  const toggle = (role: Role, isOn: boolean) =>
    setDraft((old) => {
      const others = old.filter((grant) => !isForSite(role)(grant));
      return isOn ? [...others, { role, scopeType: 'site', scopeId: null }] : others;
    });

  const save = async () => {
    setIsBusy(true);
    await onSave([...draft]);
    setIsBusy(false);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="start" gap={2} role="group" aria-label={t('account.roles')}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={draft.some(isForSite(role))}
            disabled={isReadOnly}
            onCheckedChange={(isOn: boolean | 'indeterminate') => toggle(role, isOn === true)}
          >
            {t(`role.${role}`)}
          </Checkbox>
        ))}
      </Flex>
      {scoped.length > 0 ? (
        <Flex gap={2} wrap="wrap">
          {scoped.map((grant) => (
            <Tag
              key={keyOf(grant)}
              icon={<Cross aria-label={t('roles.take', { role: t(`role.${grant.role}`) })} />}
              disabled={isReadOnly}
              onClick={() => setDraft((old) => old.filter((other) => keyOf(other) !== keyOf(grant)))}
            >
              {`${t(`role.${grant.role}`)} · ${t(`scope.${grant.scopeType}`)} ${grant.scopeId ?? ''}`}
            </Tag>
          ))}
        </Flex>
      ) : null}
      {isReadOnly ? null : (
        <Box>
          <Button disabled={!isChanged || draft.length === 0} loading={isBusy} onClick={() => void save()}>
            {t('roles.save')}
          </Button>
          {draft.length === 0 ? (
            <Typography tag="p" textColor="danger600" paddingTop={2}>
              {t('roles.one-at-least')}
            </Typography>
          ) : null}
        </Box>
      )}
    </Flex>
  );
}
