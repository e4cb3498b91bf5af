import { useAuth } from '@strapi/strapi/admin';
import { useMemo } from 'react';

/** Whether the person at the admin holds a right, to leave out buttons that would be refused; the server checks anyway. */
export function useMay(): (permission: string) => boolean {
  const permissions = useAuth('useMay', (auth) => auth.permissions);
  return useMemo(() => {
    const held = new Set(permissions.map(({ action }) => action));
    return (permission) => held.has(permission);
  }, [permissions]);
}
