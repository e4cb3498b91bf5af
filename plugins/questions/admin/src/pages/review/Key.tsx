import { Box } from '@strapi/design-system';

/** A key beside what it does. */
export const Key = ({ children }: { children: string }) => (
  <Box tag="kbd" hasRadius borderColor="neutral300" paddingLeft={1} paddingRight={1} style={{ fontSize: '1.1rem' }} aria-hidden>
    {children}
  </Box>
);
