import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import type { KeyboardEventHandler, ReactNode } from 'react';

/** Rows one below the other. */
export function Rows({ children, isOrdered = true }: { children: ReactNode; isOrdered?: boolean }) {
  return (
    <Flex tag={isOrdered ? 'ol' : 'ul'} direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none', padding: 0 }}>
      {children}
    </Flex>
  );
}

export type RowProps = { children: ReactNode; isRight?: boolean; onKeyDown?: KeyboardEventHandler };

/** One of them, framed in green where it is right. */
export function Row({ children, isRight = false, onKeyDown }: RowProps) {
  return (
    <Box tag="li" padding={3} hasRadius borderColor={isRight ? 'success500' : 'neutral200'} {...(onKeyDown ? { onKeyDown } : {})}>
      {children}
    </Box>
  );
}

/** Below them: one row more. */
export function AddButton({ label, onAdd, isDisabled = false }: { label: string; onAdd(): void; isDisabled?: boolean }) {
  return (
    <Box paddingTop={3}>
      <Button variant="secondary" size="S" startIcon={<Plus />} disabled={isDisabled} onClick={onAdd}>
        {label}
      </Button>
    </Box>
  );
}
