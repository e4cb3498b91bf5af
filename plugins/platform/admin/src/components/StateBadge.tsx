import { useText } from '@lyceum/core/admin';
import { Badge } from '@strapi/design-system';
import type { UserState } from '../../../contract/users.ts';

const VARIANTS = { active: 'success', unverified: 'warning', disabled: 'danger' } as const;

/** State of an account, in colour and in words. */
export function StateBadge({ state }: { state: UserState }) {
  const t = useText('platform');
  return <Badge variant={VARIANTS[state]}>{t(`state.${state}`)}</Badge>;
}
