import { Box } from '@strapi/design-system';

/** A key as it stands on the keyboard. */
export function KeyCap({ children }: { children: string }) {
  return (
    <Box
      tag="kbd"
      dir="ltr"
      background="neutral0"
      color="neutral700"
      borderColor="neutral300"
      hasRadius
      paddingLeft={2}
      paddingRight={2}
      style={{ fontFamily: 'inherit', fontSize: '1.2rem', lineHeight: '2rem', whiteSpace: 'nowrap' }}
    >
      {children}
    </Box>
  );
}
